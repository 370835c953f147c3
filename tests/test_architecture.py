"""The rules of docs/architecture.md: who may import whom, and how long a module may grow."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import leaflet

PACKAGE = Path(leaflet.__file__).parent
MODULES = {
    ".".join(("leaflet", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

LAYERS = (
    "addresses escapes import_path resources section_key standard_streams",
    "diagnostics",
    "errors",
    "clock files",
    "cache distributions",
    "job sources fonts i18n",
    "config",
    "monograph rendering",
    "topics",
    "diff kinds",
    "lint theme",
    "compose edition",
    "fitting starter verification",
    "pipeline",
    "batch",
    "output preview",
    "api",
    "cli",
    "__main__",
)
"""The layers of folders, lowest first: each may import from those before it, not beside it."""

LAYER = {folder: number for number, folders in enumerate(LAYERS) for folder in folders.split()}

ALONE = {
    "click": ("leaflet.cli",),
    "rich": ("leaflet.cli",),
    "weasyprint": ("leaflet.rendering",),
    "pydyf": ("leaflet.rendering",),
    "pypdfium2": ("leaflet.verification",),
    "pikepdf": ("leaflet.verification",),
    "page": ("leaflet.verification",),
    "jinja2": ("leaflet.cache.templates", "leaflet.compose", "leaflet.output.catalogue.page"),
    "markdown": ("leaflet.monograph",),
    "markdown_it": ("leaflet.verification.expected",),
    "frontmatter": ("leaflet.monograph.frontmatter",),
    "yaml": ("leaflet.monograph.frontmatter",),
    "tomllib": ("leaflet.config.toml_file", "leaflet.monograph.frontmatter.toml"),
    "msgspec": (
        *("leaflet.config.validate", "leaflet.config.value_types"),
        *("leaflet.batch.remote_job", "leaflet.output.record"),
    ),
    "tinycss2": ("leaflet.theme.css_rules", "leaflet.theme.tokens", "leaflet.theme.style_fonts"),
    "distributed": ("leaflet.batch.cluster",),
    "babel": ("leaflet.i18n.po_files", "leaflet.i18n.messages"),
    "uharfbuzz": ("leaflet.fonts",),
    "starlette": ("leaflet.preview",),
    "uvicorn": ("leaflet.preview",),
    "watchfiles": ("leaflet.preview",),
    "time": ("leaflet.clock",),
    "sqlite3": ("leaflet.output.database",),
    "fcntl": ("leaflet.files",),
    "pathspec": ("leaflet.sources.ignored",),
}
"""The only modules that may import a library."""


FILE_ACCESS = re.compile(
    r"open|.*\.(open|(read|write)_(text|bytes)|unlink|mkdir|rmdir|rename|l?stat|touch|chmod"
    r"|(sym|hard)link_to)|os\.(remove|replace|makedirs|removedirs|link|symlink|truncate|utime"
    r"|scandir|listdir|walk|mkfifo)|(shutil|tempfile|io)\..*",
    re.S,
)
"""Calls by which files are read, written, listed or changed, as they are written in the code."""

ALLOWED_FILE_CALLS = {
    ("leaflet.batch.remote_worker", "tempfile.TemporaryDirectory"): "its files go through files.py",
    ("leaflet.cli.doctor", "tempfile.TemporaryDirectory"): "its files go through files.py",
    ("leaflet.batch.worker_process", "tempfile.gettempdir"): "asks where it is",
    ("leaflet.standard_streams", "os.open"): "of /dev/null",
    ("leaflet.standard_streams", "io.FileIO"): "of what is open",
    ("leaflet.standard_streams", "io.TextIOWrapper"): "of what is open",
    ("leaflet.cli.init", "shutil.which"): "asks where it is",
    ("leaflet.cli.preview", "webbrowser.open"): "opens a browser",
    ("leaflet.api.building", "Store.open"): "one of ours",
    ("leaflet.fonts.fontconfig", "tempfile.mkdtemp"): "fontconfig's cache, without a home for it",
    ("leaflet.import_path", "os.stat"): "of Python's import path, before anything is imported",
    ("leaflet.output.store", "Database.open"): "SQLite opens its own file, once it was looked at",
    ("leaflet.verification.pdf.glyph_runs", "pikepdf.open"): "of bytes in memory",
}
"""Calls outside files.py that look like an access to a file, and why they are allowed."""


def imports(module: str) -> Iterator[str]:
    """The modules that a module imports, wherever in it, by their full names."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by dots"
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in MODULES else str(node.module)


def folder(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", [module for module in MODULES if folder(module)])
def test_imports_run_one_way(module: str) -> None:
    known = [name for name in imports(module) if name.startswith("leaflet.")]
    others = [name for name in known if folder(name) != folder(module)]
    assert [name for name in others if LAYER[folder(name)] >= LAYER[folder(module)]] == []


def test_no_two_subfolders_import_each_other() -> None:
    arrows = {
        (module.rpartition(".")[0], name.rpartition(".")[0])
        for module in MODULES
        for name in imports(module)
        if module.count(".") > 2 and name in MODULES and name.count(".") > 2
    }
    assert {(a, b) for a, b in arrows if a != b and (b, a) in arrows} == set()


def test_no_module_needs_itself_to_be_imported() -> None:
    """Modules of one folder, and folders of one layer, may import each other, but not in circles.

    ``leaflet`` itself is left out: it imports its public functions when they are first used.
    """
    waiting = {
        # A package may import its own modules late, inside a function.
        module: {*imports(module)} & MODULES.keys() - {module, module.rpartition(".")[0], "leaflet"}
        for module in MODULES.keys() - {"leaflet"}
    }
    while free := [module for module, needs in waiting.items() if not needs & waiting.keys()]:
        for module in free:
            del waiting[module]
    assert waiting == {}


@pytest.mark.parametrize("library", ALONE)
def test_a_library_is_imported_in_one_folder(library: str) -> None:
    users = {
        module
        for module in MODULES
        for name in imports(module)
        if name.split(".")[0] == library and not module.startswith(ALONE[library])
    }
    assert users == set()


def file_calls(module: str) -> Iterator[str]:
    """The calls of a module that look like an access to a file."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if FILE_ACCESS.fullmatch(name) and not name.startswith("files."):
            yield name


def test_all_file_access_goes_through_files() -> None:
    calls = {
        (m, call) for m in MODULES if not m.startswith("leaflet.files") for call in file_calls(m)
    }
    assert calls == ALLOWED_FILE_CALLS.keys()


def test_every_folder_has_its_layer() -> None:
    assert {folder(module) for module in MODULES} - {""} == LAYER.keys()


def test_few_modules_are_outside_of_folders() -> None:
    assert len([path for path in MODULES.values() if path.parent == PACKAGE]) <= 14


@pytest.mark.parametrize("module", MODULES)
def test_no_module_and_no_function_grows_too_long(module: str) -> None:
    text = MODULES[module].read_text("utf-8")
    functions = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert text.count("\n") <= 250
    assert {name: length for name, length in functions.items() if length > 40} == {}


def test_modules_are_short() -> None:
    assert median(path.read_text("utf-8").count("\n") for path in MODULES.values()) <= 95


@pytest.mark.parametrize("module", MODULES)
def test_no_function_has_many_parameters(module: str) -> None:
    many = {}
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [
                a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            ]
            count = len([name for name in names if name not in ("self", "cls")])
            if count > 5:
                many[node.name] = count
    assert many == {}
