"""Regular expressions that are compiled when they are first used, and kept for the next run.

The rules have some thousand, which take 0.4 s; a command that understands no order needs few of them, and an order
many, not all. For modules whose own take more than half a millisecond; elsewhere `re.compile` does.

`re` compiles by a program in Python and keeps nothing between runs. What it comes to is loaded fifty times faster, by
the last step of `re` itself, which checks what it is given. Should another Python have other steps, `re.compile` does.
"""

import re
from array import array
from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from typing import Any, cast

from ingest.kept import KEPT

_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # flags, steps, groups, their names both ways
_OTHER_PYTHON = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` would give, but for its type: functions of `re` take it for no pattern, so call its methods.

    A slip in the text shows at the first use; the tests use each once.
    """
    return cast("re.Pattern[str]", _Expression(text, flags))


def longest_first(words: Iterable[str]) -> list[str]:
    """In the order in which alternatives have to be tried; the same in every run, so that the expression is kept."""
    return sorted(words, key=lambda word: (-len(word), word))


class _Expression:
    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = int(flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        try:
            code = KEPT.get(("expression", self._text, self._flags), lambda: _code_of(self._text, self._flags))
            return _pattern(self._text, code)
        except _OTHER_PYTHON:
            return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> object:
        """The pattern's own, kept: the next call costs no more than one of a pattern's."""
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def _code_of(text: str, flags: int) -> _Code:
    """What all steps of `re.compile` but the last come to. Raises re.error."""
    compiler, parser = _internal("re._compiler"), _internal("re._parser")
    parsed = parser.parse(text, flags)
    steps = array("I", compiler._code(parsed, flags)).tobytes()
    names = dict(parsed.state.groupdict)
    of_groups: list[str | None] = [None] * parsed.state.groups
    for name, group in names.items():
        of_groups[group] = name
    return flags | parsed.state.flags, steps, parsed.state.groups - 1, names, tuple(of_groups)


def _pattern(text: str, code: _Code) -> re.Pattern[str]:
    flags, steps, groups, names, of_groups = code
    pattern = _internal("_sre").compile(text, flags, array("I", steps).tolist(), groups, names, of_groups)
    return cast("re.Pattern[str]", pattern)


def _internal(module: str) -> Any:
    return import_module(module)
