"""Several subjects of one name: «Председатели ГМО: математика – Вязова А.К., химия, биология – Лосев П.И.»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.titles.roles import SUBJECT_NAMES
from normalize.titles.subjects import genitive, in_genitive

_BETWEEN = re.compile(r"(\s*,\s*|\s+и\s+)")  # what is printed between them is kept


def join_subjects(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """The phrases of a text, subjects in a row before the dash of a name one phrase; only behind a title of a list."""
    if not any(phrase.joint == ":" for phrase in phrases):
        return list(phrases)
    text_of = [text[phrase.start : phrase.end] for phrase in phrases]
    joined: list[Phrase] = []
    for at, phrase in enumerate(phrases):
        further = phrase.joint in (",", "и") and not phrase.is_on_new_line and are_subjects(text_of[at])
        if further and are_subjects(text_of[at - 1]) and _leads_to_name(phrases, text_of, at):
            joined[-1] = replace(joined[-1], units=[*joined[-1].units, *phrase.units])
        else:
            joined.append(phrase)
    return joined


def are_subjects(printed: str) -> bool:
    """«русский язык», «химия, биология»: subjects by their names."""
    return _is_one(printed) or all(map(_is_one, _BETWEEN.split(printed)[::2]))


def subjects_in_genitive(printed: str) -> str:
    """«химия, биология» → «химии, биологии»."""
    if _is_one(printed):
        return genitive(fold(printed))
    parts = _BETWEEN.split(printed)
    return "".join(part if at % 2 else genitive(fold(part)) for at, part in enumerate(parts))


def _is_one(printed: str) -> bool:
    return fold(printed) in SUBJECT_NAMES and fold(printed) not in in_genitive()


def _leads_to_name(phrases: Sequence[Phrase], text_of: Sequence[str], at: int) -> bool:
    """Whether behind the subjects that go on from `at` a name stands behind a dash."""
    end = at + 1
    while end < len(phrases) and phrases[end].joint in (",", "и") and are_subjects(text_of[end]):
        end += 1
    return end < len(phrases) and phrases[end].kind == "person" and phrases[end].joint == "-"
