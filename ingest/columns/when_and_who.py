"""One column for two: «Срок, ответственный», whose cells print first when, and on the lines below who."""

import re
from collections.abc import Sequence

from ingest.columns.contents import content_of
from ingest.columns.header import Column, has_role, lowest
from ingest.columns.headings import fold_heading, heading_role

LINES = re.compile(r"\n")
PARTS = re.compile(r"[,;]\s+|\s[–—-]\s|\n")


def names_both(columns: Sequence[Column]) -> bool:
    """Whether the only deadline column names who is responsible as well, and no other does."""
    deadlines = [column for column in columns if column.role == "deadline"]
    if len(deadlines) != 1 or has_role(columns, "responsible"):
        return False
    return any(heading_role(word) == "responsible" for word in fold_heading(lowest(deadlines[0].header)))


def part_when_and_who(text: str) -> tuple[str, str]:
    """(deadline, responsible) of «май 2021 г.⏎Юдин А.А.», «май, Юдин А.А.»; the whole text and "" where it does not
    part so."""
    for separators in (LINES, PARTS):
        cuts = [found.span() for found in separators.finditer(text)]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
        contents = [content_of([text[start:end]]) for start, end in zip(starts, ends, strict=True)]
        until = next((at for at, content in enumerate(contents) if content != "deadline"), 0)
        people = separators is LINES or contents[until] == "responsible"
        if until and people and "deadline" not in contents[until:]:
            return text[: starts[until]].rstrip(), text[starts[until] :]  # the comma stays, as every printed letter
    return text, ""
