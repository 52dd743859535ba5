"""What a clerk's word on a cell or a deadline changes in how it is read.

The other answers, about spellings, take effect where spellings are resolved (normalize/names/);
those that only say «as printed» change nothing but the question.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from normalize.answers import typed_deadlines
from normalize.calendar_year import PlanYear
from normalize.deadlines.read import Reading
from normalize.fold import fingerprint, fold, squeeze
from normalize.given_years import given_year, needs_year
from normalize.model import Deadline, Decision
from normalize.parties.drafts import CellDoubt, CellReading, Draft, are_apart_from_title, doubt_key
from normalize.parties.read import read_cell
from normalize.parties.walk import OPEN_TITLE
from normalize.titles.post_of_one import role_of_one
from normalize.titles.roles import singular_role

ONE_POST = "одна должность через дефис"
THE_NAMED = "названные люди"
SOMEBODY_ELSE = "кто-то ещё"
THEIR_PLACE = "организация человека"
LEFT_TITLE = "должность стоящего слева"
ONE_PERSON = "один человек"
ONE_OF_SET = "один"
ALL_OF_EACH = "каждый за всё"
OTHERS_TITLE = "должность другого человека"
UNREAD = "deadline_unread"  # kind of the question about a cell in which no deadline was found

CELL_CHOICES: Mapping[str, tuple[str, ...]] = {
    "lost_separator": ("двое, потеряна запятая", ONE_POST),
    "shared_title": (THE_NAMED, SOMEBODY_ELSE),
    "place_or_party": ("отдельный исполнитель", THEIR_PLACE),
    "title_order": ("должность стоящего справа", LEFT_TITLE),
    "whose_title": ("должность этого человека", OTHERS_TITLE),
    "title_and_name": ("двое", ONE_PERSON),
    "title_pairs": ("по порядку", ALL_OF_EACH),
    "open_set": ("все", ONE_OF_SET),
    "further_title": ("должность этого человека", OTHERS_TITLE),
}


def decide_cell(reading: CellReading, text: str, verdicts: Mapping[str, Decision]) -> CellReading:
    """The cell as a person says it is to be read; unchanged where nobody said anything."""
    drafts = reading.drafts
    for doubt in reading.doubts:
        decided = verdicts.get(doubt_key(doubt, text))
        if decided is None:
            continue
        inside = [draft for draft in drafts if draft.start < doubt.end and doubt.start < draft.end]
        if decided.verb == "not_a_name":
            drafts = tuple(draft for draft in drafts if draft not in inside)
        effect = _EFFECTS.get(decided.answer or "")
        if effect is not None and inside:
            drafts = _put(drafts, inside, effect(inside, doubt, text))
    return replace(reading, drafts=drafts)


def _put(drafts: tuple[Draft, ...], old: list[Draft], new: list[Draft]) -> tuple[Draft, ...]:
    return tuple(sorted([*(draft for draft in drafts if draft not in old), *new], key=lambda draft: draft.start))


def _join_posts(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«Методисты руководители ШМО» → one post, «методисты-руководители ШМО»; «завуч, ответственный за ГИА» keeps its
    comma."""
    first, last = inside[0], inside[-1]
    role = (", " if "," in text[first.end : last.start] else "-").join(draft.role for draft in inside if draft.role)
    return [replace(last, start=first.start, end=last.end, role=role, rule="decision")]


def _give_title_away(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«Плотникова Т.А., Щипанова В.Н., эксперты»: the experts are others than the two, and read so by now."""
    return [replace(draft, rule="decision") for draft in inside]


def _give_title_to_named(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«Вязова А.К., Лосев П.И., руководители школ»: they are; a title that is read as theirs already stays."""
    if not are_apart_from_title(inside):
        return inside
    *names, group = inside
    role = role_of_one(group.role or "")
    return [replace(one, role=role, target=one.target or group.target, rule="decision", plural=True) for one in names]


def _give_place(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«Петрова А.А., МБУ ДО …»: her organization, no party of its own."""
    organization = inside[-1]
    return [replace(draft, target=organization.target, rule="decision") for draft in inside[:-1]]


def _swap_title(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«Устинова Г.Я., педагог-психолог Жукова Р.И.»: the title is the first one's."""
    left, right = inside[0], inside[-1]
    return [
        replace(left, role=right.role, target=right.target, rule="decision"),
        *inside[1:-1],
        replace(right, role=None, target=None, rule="decision"),
    ]


def _give_title(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«завхоз, Лысак Т.В.»: he is the one; «директор школы № 3, руководитель ППЭ Вязова А.К.»: she is both."""
    office, person = inside[0], inside[-1]
    if person.role is not None:
        both = ((person.role, person.target), *person.other_roles)
        return [replace(person, role=office.role, target=office.target, other_roles=both, rule="decision")]
    # «завуч, ответственный за ГИА, Вязова А.К.»
    further = tuple((one.role, one.target) for one in inside[1:-1] if one.role is not None)
    target = office.target or person.target
    return [replace(person, role=office.role, target=target, other_roles=further, rule="decision")]


def _part_title(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«Чижова И.Н., завуч, социальный педагог»: the social pedagogue is somebody else."""
    person = inside[0]
    if person.other_roles:
        role, target = person.other_roles[-1]
    elif person.rule == OPEN_TITLE and person.role is not None:
        role, target = person.role, person.target
    else:
        return inside
    open_title = text[person.end : doubt.end] if not person.other_roles else text[doubt.start : doubt.end]
    printed = re.split(r",|\n|\s[-–—]\s", open_title)[-1].strip(" .;\n")
    start = text.rfind(printed, doubt.start, doubt.end)
    group = Draft(start, start + len(printed), "group", None, _of_many(role, printed), target, "decision", 1.0)
    if not person.other_roles:
        return [replace(person, role=None, target=None, rule="decision"), *inside[1:], group]
    return [replace(person, other_roles=person.other_roles[:-1]), *inside[1:], group]


def _of_many(role: str, printed: str) -> str:
    """«классные руководители» of «кл. рук.», which nobody before it holds; other titles as they are."""
    alone = read_cell(printed).drafts
    plural = alone[0].role if len(alone) == 1 else None
    return plural if plural is not None and singular_role(plural) == role else role


def _say_one(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«рук. ОУ»: the head of one."""
    return [replace(draft, role=singular_role(draft.role or ""), rule="decision", plural=False) for draft in inside]


def _give_all_titles(inside: list[Draft], doubt: CellDoubt, text: str) -> list[Draft]:
    """«координаторы ГИА-9 и ГИА-11: Вязова А.К., Лосев П.И.»: each coordinates both."""
    (role, target), *others = dict.fromkeys((draft.role, draft.target) for draft in inside)
    further = tuple((title, of) for title, of in others if title is not None)
    return [replace(draft, role=role, target=target, other_roles=further, rule="decision") for draft in inside]


_EFFECTS: Mapping[str, Callable[[list[Draft], CellDoubt, str], list[Draft]]] = {
    ONE_POST: _join_posts,
    THE_NAMED: _give_title_to_named,
    SOMEBODY_ELSE: _give_title_away,
    THEIR_PLACE: _give_place,
    LEFT_TITLE: _swap_title,
    OTHERS_TITLE: _part_title,
    ONE_PERSON: _give_title,
    ONE_OF_SET: _say_one,
    ALL_OF_EACH: _give_all_titles,
}


NO_DEADLINE = "срока нет"
PERMANENT = "постоянно или по запросу"


def decide_deadline(
    reading: Reading, measure: str, text: str, year: PlanYear, verdicts: Mapping[str, Decision]
) -> Reading:
    """The deadline that a person gave for a measure, in words («до 1 ноября 2020 г.») or by an offer.

    Words are read by the same rules, those that are only a year as the cell of that year; those that cannot be
    («не нужен») leave the reading as it was. What the deadline's text is stays as printed (CONTRACT.md §2,
    v_deadlines), of words that replace it the whole cell.
    """
    subjects = [f"{kind}|{fingerprint(measure)}" for kind in ("empty_deadline", "month_out_of_order")]
    subjects += [f"{kind}|{fold(text)}" for doubt in reading.doubts for kind in (doubt.kind, UNREAD)]
    for subject in subjects:
        decided = verdicts.get(subject)
        if decided is None:
            continue
        typed = typed_deadlines(decided.answer or "", year, text) if decided.verb == "text" else None
        if typed is not None:
            of_year = given_year(decided.answer or "") is not None and needs_year(text)
            printed = typed.deadlines if of_year else tuple(replace(one, text=squeeze(text)) for one in typed.deadlines)
            return replace(typed, deadlines=printed, rules=tuple("decision" for _ in typed.rules))
        if decided.verb == "same" and decided.answer == PERMANENT:
            endless = Deadline(squeeze(text), "ongoing", None, None, None, inferred=False)
            return Reading((endless,), (), ("decision",))
    return reading
