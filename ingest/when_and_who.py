"""One column for two: «Срок, ответственный», whose cells print first when, and on the lines below who."""

from collections.abc import Sequence

from ingest.contents import content_of
from ingest.header import Column, has_role, lowest
from ingest.headings import fold_heading, heading_role


def names_both(columns: Sequence[Column]) -> bool:
    """Whether the only deadline column names who is responsible as well, and no other does."""
    deadlines = [column for column in columns if column.role == "deadline"]
    if len(deadlines) != 1 or has_role(columns, "responsible"):
        return False
    return any(heading_role(word) == "responsible" for word in fold_heading(lowest(deadlines[0].header)))


def part_when_and_who(text: str) -> tuple[str, str]:
    """(deadline, responsible) of «май 2021 г.⏎Юдин А.А.»; the whole text and "" where its lines do not part so."""
    lines = text.split("\n")
    dated = [content_of([line]) == "deadline" for line in lines]
    until = dated.index(False) if False in dated else len(lines)
    if until in (0, len(lines)) or any(dated[until:]):
        return text, ""
    return "\n".join(lines[:until]), "\n".join(lines[until:])
