"""Doubts about lists of schools: two lists that almost agree, a property that may cover all or some."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.expressions import expression
from normalize.candidates import bare_school_type
from normalize.fold import fingerprint, fold
from normalize.model import Candidate, Decision
from normalize.parties.drafts import Draft, targets_of
from normalize.parties.units import Target
from normalize.questions.doubt import OrderDoubt, ReadRow, choices


def _school_lists(drafts: tuple[Draft, ...]) -> dict[str, dict[str, Draft]]:
    """Role → {school key: draft} of a cell."""
    lists: dict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        if draft.kind == "school" and draft.target is not None:
            lists[draft.role or ""][draft.target.key] = draft
    return lists


def ask_lists_within_measure(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """A measure «Корректировка программ школ №№ 2, 7, 11, 38» whose responsible list lacks 11 and 38.

    Not: a measure that names one host school; not lists that have little in common; not a school whose director is
    named.
    """
    for row in rows:
        named = {draft.target.key: draft for draft in row.in_measure if draft.kind == "school" and draft.target}
        answering = {key: draft for members in _school_lists(row.drafts).values() for key, draft in members.items()}
        of_people = {target.key for draft in row.drafts if draft.person for target in targets_of(draft)}
        missing = [draft for key, draft in named.items() if key not in answering and key not in of_people]
        common = len(named) - len(missing)
        if len(named) > 3 and missing and common * 2 >= len(named) and answering:
            names = ", ".join(draft.target.name for draft in missing if draft.target is not None)
            yield OrderDoubt(
                f"lists_differ|{fingerprint(row.measure)}", "lists_differ",
                f"В тексте мероприятия {row.label} названы школы, которых нет среди ответственных: {names}. "
                "Они не отвечают?",
                names, (row.position,), candidates=choices("не отвечают, как напечатано", "пропущены"),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _SchoolList:
    """One list of a cell: the schools of one role."""

    row: ReadRow
    role: str
    members: Mapping[str, Draft]


def ask_lists_almost_equal(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """Lists of ten schools or more that differ in one or two: one list with slips, or several? Not: equal lists."""
    found = (_SchoolList(row, role, each) for row in rows for role, each in _school_lists(row.drafts).items())
    lists = [one for one in found if len(one.members) >= 10]
    for group in _near(lists):
        yield _almost_equal(frozenset(key for one in group for key in one.members), group)


def _near(lists: Sequence[_SchoolList]) -> list[list[_SchoolList]]:
    """Groups of lists of which each differs from another of its group by one or two schools; equal ones with them."""
    groups: list[list[_SchoolList]] = []
    for one in lists:
        near = [group for group in groups if any(len(one.members.keys() ^ each.members.keys()) <= 2 for each in group)]
        groups = [group for group in groups if not any(group is each for each in near)]
        groups.append([*(each for group in near for each in group), one])
    differ = [group for group in groups if len({frozenset(one.members) for one in group}) > 1]
    return [sorted(group, key=lambda one: one.row.position) for group in differ]


def _almost_equal(whole: frozenset[str], lists: Sequence[_SchoolList]) -> OrderDoubt:
    """«Списки школ в мероприятиях 3, 5 почти совпадают: в 3 нет № 51, в 5 нет № 25. Это один список?»."""
    targets = {key: draft.target for one in lists for key, draft in one.members.items() if draft.target is not None}
    lacking: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in lists:
        several = sum(each.row is one.row for each in lists) > 1  # lists of two roles in one cell
        missing = tuple(sorted(whole - one.members.keys(), key=lambda key: targets[key].name))
        lacking[missing].append(f"{one.row.label} («{one.role}»)" if several else one.row.label)
    said = [
        f"в {', '.join(labels)} нет {', '.join(_number(targets[key]) for key in keys)}"
        for keys, labels in lacking.items()
        if keys
    ]
    measures = tuple(dict.fromkeys(one.row for one in lists))
    word = "мероприятиях" if len(measures) > 1 else "мероприятии"
    return OrderDoubt(
        "lists_almost_equal|" + fingerprint(" ".join(sorted(key.split("|")[-1] for key in whole))), "lists_differ",
        f"Списки школ в {word} {', '.join(row.label for row in measures)} почти совпадают: {', '.join(said)}. "
        "Это один список?",
        ", ".join(sorted({targets[key].name for keys in lacking for key in keys})),
        tuple(row.position for row in measures), candidates=choices("разные, как напечатано", "один список"),
    )  # fmt: skip


def _number(school: Target) -> str:
    return f"№ {school.school_number}" if school.school_number else f"«{school.name}»"


def offer_schools(rows: tuple[ReadRow, ...], words: str) -> tuple[Candidate, ...]:
    """The schools of the order that «Лицея» may mean: those of its type, the oftenest printed first."""
    wanted = bare_school_type(words)
    if wanted is None:
        return ()
    targets = [draft.target for row in rows for draft in (*row.drafts, *row.in_measure) if draft.target is not None]
    alike = Counter((one.key, one.name) for one in targets if one.school_type == wanted)
    ordered = sorted(alike.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(key, name, ("вид школы равен", _times(n))) for (key, name), n in ordered)


def _times(number: int) -> str:
    """«назван в приказе 2 раза»."""
    few = number % 10 in (2, 3, 4) and number % 100 // 10 != 1
    return f"в приказе {number} {'раза' if few else 'раз'}"


ALL_OF_THEM = "ко всем"
_QUOTED_STATUS = expression(r"[«\"“](?P<status>[а-яё]+(?:ых|их))[»\"”]\s+[А-ЯЁа-яё]+\s+(?:школ|лице|гимнази)")


def ask_status_scope(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """««опорных» Средних школ №№ 3, 15, Лицеев №№ 9, 10»: does the word cover the lyceums too? Not: one type."""
    for row in rows:
        types = {
            draft.target.school_type for draft in row.drafts if draft.kind == "school" and draft.target is not None
        }
        match = _QUOTED_STATUS.search(row.responsible)
        if match and len(types) > 1:
            yield OrderDoubt(
                _status_key(match["status"], row.measure),
                "status_scope",
                f"«{match['status']}» относится ко всем перечисленным школам или только к первым?",
                match["status"],
                (row.position,),
                candidates=choices(ALL_OF_THEM, "только к первым"),
            )


def status_of_all(row: ReadRow, verdicts: Mapping[str, Decision]) -> str | None:
    """The status that a person says covers every school of the row; None where nobody said so."""
    match = _QUOTED_STATUS.search(row.responsible)
    decided = verdicts.get(_status_key(match["status"], row.measure)) if match else None
    if decided is None or decided.answer != ALL_OF_THEM:
        return None
    return next((draft.target.status for draft in row.drafts if draft.target and draft.target.status), None)


def _status_key(printed: str, measure: str) -> str:
    return f"status_scope|{fold(printed)}|{fingerprint(measure)}"
