"""Doubts about ranges of schools whose inner numbers the order has nowhere else: «школ №№ 17–37» may be two schools."""

import re
from collections import defaultdict
from collections.abc import Iterator

from normalize.fold import fold, squeeze
from normalize.parties.drafts import Draft
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.schools.counted_numbers import find_doubtful
from normalize.schools.numbered import small_letters

_INNER = 3  # numbers inside a range; of «30–32» nobody doubts it
_KNOWN = 5  # numbers that an order prints one by one, from which on those that it does not print are strange
_WORD_GOES_ON = re.compile(r"[а-яё]*")
_RANGE = re.compile(r"\d+\s*[-‐‑–—−]\s*(?:№\s*)*\d+")


def ask_doubtful_ranges(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«школ №№ 2–7» where the order names 2, 7, 11, 14, 20 and never 3 to 6: all of them, or two schools?

    Not: a range one of whose inner numbers is printed somewhere; not an order that prints few numbers.
    """
    ranges: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    printed: set[str] = set()
    for row in rows:
        for text, drafts in ((row.responsible, row.drafts), (row.measure, row.in_measure)):
            for draft in drafts:
                number = draft.target.school_number if draft.target is not None else None
                if number is None or draft.target is None:
                    continue
                said = text[draft.target.start : draft.target.end]
                if _RANGE.fullmatch(said) and not said.endswith(number):
                    ranges[squeeze(said)].append((row.position, draft))
                else:
                    printed.add(number)
    for said, touched in ranges.items():
        inner = {draft.target.school_number for _, draft in touched if draft.target is not None}
        if len(inner) >= _INNER and len(printed) >= _KNOWN and not inner & printed:
            yield OrderDoubt(
                f"range|{fold(said)}",
                "open_set",
                f"«{said}»: все школы подряд или только две?",
                said,
                tuple(dict.fromkeys(position for position, _ in touched)),
                tuple(touched),
            )


def ask_dates_or_schools(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«СОШ № 2, 7 – 15 декабря»: the school № 7 and a day, or days from the 7th on?

    Not: «школах № 2, 7 – 15 декабря», «школе № 2, 7 – 15 декабря», where the word says how many schools there are.
    """
    for row in rows:
        for text, drafts in ((row.responsible, row.drafts), (row.measure, row.in_measure)):
            for start, end in find_doubtful(small_letters(text)) if "№" in text else ():
                schools = [one for one in drafts if one.target is not None and one.target.start == start]
                said = squeeze(text[start:end] + _WORD_GOES_ON.findall(text, end)[0])
                if schools:
                    yield OrderDoubt(
                        f"range|{fold(said)}",
                        "open_set",
                        f"«{said}»: первое число – номер школы?",
                        said,
                        (row.position,),
                        tuple((row.position, one) for one in schools),
                    )
