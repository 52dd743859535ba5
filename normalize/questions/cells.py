"""Doubts about cells: what the cell rules were not sure of, and whether another row says it.

Each rule's docstring has an example and, after «not», a counter-example.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from normalize.fold import squeeze
from normalize.model import Candidate
from normalize.names.placed_titles import FROM_THE_ORDER, IN_DOUBT
from normalize.other_rows.several_posts import is_assignment
from normalize.parties.drafts import CellDoubt, Draft, doubt_key
from normalize.parties.short_heads import OF_PLACES
from normalize.parties.walk import OPEN_TITLE
from normalize.questions.doubt import OrderDoubt, ReadRow, choices
from normalize.questions.other_titles import titles_in_doubt
from normalize.questions.roles import ABBREVIATION
from normalize.questions.schools import offer_schools
from normalize.questions.surnames import offer_people
from normalize.questions.verdict_effects import CELL_CHOICES
from normalize.same_posts import is_part

_OF_PEOPLE = frozenset({"title_order", "place_or_party"})


def ask_cell_readings(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """What the cell rules were not sure of: «Методисты руководители ШМО». Not: «Инспектор ОДН Соц. педагог»."""
    for key, cases in _open_doubts(rows).items():
        row, first = cases[0]
        touched = tuple(
            (one.position, draft)
            for one, doubt in cases
            for draft in one.drafts
            if draft.start < doubt.end and doubt.start < draft.end
        )
        printed = squeeze(row.responsible[first.start : first.end])
        found = [draft for _, draft in touched]
        yield OrderDoubt(
            key,
            first.kind,
            first.text,
            printed,
            tuple(one.position for one, _ in cases),
            touched,
            _offers(rows, first.kind, printed, found),
        )


def _offers(rows: tuple[ReadRow, ...], kind: str, printed: str, found: list[Draft]) -> tuple[Candidate, ...]:
    """`found`: what was read of the words; where a person was, it is not asked who that is."""
    if any(draft.rule == "bare school" for draft in found):
        return offer_schools(rows, printed)
    if kind == "unknown_phrase" and all(draft.person is None for draft in found):
        return offer_people(rows, printed)
    return choices(*CELL_CHOICES.get(kind, ()))


def _open_doubts(rows: tuple[ReadRow, ...]) -> Mapping[str, list[tuple[ReadRow, CellDoubt]]]:
    """Key → the doubts of cells that no other row of the order settles."""
    found: dict[str, list[tuple[ReadRow, CellDoubt]]] = defaultdict(list)
    sure, places = _sure_titles(rows), _places(rows)
    _add_settled(rows, sure)
    for row in rows:
        for doubt in row.cell_doubts:
            if doubt.kind in _OF_PEOPLE and _is_settled(row, doubt, sure, places):
                continue
            if doubt.kind == "whose_title" and _is_his(row, doubt, sure):
                continue
            if doubt.kind == "title_and_name" and _are_two(row, doubt, sure):
                continue
            if doubt.kind == "abbreviation" and _is_explained(row, doubt):
                continue
            if doubt.kind == "unknown_phrase" and _is_placed(row, doubt):
                continue
            if doubt.kind == "open_set" and not _is_set_of_places(row, doubt):
                continue
            found[doubt_key(doubt, row.responsible)].append((row, doubt))
    return found


def _is_explained(row: ReadRow, doubt: CellDoubt) -> bool:
    """«ИРО» where the order, or another one, names «ГАОУ ДПО СО «ИРО»»: the letters are its name."""
    targets = [draft.target for draft in row.drafts if (draft.start, draft.end) == (doubt.start, doubt.end)]
    return any(target is not None and ABBREVIATION.fullmatch(target.name) is None for target in targets)


def _is_set_of_places(row: ReadRow, doubt: CellDoubt) -> bool:
    """«зав. ДОУ», unless the order says that there is one: the kindergarten's own plan."""
    return any(draft.rule == OF_PLACES and draft.start == doubt.start for draft in row.drafts)


def _is_placed(row: ReadRow, doubt: CellDoubt) -> bool:
    """«Департамент» in the department's own order: a noun that was found to mean it, or is asked about."""
    return any(
        draft.rule == IN_DOUBT or (draft.kind == "organization" and draft.rule == FROM_THE_ORDER)
        for draft in row.drafts
        if (draft.start, draft.end) == (doubt.start, doubt.end)
    )


def _is_settled(row: ReadRow, doubt: CellDoubt, sure: Mapping[str, set[str]], places: Mapping[str, set[str]]) -> bool:
    """«Вязова А.К., педагог Лосев П.И.» where another row says whose title it is: hers is another, or it is his."""
    people = [draft for draft in row.drafts if draft.person and draft.start < doubt.end and doubt.start < draft.end]
    if not people or people[0].person is None:
        return False
    left, right = people[0].person.key, people[-1]
    if doubt.kind == "place_or_party":
        if people[0].role is not None:
            return bool(sure[left])
        return _works_elsewhere(left, [draft for draft in row.drafts if draft.end == doubt.end], places)
    has_it = right.person is not None and right.role in sure[right.person.key]
    return right.role not in sure[left] and (bool(sure[left]) or has_it)


def _works_elsewhere(person: str, beside: list[Draft], places: Mapping[str, set[str]]) -> bool:
    """«Вязова А.К., ЦРО» where another row says «Вязова А.К., учитель СОШ № 4»; a title alone proves no place."""
    named = {draft.target.key for draft in beside if draft.target is not None}
    return bool(places[person]) and not named & places[person]


def _places(rows: tuple[ReadRow, ...]) -> dict[str, set[str]]:
    """Person key → the schools and organizations in which the order shows them."""
    places: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for draft in row.drafts:
            if draft.person is not None and draft.target is not None:
                places[draft.person.key].add(draft.target.key)
    return places


def _is_his(row: ReadRow, doubt: CellDoubt, sure: dict[str, set[str]]) -> bool:
    """«Вязова А.К., Лосев П.И., завуч» where another row says «Лосев П.И., завуч» for sure.

    Or where other rows say the titles of all before him and none of his: he is named with his title for once.
    Not «Вязова А.К., Лосев П.И., рук. ГМО» where another row says «Руководители ГМО: Вязова А.К., Лосев П.И.».
    """
    last = next((draft for draft in row.drafts if draft.rule == OPEN_TITLE and draft.start == doubt.start), None)
    if last is None or last.person is None or last.role is None:
        return False
    before = [one.person.key for one in row.drafts if one.person and not one.role and one.end <= last.start]
    if any(last.role in sure[key] for key in before):
        return False
    on_next_line = "\n" in row.responsible[last.end : doubt.end].rstrip()  # that may be another line of the list
    for_once = bool(before) and not sure[last.person.key] and not on_next_line
    for_once = for_once and not last.role.startswith("представитель")
    return last.role in sure[last.person.key] or (for_once and all(sure[key] for key in before))


def _add_settled(rows: tuple[ReadRow, ...], sure: dict[str, set[str]]) -> None:
    """Adds the titles that are settled by other rows: they say of other cells whose a title is."""
    found: list[tuple[str, str]] = []
    for row in rows:
        for doubt in row.cell_doubts:
            last = next((one for one in row.drafts if one.rule == OPEN_TITLE and one.start == doubt.start), None)
            if doubt.kind == "whose_title" and last is not None and last.person and last.role:
                found += [(last.person.key, last.role)] if _is_his(row, doubt, sure) else []
    for person, role in found:
        sure[person].add(role)


def _are_two(row: ReadRow, doubt: CellDoubt, sure: Mapping[str, set[str]]) -> bool:
    """«Секретарь, Вязова А.К.» where other rows say what she is, and it is no secretary.

    Not «Куратор, Вязова А.К.», which she may be on top of her post.
    """
    inside = [draft for draft in row.drafts if doubt.start <= draft.start < doubt.end]
    if [draft.kind for draft in inside] != ["group", "person"] or inside[1].role or inside[1].person is None:
        return False
    role, known = inside[0].role or "", sure[inside[1].person.key]
    told = any(is_part(role, one) or is_part(one, role) for one in known)
    return bool(known) and not told and not is_assignment(role)


def _sure_titles(rows: tuple[ReadRow, ...]) -> dict[str, set[str]]:
    """Person key → the titles that cells without such a doubt give them, and those that earlier orders do.

    Not those that are themselves asked about: a doubtful reading confirms no other.
    """
    sure: dict[str, set[str]] = defaultdict(set)
    asked = titles_in_doubt(rows)
    for person, titles in (rows[0].held if rows else {}).items():
        sure[person] |= titles
    for row in rows:
        doubtful = [doubt for doubt in row.cell_doubts if doubt.kind in _OF_PEOPLE]
        for draft in row.drafts:
            beside = any(draft.start < doubt.end and doubt.start < draft.end for doubt in doubtful)
            if draft.person is None or not draft.role or beside or draft.rule == OPEN_TITLE:
                continue
            if (draft.person.key, draft.role) not in asked:
                sure[draft.person.key].add(draft.role)
    return sure
