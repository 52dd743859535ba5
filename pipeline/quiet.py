"""Loaded by the fork server alone: where it cannot go on, the importer says so, and no traceback reaches the user."""

import sys
from types import TracebackType


def say_nothing(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """In place of the traceback that Python prints."""


sys.excepthook = say_nothing
