"""Words of titles that are printed short and that no rule writes out: «предм.», «учителя-лоббиср.», «обр-я»."""

import re
from collections.abc import Iterator

from ingest.expressions import expression
from normalize.morphology import is_word
from normalize.parties.drafts import Draft
from normalize.parties.short_words import is_cut
from normalize.questions.doubt import ReadRow
from normalize.vocabulary import forms_of

_WITH_DOT = expression(r"(?<![\w.«-])(?:[А-ЯЁа-яё][а-яё]+-)?[а-яё]{2,}(?=\.)")
_DRAWN = expression(r"(?<![\w«-])[А-ЯЁа-яё][а-яё]+-[а-яё]{1,3}(?![\w-])")
_DOTTED = forms_of("abbreviations", "dotted")
_PLAIN = forms_of("abbreviations", "drawn")
_PARTICLES = ("-то", "-ка", "-де")


def words_cut_short(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    """The position, the party and the word, for each word that stands in the party's role as it is printed."""
    for row in rows:
        for draft in row.drafts:
            role = draft.role if draft.role and draft.rule != "unknown phrase" else ""
            for word in dict.fromkeys(_words(row.responsible, draft)) if role else ():
                ends = re.search(rf"(?<![\w-]){re.escape(word)}(?:\.|$|(?=[\s,]))", role, re.IGNORECASE)
                if ends is not None and _is_short(word, is_last=ends.end() == len(role)):
                    yield row.position, draft, word


def _words(text: str, draft: Draft) -> Iterator[str]:
    """The words in question, of a person's title in the whole cell: its span is the name's."""
    start, end = (0, len(text)) if draft.kind == "person" else (draft.start, draft.end + 1)
    for pattern in (_WITH_DOT, _DRAWN):
        for match in pattern.finditer(text, start, end):
            yield match.group()


def _is_short(word: str, *, is_last: bool) -> bool:
    """No word, or else with its dot inside the title: the last dot may end a sentence. Not «г.», «им.», «уч-ся»."""
    first, _, last = word.lower().rpartition("-")
    if first and len(last) < 4 and f"-{last}" not in _PARTICLES:
        is_compound = len(last) == 3 and is_word(first) and is_word(last)  # «мини-зал»
        return not is_compound and word.lower() not in _PLAIN and not is_word(word.lower())
    return f"{word}." not in _DOTTED and (is_cut(last) or (not is_last and not first))


_HAS_PARTS = expression(
    r"отделени|(?<![а-яё])(?:студен[тч]|колледж|техникум|училищ|тренер|концертмейстер|дюсш|сшор|дши|дмш)"
    r"|(?:спортивн|музыкальн|художественн)\w+\s+школ|школ\w*\s+искусств",
    re.IGNORECASE,
)
_HEAD_OF_PART = expression(r"(?<![а-яё])зав\.?\s*отд\.?(?![а-яё])", re.IGNORECASE)


def parts_cut_short(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    """The heads «зав. отд.» in an order that speaks of an «отделение» too, of students or of trainers, whose colleges
    and schools are made of them: it is read as «отделом», and may be that."""
    if not any(_HAS_PARTS.search(f"{row.responsible} {row.measure}") for row in rows):
        return
    for row in rows:
        printed = [match.start() for match in _HEAD_OF_PART.finditer(row.responsible)]
        for draft in row.drafts:
            if printed and (draft.role or "").startswith("заведующий отделом"):
                yield row.position, draft, "отд."
