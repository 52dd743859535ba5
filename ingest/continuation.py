"""Rows that go on with the measure above them: cut by a page, by hand, or by merged cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.headings import Role
from ingest.items import goes_on_with_list, is_dashed
from ingest.lines import Line, own_entries, own_text, shown_text
from ingest.numbers import clean_number

Verdict = Literal["yes", "no", "probably", "hardly"]  # the last two come with a question

FILLED = 0.8  # a column that at least this share of the numbered rows fill is one that every measure has
SOME = 0.2  # a share of the measures that makes a habit
# The text cannot end here: a comma, a dash, an opened bracket, a preposition, a conjunction.
OPEN_END = re.compile(
    r"([,:(«–—-]|(?<!\w)(и|а|в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|или|также|не|их|№+|течение))\s*$",
    re.IGNORECASE,
)
FULL_STOPS = (".", "!", "?", ";")
INITIAL = re.compile(r"(?<!\w)[А-ЯЁ]\.$")
INITIALS = re.compile(r"[А-ЯЁ]\.(\s?[А-ЯЁ]\.)?(?=$|[\s,;)])(?!\s*[А-ЯЁ][а-яё]+)")  # not «В.В. Ушакова»
CUT_ROLES: tuple[Role, ...] = ("measure", "deadline", "responsible")
# What is left of «2020-2021 ⏎ учебный год», «август – сентябрь ⏎ 2020г.» on the next page.
REST_OF_DEADLINE = re.compile(r"(учебн\w+ )?г(од\w*|\.)?|20\d\d\s*г?(\.|ода)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the rows of a plan are usually like."""

    numbered: bool
    always: frozenset[Role]  # columns that every measure fills
    small_letters: bool  # measures may begin with a small letter
    semicolons: bool  # measures may end with a semicolon


def find_habits(lines: Sequence[Line]) -> Habits:
    """The habits of a plan, from its rows that have a number (from all, where none has)."""
    numbered = [line for line in lines if own_text(line, "number")]
    usual = numbered or list(lines)
    roles: tuple[Role, ...] = ("deadline", "responsible")
    share = {role: _share([shown_text(line, role) != "" for line in usual]) for role in roles}
    always = frozenset(role for role in roles if share[role] >= FILLED)
    small = _share([begins_small(own_text(line, "measure")) for line in usual])
    semicolons = sum(own_text(line, "measure").endswith(";") for line in usual)  # one is perhaps the one that is cut
    return Habits(len(numbered) * 2 > len(lines), always, small > SOME, semicolons > max(1, SOME * len(usual)))


def continues(last: Sequence[Line], line: Line, habits: Habits) -> Verdict:
    """Whether a row goes on with the measure above it, which is printed in the rows `last`.

    Unnumbered rows may also be measures (order 306, between 33 and 34). A row without a measure text never
    is; a row that begins with a capital and has all that a measure has is one, if what is above is complete.
    """
    if clean_number(own_text(line, "number")) is not None:  # the dot of «12⏎.» is none
        return "no"
    if not own_text(line, "measure"):
        return "yes"
    if line.top:
        return _weigh(_evidence(last, line, habits), habits)
    small = begins_small(own_text(line, "measure")) and not habits.small_letters
    return _in_midst(last, line, habits) if small else "no"


def is_next_item(last: Sequence[Line], line: Line) -> bool:
    """Whether a text alone on top of a page is the next item of the list that the measure above ends with.

    «б) графиков консультаций;» is no title, though it is marked as one.
    """
    text = own_text(line, "measure")
    alone = len(own_entries(line)) == 1 and all(len(entry.reach) < 2 for entry in own_entries(line))
    return line.top and alone and goes_on_with_list(_whole(last, "measure"), text)


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


def begins_small(text: str) -> bool:
    """True when the first letter is a small one (quotes and dashes before it are passed over)."""
    first = next((char for char in text if char.isalnum()), "")
    return first.islower()


def ends_open(text: str) -> bool:
    """True when no text can end so: with a comma, a dash, a preposition."""
    return OPEN_END.search(text) is not None


def is_rest_of_deadline(text: str) -> bool:
    """True for «учебный год», «2020г.»: what a deadline above ends with."""
    return REST_OF_DEADLINE.fullmatch(text) is not None


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


def _share(facts: Sequence[bool]) -> float:
    return sum(facts) / len(facts) if facts else 0.0
