"""Imports point one way, third-party packages stay where they belong, and nothing names one machine."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ingest", "normalize", "store", "pipeline", "review")

# A package may import those listed; nobody imports `pipeline` or `review` but `pipeline` starting the page.
MAY_IMPORT = {
    "ingest": set[str](),
    "normalize": {"ingest"},
    "store": {"ingest", "normalize"},
    "review": {"ingest", "normalize", "store"},
    "pipeline": {"ingest", "normalize", "store", "review"},
}

# Seen from outside, a package is its types, its errors and the public faces of its stage.
FACES = {
    # annex: which files are one order together; expressions: regular expressions that wait for their first use;
    # vocabulary: how files of words are parsed; town_forms: the towns of Russia in every case
    "ingest": {"model", "errors", "order", "limits", "annex", "expressions", "vocabulary", "town_forms"},
    # fold: the spelling keys that decisions hold on to; touch: which orders a new one may change; answers: what a
    # clerk's words say; posts: how posts read; candidates: which known names may be meant; places: whether two
    # territories may be one; order_titles: whether titles are of two orders; calendar_year, plan_year: what a school
    # year is, and which one a plan is for; fitting: which answers a decision may have; decided_names: whose names a
    # decision is about
    "normalize": {
        "model",
        "errors",
        "order",
        "explain",
        "fold",
        "touch",
        "registry",
        "search",
        "answers",
        "posts",
        "candidates",
        "calendar_year",
        "plan_year",
        "places",
        "order_titles",
        "fitting",
        "decided_names",
    },
    "store": set[str](),  # every module of it is for those above; it has no rules to hide
    "review": {"serve", "sheet"},
}

# Third-party package → where it may be imported: a package, or one module of it.
HOME = {
    "docx": ("ingest.readers",),
    "pdfplumber": ("ingest.readers",),
    "pdfminer": ("ingest.readers",),
    "pypdfium2": ("ingest.readers",),
    "lxml": ("ingest",),
    "openpyxl": ("ingest.readers", "store.review.sheet"),
    "distributed": ("pipeline.cluster",),
    "numpy": ("ingest.readers",),
    "PIL": ("ingest.readers",),
    "rapidfuzz": ("normalize",),
    "pymorphy3": ("normalize", "ingest.dictionary"),
    "pymorphy3_dicts_ru": ("ingest.dictionary",),
    "pytrovich": ("normalize",),
    "Stemmer": ("normalize.search",),
    "dateutil": ("normalize", "store"),
    "sqlalchemy": ("store",),  # elsewhere only the names of SQLALCHEMY_TYPES
    "alembic": ("store",),
    "psycopg": ("store",),
    "pandas": ("store.frames",),
    "pyarrow": ("store",),
    "xlsxwriter": ("store",),
    "icalendar": ("store",),
    "starlette": ("review",),
    "uvicorn": ("review",),
    "jinja2": ("review",),
    "markupsafe": ("review",),
    "click": ("pipeline",),
    "rich": ("pipeline",),
}

# Who opens a transaction has to name these in annotations; they carry no SQL.
SQLALCHEMY_TYPES = {"Connection", "Engine"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the five packages: dotted name and syntax tree."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield name, ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, dotted name of the module imported), without the types of SQLAlchemy that anybody may name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import hides its direction"
            if node.module == "sqlalchemy" and {alias.name for alias in node.names} <= SQLALCHEMY_TYPES:
                continue
            yield node.lineno, node.module or ""


MODULES = list(modules())
EVERY_IMPORT = [(name, line, target) for name, tree in MODULES for line, target in imports(tree)]


def test_packages_import_one_way() -> None:
    wrong = [
        f"{name}:{line} imports {target}"
        for name, line, target in EVERY_IMPORT
        if (top := target.split(".")[0]) in PACKAGES
        and top != name.split(".")[0]
        and top not in MAY_IMPORT[name.split(".")[0]]
    ]
    assert wrong == []


def test_packages_show_only_their_faces() -> None:
    wrong = [
        f"{name}:{line} imports {target}"
        for name, line, target in EVERY_IMPORT
        if (parts := target.split("."))[0] in PACKAGES
        and parts[0] != name.split(".")[0]
        and FACES[parts[0]]
        and (len(parts) < 2 or parts[1] not in FACES[parts[0]])
    ]
    assert wrong == []


def test_modules_say_each_constant_once() -> None:
    """A merge may leave a block twice, and the first half means nothing: no tool of ours sees it."""
    wrong = []
    for name, tree in MODULES:
        said = [target.id for node in tree.body if isinstance(node, ast.Assign)
                for target in node.targets if isinstance(target, ast.Name)]  # fmt: skip
        wrong += [f"{name}: {constant}" for constant in set(said) if said.count(constant) > 1]
    assert wrong == []


# Inside a package: what a room may import of the others beside it; the modules at the package's root are for all.
# A plan's columns are known before its rows, a plan before its measures, and the order's head needs none of them;
# readers of cells know nothing of other cells, names nothing of questions.
SPANS = {"people", "titles", "schools", "organizations"}  # what a text holds, found before anything is made of it
INSIDE = {
    "ingest": {
        "columns": set[str](),
        "readers": {"columns"},  # a page without rulings has its columns where the header's words stand
        "plans": {"columns", "readers"},  # the text conventions of readers.spacing
        "rows": {"columns", "plans"},
        "heads": set[str](),
    },
    "normalize": {
        "people": set[str](),
        "titles": set[str](),
        "schools": {"people", "titles"},
        "organizations": {"people", "titles"},
        "deadlines": SPANS,
        "parties": SPANS,
        "other_rows": SPANS | {"parties"},
        "measures": SPANS | {"parties", "other_rows"},
        "names": SPANS | {"deadlines", "parties", "other_rows"},
        "questions": SPANS | {"deadlines", "parties", "other_rows", "names"},
    },
}


@pytest.mark.parametrize(("package", "room"), [(package, room) for package in INSIDE for room in INSIDE[package]])
def test_rooms_import_one_way(package: str, room: str) -> None:
    others = set(INSIDE[package]) - INSIDE[package][room] - {room}
    wrong = [
        f"{name}:{line} imports {target}"
        for name, line, target in EVERY_IMPORT
        if name.startswith(f"{package}.{room}.") and target.startswith(tuple(f"{package}.{other}." for other in others))
    ]
    assert wrong == []


def test_third_party_packages_stay_at_home() -> None:
    wrong = [
        f"{name}:{line} imports {target}"
        for name, line, target in EVERY_IMPORT
        if (homes := HOME.get(target.split(".")[0]))
        and not any(name == home or name.startswith(f"{home}.") for home in homes)
    ]
    assert wrong == []


def test_every_third_party_package_has_a_home() -> None:
    foreign = {
        target.split(".")[0] for _, _, target in EVERY_IMPORT if target.split(".")[0] not in sys.stdlib_module_names
    }
    assert foreign - set(PACKAGES) - set(HOME) == set()


def test_imports_stand_at_the_top() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in MODULES
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert wrong == []


def test_every_package_is_in_the_wheel() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(config["tool"]["setuptools"]["packages"])
    folders = {
        ".".join(path.parent.relative_to(ROOT).parts) for package in PACKAGES for path in (ROOT / package).rglob("*.py")
    }
    assert folders == listed


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "LICENSE", "docs/operations.md"])
def test_page_exists(page: str) -> None:
    assert (ROOT / page).read_text(encoding="utf-8").strip()


# Addresses of registries and folders of one machine: they have no place in a project that others clone.
FORBIDDEN = re.compile(
    r"py"
    r"pi\.org|python"
    r"hosted\.org|/opt/"
    r"pypi|/work/"
    r"(main|shared)|/root/"
    r"\.|registry\.npm"
    r"js"
)


def test_no_file_names_a_registry_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    wrong = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and (found := FORBIDDEN.search(path.read_text(encoding="utf-8", errors="ignore"))):
            wrong.append(f"{name}: {found.group()}")
    assert wrong == []


def test_no_import_opens_the_dictionaries() -> None:
    """They take 0.1 s, and a command that understands no order needs none."""
    code = "import normalize.order, normalize.morphology as m; print(m._analyzer.cache_info().misses)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
