"""Which words of a cell are marked: those that the question is about, not all that their party prints."""

import re
from collections.abc import Iterator, Sequence

from store.review.model import CellField, MeasureCells, OpenQuestion, Span


def words_of(question: OpenQuestion) -> tuple[str, ...]:
    """The words in doubt, as the question prints them; of two posts that may be one, both."""
    if question.entry.kind == "role_synonyms":
        return tuple(re.findall(r"«([^«»]+)»", question.text))
    return (question.surface,) if question.surface else ()


def marked_words(cells: MeasureCells, spans: Sequence[Span], words: Sequence[str]) -> tuple[Span, ...]:
    """The question's words where they stand in the parties in doubt («ШМО» in «руководители ШМО»).

    A party's span is its name alone: words about its post stand beside it («Петрова А.А., завуч»), and are marked in
    its place. Where the words are printed otherwise than in the question the party stays marked. Where no party is in
    doubt they are marked in the first cell that has them.
    """
    texts: dict[CellField, str] = {
        "deadline": cells.deadline, "responsible": cells.responsible, "measure": cells.measure,
    }  # fmt: skip
    found = {field: tuple(_standing(text, words, field)) for field, text in texts.items()}
    if not spans:
        return next((each[:1] for each in found.values() if each), ())
    return tuple(dict.fromkeys(one for span in spans for one in _within(span, spans, found[span.field])))


def _within(span: Span, spans: Sequence[Span], found: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words in the party, else those that stand in no party at all, else the party."""
    inside = tuple(one for one in found if span.start <= one.start and one.end <= span.end)
    outside = tuple(one for one in found if not any(one.start < each.end and each.start < one.end for each in spans))
    return inside or outside or (span,)


def _standing(text: str, words: Sequence[str], field: CellField) -> Iterator[Span]:
    """Where the words stand in the text, whole, in any case; line ends are spaces."""
    for one in words:
        pattern = r"\s+".join(map(re.escape, one.split()))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if pattern else ():
            yield Span(field, match.start(), match.end())
