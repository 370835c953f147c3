"""The files of a new kind of document: three that a project fills with its own choices."""

import re
from collections.abc import Mapping
from pathlib import Path

from leaflet import files
from leaflet.errors import SettingsError
from leaflet.kinds.kind_toml import SECTIONS
from leaflet.theme.search_path import Theme

TOML = """\
# A kind of document: what it is called, and what of a monograph goes into which part.
# docs/kinds.md explains every key. `leaflet explain FILE -k {name}` says where each statement goes.

title = "{title}"
summary = "doses, warnings and side effects on a few small pages"   # for `leaflet kinds`

# Sections of your authors' own stay after the section before them; this part has the others.
rest = "warnings"

# What this kind never prints. The document names it, by the headings below.
leaves_out = ["generic-name", "how-it-works", "brand-names", "faqs", "disclaimers"]
leaves_out_own = []            # headings of sections of your authors' own, such as ["Travelling"]

most_pages = 0                 # more pages than this are a warning; 0: any number

[headings]
generic-name = "Generic name"
how-it-works = "How it works"
brand-names = "Brand names"
faqs = "Questions and answers"
disclaimers = "Disclaimer"

# The parts, in the order in which they are printed. `sections` are those of a monograph:
# {sections}.

[[part]]
key = "use"
heading = "What it is for"
sections = ["usage"]

[[part]]
key = "dose"
heading = "Dose"
sections = ["dosage"]
always = true                  # if there is nothing for it, the document says so

# `topics` takes labelled statements out of other sections, by what they are about (docs/topics.md).
[[part]]
key = "interactions"
heading = "Other medicines"
topics.precautions = ["interaction"]
topics.own = ["interaction"]

[[part]]
key = "warnings"
heading = "Warnings"
sections = ["precautions"]
always = true

[[part]]
key = "effects"
heading = "Side effects"
sections = ["side-effects"]
"""

PAGE = """\
{% extends "base.html" %}
{% from "macros.html" import brand_line, document, facts, logo with context %}
{% from "macros.html" import name, named, warnings with context %}
{% from "patient/parts.html" import print_parts with context %}
{% set several = chapters | length > 1 %}
{# Words of your own stand in an element with data-own. All of the monograph must be printed: #}
{# a document that lacks a word of it is not written. #}

{% block sheet %}
<header>
{{ logo(brand) }}
<p class="kind" data-own>{{ kind.title }}</p>
{{ name(1, monograph.name | bind, monograph.name, "data-front") }}
{{ facts(front, none if several else chapters[0]) }}
</header>
{{ warnings(monograph, words.boxed_warning) }}

{# One chapter for each medicine of the monograph. #}
{% for chapter in chapters %}
{% set top = 3 if chapter.name else 2 %}
{% if chapter.name %}
{{ name(2, chapter.name | text, chapter.name | plain, "") }}
{% endif %}
{% if several %}
{{ named(chapter) }}
{% endif %}
{{ chapter.intro | blocks(top) }}
{{ print_parts(chapter.parts | selectattr("passages") | list, top, "part-" ~ loop.index) }}
{% for part in chapter.parts | rejectattr("passages") %}
<p class="silent" data-own><b>{{ part.heading | own }}{{ words.colon }}</b>
{{ part.note | own }}</p>
{% endfor %}
{% if chapter.silent %}
<p class="silent" data-own>{{ words.not_stated_here }} {{ chapter.silent | join(words.comma) }}.</p>
{% endif %}
{% endfor %}

<aside class="closing" id="end">
{% if "disclaimers" not in kind.leaves_out %}
{{ monograph.disclaimers | blocks(2) }}
{% endif %}
{# Everything that the document leaves out has to be named. #}
{% if left_out %}
{% set names = (left_out | join(words.comma)) ~ "." %}
<p data-own>{{ words.left_out_here }} {{ names | replace("?.", "?") | own }}</p>
{% endif %}
{{ document(front) }}
{{ brand_line(brand) }}
</aside>
{% endblock %}
"""

CSS = """\
/* How this kind looks; `leaflet styles --tokens -k {name}` lists what can be set. */

:root {{
  --text-size: 11pt;
  --line-step: 1.32;
  --paragraph-gap: 0.4em;
  --footer: disclaimer version reviewed;
}}

.kind {{ color: var(--soft) }}
.name {{ color: var(--accent) }}
h1.short {{ font-size: 1.8em }}
h1.long {{ font-size: 1.4em }}
.part {{ margin-top: 0.7em; color: var(--accent); font-size: 1.15em }}
h3, h4, h5, h6 {{ margin-top: 0.4em; font-size: 1em }}
.at-once {{ color: var(--alarm) }}
.warning {{
  margin-block: 0.5em;
  padding: 0.3em 0.7em;
  border: var(--box) solid var(--alarm);
  background: var(--ground);
  box-decoration-break: clone;
}}
.warning h2 {{ color: var(--alarm); font-size: 1.1em }}
.closing {{
  margin-top: 0.8em;
  padding-top: 0.3em;
  border-top: var(--rule) solid var(--hairline);
  color: var(--soft);
  font-size: var(--small-print);
}}
"""

_FILES = ("kind.toml", "page.html", "page.css")


def kind_files(name: str, source: str, theme: Theme) -> Mapping[str, str]:
    """The files of a new kind by their names: commented ones, or copies of those of a kind.

    Raises SettingsError where there is no kind ``source``.
    """
    title = name.replace("-", " ").capitalize()
    if source:
        folder = theme.kind(source).folder
        texts = {each: files.read_text(folder / each) for each in _FILES}
        toml, css = texts["kind.toml"], texts["page.css"]
        texts["kind.toml"] = re.sub("^title = .*$", f'title = "{title}"', toml, count=1, flags=re.M)
        texts["page.css"] = css.replace(f".{source} ", f".{name} ")
        return texts
    toml = TOML.format(name=name, title=title, sections=", ".join(SECTIONS))
    return {"kind.toml": toml, "page.html": PAGE, "page.css": CSS.format(name=name)}


def folder_of(name: str, project: Path, theme: Theme) -> Path:
    """The folder of a new kind. Raises SettingsError for a name that is none, or is taken."""
    if not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        message = f'"{name}" cannot be the name of a kind'
        raise SettingsError.of("bad-name", message, hint="write it like pocket-card")
    if name in theme.kinds():
        message = f'there is a kind "{name}" already'
        raise SettingsError.of("already-there", message, hint="choose another name")
    return project / "templates" / name
