"""The console that summaries are printed on: wrapped for a terminal, one line a line for a file or another program."""

import re
import sys
from io import StringIO

from rich.console import Console

WIDE = 100_000  # characters: no line of ours is as long


def stdout_console() -> Console:
    """For a terminal as wide as that; else without wrapping, and without the spaces that fill up a table's lines."""
    return Console() if sys.stdout.isatty() else Console(file=_Trimmed(), width=WIDE)


class _Trimmed(StringIO):
    """Hands what is printed on to stdout, line ends bare."""

    def write(self, text: str, /) -> int:
        return sys.stdout.write(re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE))

    def flush(self) -> None:
        sys.stdout.flush()
