"""What is put into mutants: marks, tricks of Markdown, HTML and YAML, odd characters."""

MARKS = (
    *("*", "**", "***", "_", "__", "`", "```", "~~~", "[", "]", "](", "![", "[^1]:", "<", ">", "|"),
    *("#", "###### ", "---", "===", "    ", "\t", "  \n", "\\", "\\\n", "\n\n", ":", "Q:", "A:"),
    *("1.", "<b>", "</b>", "<sub>", "</sup>", "<br>", "<!--", "-->", "<![CDATA[", "<?", "<script>"),
    *("<style>", "&#0;", "&#x202e;", "&#xd800;", "&#99999999;", "&nbsp;", "&lt;b&gt;", "{{ 7*7 }}"),
    *("{% if %}", "{details}", "{#", "wzxhzdk:1", "\x02stash\x03", "[x](y)", "[a]: b"),
    *("*[HTML]: x", ": term"),
)

TRICKS = (
    *("![x](file:///etc/passwd)", "![x](../../../etc/passwd.png)"),
    *("![x](http://example.org/x.png)", "![x](data:image/png;base64,AAAA)"),
    *("![x](data:image/svg+xml,<svg/>)", "[x](javascript:x)"),
    *("<object data='file:///etc/passwd'></object>", "<img src=x onerror=y>"),
    *("<a href='//x'>x</a>", "<div style='position:fixed'>x</div>", "@import url(http://x)"),
    *("</style><b>", "</body></html>", "| a | b |\n|---|---|\n| 1 |"),
    "| a |\n|:-:|\n" + "| b |\n" * 9,
    *("* a\n\n        b\n\n    c", "> * 1. > - x", "1. a\n1. b\n0. c\n-1. d"),
    *("99999999999999999999. x", "### Usage\n### Usage", "**Disclaimer:** x"),
    *("### FAQs\n**Q:**\n**A:**", "#### Usage of *Testamide* (for **dogs**)"),
)

CHARACTERS = (
    "\x00\x07\x1b\x7f\x85\xa0\xad\u0300\u061c\u200b\u200d\u200e\u202e\u2028\u2066\ufeff"
    "\ufffc\ufffd\uffff\ue000\U000e0041\U0001f468"
)

NUMBERS = (">", "25", "1.0", "µg", "0" * 40, "9" * 6000, "1e400", "\u0663", "½", "10⁶")

YAML = (
    *("a: &a [x, x]\nb: &b [*a, *a]\nsources: [*b, *b]", "title: !!python/name:os.system"),
    *("<<: *x", "title: [a, b]", "title: {a: b}", "title: |\n  a\n  b", "title: 2026-13-45"),
    *("title: 12:30:45", "version: " + "9" * 5000, "version: 1e999", "version: .nan"),
    *("version: 0x1_F", "reviewed: 0000-00-00", "1: 2", "? [a]\n: b", "null: x", "yes: no"),
    *("lang: de-\u0131", "lang: [en]", "waive: x", "waive: [x]", "waive: {no-dose: }"),
    *("waive: {x: {y: z}}", "url: javascript:x", "url: //x", "contact: '\\0'"),
    *('title: "\\x00\\ud800"', "title: !!binary aGk=", "title: ''", "title:", "%YAML 9.9", "---"),
    *("...", "brand_names: " + "[" * 40, "brand_names: " + "{a: " * 40),
    *("forms: " + "- " * 40 + "x", "\t: x"),
)
