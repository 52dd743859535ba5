"""Every expression that waits for its first use compiles: a slip in one must not wait for the text that needs it."""

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import ingest
import normalize
from ingest.expressions import expression

ROOT = Path(__file__).parents[2]
MODULES = [
    found.name
    for package in (ingest, normalize)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


def waiting(value: object) -> Iterator[re.Pattern[str]]:
    """The expressions that a module's name stands for, alone or in a table of rules."""
    if isinstance(value, tuple):
        for one in value:
            yield from waiting(one)
    elif type(value) is type(expression("")):
        yield value


FOUND = {
    (module, name): [*waiting(value)]
    for module in MODULES
    for name, value in vars(import_module(module)).items()
    if [*waiting(value)]
}


def test_tables_of_rules_are_looked_into() -> None:
    assert len(FOUND["normalize.deadlines.rules", "RULES"]) > 40


@pytest.mark.parametrize("place", FOUND, ids=".".join)
def test_compiles(place: tuple[str, str]) -> None:
    for one in FOUND[place]:
        one.match("")


def test_none_is_made_anew_at_each_call() -> None:
    """In a function, `expression` is loaded at each call, and a text of a document's words would be kept for ever.

    Where a function is cached, as a name of a module is, it may.
    """
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for package in ("ingest", "normalize")
        for path in (ROOT / package).rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and not any("cache" in ast.unparse(one) for one in function.decorator_list)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "expression"
    ]
    assert found == []


def test_stands_for_a_pattern() -> None:
    year = expression(r"(?P<year>20\d\d) год", re.IGNORECASE)
    found = year.search("На 2021 ГОД")
    assert found is not None
    assert found["year"] == "2021"
    assert year.sub("", "2021 год и 2022 год") == " и "
    assert year.pattern == r"(?P<year>20\d\d) год"


def test_a_slip_shows_at_the_first_use() -> None:
    slip = expression("(")
    with pytest.raises(re.error):
        slip.match("")
