"""The search path for all that a user can replace: kinds, templates, styles, papers, words.

The user's project is searched first, then what leaflet ships, by file name: a project that holds
``templates/patient/page.css`` replaces that file and keeps all the others. PO files are
merged, entry by entry.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from leaflet import files
from leaflet.config.papers import Paper, paper
from leaflet.config.section_names import SectionNames, section_names
from leaflet.config.suggest import nearest
from leaflet.diff import words
from leaflet.errors import SettingsError
from leaflet.fonts.families import PINNED
from leaflet.i18n.language_tags import fallbacks
from leaflet.i18n.messages import Language
from leaflet.i18n.po_files import load_language
from leaflet.kinds.kind_toml import read_kind
from leaflet.kinds.model import Kind
from leaflet.resources import shipped
from leaflet.theme.cascade import Layer, Stylesheet, cascade, read_tokens
from leaflet.theme.papers import paper_css
from leaflet.topics.table import TopicTable, load_topics, topic_names

NO_PAPERS: Mapping[str, Paper] = MappingProxyType({})

__all__ = ["Theme", "shipped"]


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A folder of templates, with its style sheet, that is no kind of document."""

    name: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A search path over folders with ``templates/``, ``styles/``, ``locale/``, nearest first."""

    roots: tuple[Path, ...]

    @classmethod
    def of(cls, project: Path) -> "Theme":
        """The theme of a project: its own files, then what leaflet ships."""
        return cls(tuple(dict.fromkeys((project, shipped()))))

    def kinds(self) -> dict[str, Kind]:
        """Every kind by name: each folder of templates that holds a ``kind.toml``."""
        found = self._list("templates", "*/kind.toml")
        return {file.parent.name: read_kind(file) for file in found.values()}

    def kind(self, name: str) -> Kind:
        """The kind of that name. Raises ``SettingsError`` where there is none."""
        found = self._list("templates", "*/kind.toml")
        names = {file.parent.name: file for file in found.values()}
        if name not in names:
            raise _unknown("kind", name, names)
        return read_kind(names[name])

    def styles(self) -> dict[str, Path]:
        """Every style by name; ``default`` is always the first layer."""
        found = self._list("styles", "*.css").values()
        return {file.stem: file for file in found if file.stem != "base"}

    def paper_files(self) -> dict[str, Path]:
        """The papers that are style sheets of a project's, by name, in small letters."""
        return {file.stem.lower(): file for file in self._list("styles", "paper/*.css").values()}

    def paper(
        self, name: str, kind: Kind | TemplateFolder, own: Mapping[str, Paper] = NO_PAPERS
    ) -> Layer:
        """The style sheet of a paper for a kind; ``own`` are those of the project's settings.

        Raises ``SettingsError`` for a paper that there is not.
        """
        named = self.paper_files()
        if name in named:
            return Layer.read("paper", named[name])
        chosen = paper(name, own, named)
        layer = Layer.read("kind", self._find(f"templates/{kind.name}/page.css"))
        columns = {t.name: t.value for t in read_tokens(layer.text)}.get("--columns") == "2"
        return Layer("paper", paper_css(chosen, columns=columns), f"--paper {name}")

    def stylesheet(
        self,
        kind: Kind | TemplateFolder,
        styles: Sequence[str],
        paper: str | Layer,
        own: Sequence[Layer] = (),
        fonts: Sequence[str] = PINNED,
    ) -> Stylesheet:
        """The cascade base → kind → ``paper`` → default → ``own`` → ``styles``.

        Styles come last: one of them, such as ``booklet``, may ask for pages of its own. They may
        name the families ``fonts``. Raises ``SettingsError`` for a style, paper, token or font that
        nothing knows.
        """
        known = self.styles()
        for style in styles:
            if style not in known:
                raise _unknown("style", style, known)
        stacked = dict.fromkeys(name for name in styles if name != "default")
        return cascade(
            [
                Layer.read("base", self._find("styles/base.css")),
                Layer.read("kind", self._find(f"templates/{kind.name}/page.css")),
                self.paper(paper, kind) if isinstance(paper, str) else paper,
                Layer.read("style-default", known["default"]),
                *own,
                *(Layer.read(f"style-{name}", known[name]) for name in stacked),
            ],
            fonts,
        )

    def language(self, tag: str) -> Language | None:
        """The language that a tag such as ``de-AT`` names; None if there is no translation."""
        return load_language(tag, [file for name in fallbacks(tag) for file in self.po_files(name)])

    def topics(self, tag: str) -> TopicTable:
        """The topics of the language that a tag names; none if nobody has written its table.

        Raises ``SettingsError`` with every problem of a table.
        """
        return load_topics(file for name in fallbacks(tag) for file in self.topic_files(name))

    def topic_names(self, *languages: str) -> frozenset[str]:
        """Every topic that the table of any of some languages has, or of all of them."""
        chosen = languages or self.languages()
        return topic_names(file for name in chosen for file in self.topic_files(name))

    def topic_files(self, language: str) -> list[Path]:
        """The tables of topics of a language, nearest first."""
        return self._all(f"locale/{language}/topics.toml")

    def proof_files(self, tag: str) -> list[Path]:
        """The words by which the proof judges a document in the language that a tag names."""
        return [file for name in fallbacks(tag) for file in self._all(f"locale/{name}/proof.toml")]

    def vocabulary(self, tag: str) -> words.Vocabulary:
        """The words of a language whose change counts; none if nobody has written its file.

        Raises ``SettingsError`` with every problem of a file.
        """
        names = (f"locale/{name}/{words.FILE}" for name in fallbacks(tag))
        return words.load_vocabulary(file for name in names for file in self._all(name))

    def section_names(self) -> SectionNames:
        """What headings may call the sections of a monograph, in any language.

        Raises ``SettingsError`` with every problem of a file.
        """
        return section_names(self.roots)

    def check_section_names(self) -> None:
        """Raises ``SettingsError`` with every problem of a project's own files of such names."""
        section_names(root for root in self.roots if root != shipped())

    def po_files(self, language: str) -> list[Path]:
        """The PO files of a language, nearest first."""
        return self._all(f"locale/{language}.po")

    def languages(self) -> tuple[str, ...]:
        """Every language that has a translation, and English."""
        found = self._list("locale", "*.po").values()
        return tuple(sorted({"en", *(file.stem for file in found)}))

    def text(self, name: str) -> str:
        """The text of a file beside the templates. Raises ``SettingsError`` if it is missing."""
        return files.read(self._find(f"templates/{name}")).decode()

    def template_folders(self) -> list[Path]:
        """The folders of page templates, nearest first."""
        return [root / "templates" for root in self.roots]

    def _list(self, folder: str, pattern: str) -> dict[str, Path]:
        """The files that match, by their path within ``folder``; the nearest of each name."""
        found: dict[str, Path] = {}
        for root in reversed(self.roots):
            for file in sorted((root / folder).glob(pattern)):
                found[str(file.relative_to(root / folder))] = file
        return dict(sorted(found.items()))

    def _all(self, name: str) -> list[Path]:
        """The files of that name in all folders, nearest first."""
        return [file for root in self.roots if (file := root / name).is_file()]

    def _find(self, name: str) -> Path:
        for root in self.roots:
            if (root / name).is_file():
                return root / name
        raise SettingsError.of("theme-incomplete", f"{name} is missing from the theme")


def _unknown(noun: str, name: str, known: dict[str, Path]) -> SettingsError:
    return SettingsError.of(
        f"unknown-{noun}", f'there is no {noun} "{name}"', hint=nearest(name, known)
    )
