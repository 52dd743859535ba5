"""Headers of two rows without a merged cell: «№ | Наименование | Срок» over «п/п | мероприятия | исполнения»."""

from collections.abc import Sequence

from ingest.columns.heading_words import NAME_OR_POST, SHORT, is_bare, is_bare_measure
from ingest.columns.headings import Role, fold_heading, heading_role
from ingest.merges import Span

_WORDS = 3  # of a heading's second line: more are a measure's
_FEWEST = 2  # cells of it that have a text
_MEASURE: tuple[Role, ...] = ("measure", "weak_measure")
_OTHERS: tuple[Role, ...] = ("deadline", "responsible", "weak_responsible")


def is_second_line(above: Sequence[Span], row: Sequence[Span]) -> bool:
    """Whether the row right under the header `above` goes on with its headings, cell by cell.

    Every cell says what headings say, none has a digit, the number's none at all: «| Название | дата | ФИО».
    Not «1 | Мероприятия по плану | май | ФИО», nor a header that stands again in the same words.
    """
    if [(span.start, span.end) for span in above] != [(span.start, span.end) for span in row]:
        return False
    pairs = [(heading_role(top.cell.text), top.cell.text, span.cell.text) for top, span in zip(above, row, strict=True)]
    if all(fold_heading(top) == fold_heading(text) for _, top, text in pairs):
        return False
    roles, said = [role for role, _, _ in pairs], [(role, text) for role, _, text in pairs if text]
    is_header = any(role in _MEASURE for role in roles) and any(role in _OTHERS for role in roles)
    if not is_header or len(said) < _FEWEST or all(role not in _OTHERS for role, _ in said):
        return False
    return all(_goes_on(role, text) for role, text in said)


def _goes_on(role: Role | None, text: str) -> bool:
    words = fold_heading(text)
    if not words or len(words) > _WORDS or any(character.isdigit() for character in text):
        return False
    if role == "number":
        return heading_role(text) == "number"
    says = heading_role(text) is not None or any(len(word) > SHORT for word in words)
    if role in _MEASURE:
        return says and is_bare_measure(text)
    if role in _OTHERS:
        return (says or not NAME_OR_POST.isdisjoint(words)) and is_bare(text)
    return True
