"""Rows that go on with the measure above them: cut by a page, by hand, or by merged cells."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal

from ingest.columns.contents import content_of
from ingest.columns.headings import Role
from ingest.columns.lines import Line, own_entries, own_text, shown_text
from ingest.expressions import expression
from ingest.months import GENITIVE, MONTH
from ingest.numbers import clean_number, number_order, split_number
from ingest.rows.habits import Habits, begins_small
from ingest.rows.items import goes_on_with_list, is_dashed

Verdict = Literal["yes", "no", "probably", "hardly"]  # the last two come with a question

# The text cannot end here: a comma, a dash, an opened bracket, a preposition, a conjunction.
OPEN_END = expression(
    r"([,:(«–—-]|(?<!\w)(и|а|в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|или|также|не|их|№+|течение))\s*$",
    re.IGNORECASE,
)
FULL_STOPS = (".", "!", "?", ";")
INITIAL = expression(r"(?<!\w)[А-ЯЁ]\.$")
INITIALS = expression(r"[А-ЯЁ]\.(\s?[А-ЯЁ]\.)?(?=$|[\s,;)])(?!\s*[А-ЯЁ][а-яё]+)")  # not «В.В. Ушакова»
CUT_ROLES: tuple[Role, ...] = ("measure", "deadline", "responsible")
# What is left of «2020-2021 ⏎ учебный год», «август – сентябрь ⏎ 2020г.» on the next page.
YEAR = expression(r"20\d\d|(?i:год)")
MONTH_NAMED = expression(f"(?i){MONTH}")
ADJECTIVE = expression(r"(?i)[а-яё](ые|ый|ых)$")  # «Классные», «социальный»: nobody's post ends so
# «последняя неделя ⏎ марта», «до 1 ⏎ декабря 2024 года» too
REST_OF_DEADLINE = expression(
    rf"(учебн\w+ )?г(од\w*|\.)?|(({'|'.join(GENITIVE)})\s+)?20\d\d\s*г?(\.|ода)?|{'|'.join(GENITIVE)}", re.IGNORECASE
)


def continues(last: Sequence[Line], line: Line, habits: Habits) -> Verdict:
    """Whether a row goes on with the measure above it, which is printed in the rows `last`.

    Unnumbered rows may also be measures (order 306, between 33 and 34). A row without a measure text never
    is; a row that begins with a capital and has all that a measure has is one, if what is above is complete.
    """
    if clean_number(own_text(line, "number")) is not None:  # the dot of «12⏎.» is none
        return _weigh(_evidence(last, line, habits), habits) if _is_rest_of_number(last, line, habits) else "no"
    if not own_text(line, "measure"):
        return "yes"
    if line.top:
        return "no" if _counts_on(last, line, habits) else _weigh_top(last, line, habits)
    small = begins_small(own_text(line, "measure")) and not habits.small_letters
    return _in_midst(last, line, habits) if small else "no"


def is_next_item(last: Sequence[Line], line: Line) -> bool:
    """Whether a text alone on top of a page is the next item of the list that the measure above ends with.

    «б) графиков консультаций;» is no title, though it is marked as one.
    """
    text = own_text(line, "measure")
    alone = len(own_entries(line)) == 1 and all(len(entry.reach) < 2 for entry in own_entries(line))
    return line.top and alone and goes_on_with_list(_whole(last, "measure"), text)


def _is_rest_of_number(last: Sequence[Line], line: Line, habits: Habits) -> bool:
    """True for «2» on top of a page under «1.1.», where the measures have numbers like «1.1.2» and the text goes on."""
    above, rest = own_text(last[0], "number"), own_text(line, "number")
    orders = number_order(clean_number(above)), number_order(clean_number(rest))
    if not line.top or not above.endswith(".") or None in orders or not begins_small(own_text(line, "measure")):
        return False
    return sum(len(order) for order in orders if order) == habits.depth


def _counts_on(last: Sequence[Line], line: Line, habits: Habits) -> bool:
    """True for «6. Провести…» under «5. Обсудить…», where the measures begin with their numbers."""
    measure, above = own_text(line, "measure"), _whole(last, "measure")
    number, known = (number_order(split_number(text)[0]) for text in (measure, own_text(last[0], "measure")))
    counted = number is not None and known is not None and len(number) == len(known) and number > known
    return habits.inside and counted and not goes_on_with_list(above, measure)


def _weigh_top(last: Sequence[Line], line: Line, habits: Habits) -> Verdict:
    """The verdict on a row on top of a page. One that has but a text is hardly a measure of its own."""
    verdict = _weigh(_evidence(last, line, habits), habits)
    if verdict == "probably" and not habits.numbered and _are_whole(last, line, habits):
        return "hardly"
    if verdict != "no":
        return verdict
    bare = all(entry.column.role == "measure" for entry in own_entries(line))
    if bare and (habits.all_numbered or _lacks(line, habits)):
        return "probably"
    is_rest = is_rest_of_deadline(own_text(line, "deadline")) and lacks_year(_end(last, "deadline"))
    return "hardly" if is_rest else "no"


def _are_whole(last: Sequence[Line], line: Line, habits: Habits) -> bool:
    """Whether both rows have a whole cell under one heading: «постоянно» and «в течение года», «приказ» and «справка».

    The second row begins a sentence.
    """
    if begins_small(own_text(line, "measure")) or ends_open(_end(last, "measure")):
        return False
    above, below = shown_text(last[-1], "deadline"), own_text(line, "deadline")
    dated = content_of([above]) == content_of([below]) == "deadline"
    if dated and not ends_open(above) and not is_rest_of_deadline(below):
        return True
    further = (
        {entry.text for entry in (upper, lower) if entry is not None and entry.own}
        for upper, lower in zip_longest(last[-1].entries, line.entries)
        if lower is not None and lower.column.role == "extra"
    )
    return any(texts and "" not in texts and texts <= habits.usual for texts in further)


def _weigh(evidence: int, habits: Habits) -> Verdict:
    """Two signs are enough; without numbers a new measure looks more like a continuation, so three are."""
    enough = 3 if habits.numbered else 4
    return "yes" if evidence >= enough else "probably" if evidence == enough - 1 else "no"


def _evidence(last: Sequence[Line], line: Line, habits: Habits) -> int:
    """How much speaks for a row cut by a page break: 2 for each sign, 1 for a measure above without a full stop."""
    responsible, deadline = own_text(line, "responsible"), own_text(line, "deadline")
    measure = own_text(line, "measure")
    signs = (
        begins_small(measure) and not habits.small_letters,
        goes_on_with_list(_whole(last, "measure"), measure) or _ends_item(last, habits),
        _lacks(line, habits),
        ends_open(_end(last, "measure")),
        ends_open(_end(last, "responsible")) and not responsible[:1].isupper(),
        ends_open(_end(last, "deadline")) or is_rest_of_deadline(deadline),
        any(_closes(_end(last, role), own_text(line, role)) for role in CUT_ROLES),
        responsible[:1].isdigit(),  # «39, Средних школ №№ 2, 7.»: nobody's name begins so
        measure.startswith("№"),  # «в СШ ⏎ №№ 5, 14»
        is_halved(_end(last, "responsible"), responsible),
        INITIALS.match(responsible) is not None,  # «Ушакова ⏎ В.В., завуч»
    )
    return 2 * sum(signs) + (not _is_complete(_end(last, "measure")) or _ends_item(last, habits))


def _closes(above: str, text: str) -> bool:
    """True when a quotation or bracket opened above is closed here: «Дом ⏎ учителя», (2-я ⏎ пятница)."""
    return any(
        above.count(mark) > above.count(end) and text.count(end) > text.count(mark) for mark, end in ("«»", "()")
    )


def _is_complete(text: str) -> bool:
    """True for a text with a full stop; the dot of an initial («с участием Т. И.») is none."""
    return text.endswith(FULL_STOPS) and INITIAL.search(text) is None


def _lacks(line: Line, habits: Habits) -> bool:
    return any(not shown_text(line, role) for role in habits.always)


def ends_open(text: str) -> bool:
    """True when no text can end so: with a comma, a dash, a preposition."""
    return OPEN_END.search(text) is not None


def is_rest_of_deadline(text: str) -> bool:
    """True for «учебный год», «2020г.», «марта»: what a deadline above ends with."""
    return REST_OF_DEADLINE.fullmatch(text) is not None


def is_halved(above: str, text: str) -> bool:
    """True for «Классные» and «руководители», «социальный» and «педагог»."""
    return text[:1].islower() and ADJECTIVE.search(above) is not None


def lacks_year(text: str) -> bool:
    """True for «октябрь-ноябрь», «до 1 декабря»: a year may follow."""
    return MONTH_NAMED.search(text) is not None and YEAR.search(text) is None


def _end(lines: Sequence[Line], role: Role) -> str:
    return next((text for line in reversed(lines) if (text := own_text(line, role))), "")


def _whole(lines: Sequence[Line], role: Role) -> str:
    return "\n".join(text for line in lines if (text := own_text(line, role)))


def _ends_item(last: Sequence[Line], habits: Habits) -> bool:
    """«Сентябрь – планирование работы;», where measures do not end with a semicolon."""
    return _end(last, "measure").endswith(";") and not habits.semicolons


def _in_midst(last: Sequence[Line], line: Line, habits: Habits) -> Verdict:
    """A row that begins with a small letter, but not where a page begins: cut by hand, if at all.

    «Проведение семинаров: | май | Юдин А.А.» over «для учителей | июнь | Яшина Б.В.» is whole already.
    """
    above = _end(last, "measure")
    whole = all(_end(last, role) and own_text(line, role) for role in CUT_ROLES)
    if whole and (above.endswith(":") or (is_dashed(above) and is_dashed(own_text(line, "measure")))):
        return "hardly"
    if _end(last, "deadline") and own_text(line, "deadline") and not ends_open(_end(last, "deadline")):
        return "hardly" if above.endswith(FULL_STOPS) and not _lacks(line, habits) else "probably"
    if _lacks(line, habits) or ends_open(above):
        return "yes"
    return "hardly" if above.endswith(FULL_STOPS) else "probably"
