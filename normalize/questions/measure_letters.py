"""Doubts about letters that stand among the schools of a measure's own text, where the order never explains them."""

import re
from collections.abc import Iterator

from ingest.expressions import expression
from normalize.fold import fold
from normalize.parties.drafts import Draft
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.vocabulary import forms_of

# A gymnasium or a lyceum by its letters; not «ДОЛ», «ЗОЛ», which are camps
_LETTERS = expression(r"(?<![\w-])(?![А-ЯЁ]*ОЛ\b)[А-ЯЁ]{1,5}[ГЛ](?![\w-])")
_KNOWN = frozenset(
    form for vocabulary, section in (("roles", "known"), ("organizations", "known"), ("organizations", "legal"))
    for form in forms_of(vocabulary, section)
)  # fmt: skip
_JOINT = r"\s*(?:[,;]\s*(?:и\s)?|и\s)\s*"
_BEHIND_SCHOOL = expression(_JOINT)
_BEFORE_SCHOOL = expression(rf"{_JOINT}(?:[А-ЯЁа-яё]+\s+){{0,2}}(?:№\s*)*")
_DASH = expression(r"\s*[-–—]\s*")


def ask_letters_among_schools(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«СШ № 7 – СШ № 34, ОШ № 39 – КУГ», «в Лицее № 9, КУГ и школах № 21»: a school by its letters?

    Not: letters that the order explains; «СШ № 7 – ГТО», where a dash pairs no schools.
    """
    for row in rows:
        schools = [draft for draft in row.in_measure if draft.kind == "school"]
        for match in _LETTERS.finditer(row.measure) if schools else ():
            letters = match.group()
            read = any(draft.start < match.end() and match.start() < draft.end for draft in row.in_measure)
            if read or fold(letters) in _KNOWN | row.explains or not _is_among(row.measure, match, schools):
                continue
            yield OrderDoubt(
                f"abbreviation|{fold(letters)}",
                "abbreviation",
                f"Что значит «{letters}»?",
                letters,
                (row.position,),
            )


def _is_among(text: str, letters: re.Match[str], schools: list[Draft]) -> bool:
    """Whether a school stands right before or behind the letters, joined as in a list, or paired as others are."""
    pairs = any(_DASH.fullmatch(text, one.end, other.start) for one in schools for other in schools)
    return any(
        _BEHIND_SCHOOL.fullmatch(text, one.end, letters.start())
        or _BEFORE_SCHOOL.fullmatch(text, letters.end(), one.start)
        or (pairs and _DASH.fullmatch(text, one.end, letters.start()))
        for one in schools
    )
