"""An order in two files: its text («утвердить план … (приложение)») and its plan.

The plan may name its order («Приложение к приказу от 07.10.2020 № 306»), or not; then the text is its order's only if
all that is printed in both fits together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.heads.approving_point import find_approving_point
from ingest.heads.head import read_head
from ingest.model import Document, Grid, OrderHead, Paragraph, RawOrder

# «Утвердить прилагаемый план», «(приложение № 1)»
ANNEXED = re.compile(r"(?i)\bприлага\w+|\bприложени[еюям]\w*")
WORD = re.compile(r"[а-яё]{5,}")
STEM = 5  # letters: «мероприятий» and «мероприятия»
ALIKE = 0.6  # of the title's words that the text must have; «План мероприятий» alone is too little
FEWEST = 3  # such words
LONGEST = 40_000  # characters of an order's text that are kept


@dataclass(frozen=True, slots=True)
class OrderText:
    """An order's text without its plan. The number and the date in the head are there."""

    head: OrderHead
    text: str


def read_order_text(document: Document) -> OrderText | None:
    """The order in a document without a measure table; None where no number and date are its own for sure."""
    head, doubts = read_head(document, ())
    if head.number is None or head.date is None or doubts:
        return None
    return OrderText(head, "\n".join(_texts(document))[:LONGEST])


def plans_of(text: OrderText, plans: Sequence[RawOrder]) -> tuple[RawOrder, ...]:
    """Those of the plans that name this order as theirs."""
    return tuple(p for p in plans if (p.head.number, p.head.date) == (text.head.number, text.head.date))


def lend_head(text: OrderText, plan: RawOrder) -> RawOrder | None:
    """The plan with the number, the date and the issuer of the order's text, None unless it is surely its plan.

    It is, when the text speaks of an annex and of what the plan's title says, and the plan prints no number and
    nothing that contradicts the text.
    """
    own, other = plan.head, text.head
    fits = own.number is None and all(
        mine is None or mine == its
        for mine, its in ((own.date, other.date), (own.issuer, other.issuer), (own.school_year, other.school_year))
        if its is not None
    )
    if not fits or ANNEXED.search(text.text) is None or not _speaks_of(text.text, own.title or ""):
        return None
    head = replace(
        own,
        number=other.number,
        date=other.date,
        issuer=own.issuer or other.issuer,
        school_year=own.school_year or other.school_year,
        territory=own.territory or other.territory,
        about=other.about,
    )
    return replace(plan, head=head, approves=plan.approves or find_approving_point(text.text.split("\n")))


def _speaks_of(text: str, title: str) -> bool:
    words = {word[:STEM] for word in WORD.findall(title.lower())}
    known = {word[:STEM] for word in WORD.findall(text.lower())}
    return len(words) >= FEWEST and len(words & known) >= ALIKE * len(words)


def _texts(document: Document) -> list[str]:
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Grid):
            texts += [cell.text for row in block.rows for cell in row if cell is not None]
    return texts
