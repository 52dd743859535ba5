"""Regular expressions that are compiled when they are first used.

The rules have some five hundred, which take 0.3 s; a command that understands no order needs few of them, and an order
many, not all. For modules whose own take more than 2 ms; elsewhere `re.compile` does.
"""

import re
from functools import cached_property
from typing import cast


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` would give, but for its type: functions of `re` take it for no pattern, so call its methods.

    A slip in the text shows at the first use; the tests use each once.
    """
    return cast("re.Pattern[str]", _Expression(text, flags))


class _Expression:
    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> object:
        """The pattern's own, kept: the next call costs no more than one of a pattern's."""
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
