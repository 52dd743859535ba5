"""Figures of a test: pytest shows them with `-s`, or when the test fails."""

import sys


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
