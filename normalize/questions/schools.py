"""Doubts about lists of schools: two lists that almost agree, a property that may cover all or some."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from normalize.candidates import bare_school_type
from normalize.fold import fingerprint, fold
from normalize.model import Candidate, Decision
from normalize.parties.drafts import Draft, targets_of
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


def ask_lists_almost_equal(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """Lists of ten schools or more that differ in one or two: one list with slips, or several? Not: equal lists."""
    lists = [
        (row, frozenset(members))
        for row in rows
        for members in _school_lists(row.drafts).values()
        if len(members) >= 10
    ]
    near = [(a, b) for index, a in enumerate(lists) for b in lists[index + 1 :] if 0 < len(a[1] ^ b[1]) <= 2]
    rows_touched = sorted({row.position for pair in near for row, _ in pair})
    if near:
        labels = {row.position: row.label for row, _ in lists}
        names = ", ".join(labels[position] for position in rows_touched)
        shared = frozenset.union(*(members for pair in near for _, members in pair))
        yield OrderDoubt(
            "lists_almost_equal|" + fingerprint(" ".join(sorted(key.split("|")[-1] for key in shared))), "lists_differ",
            f"Списки школ в мероприятиях {names} почти совпадают: это один список?",
            names, tuple(rows_touched), candidates=choices("разные, как напечатано", "один список"),
        )  # fmt: skip


def offer_schools(rows: tuple[ReadRow, ...], words: str) -> tuple[Candidate, ...]:
    """The schools of the order that «Лицея» may mean: those of its type, the oftenest printed first."""
    wanted = bare_school_type(words)
    if wanted is None:
        return ()
    targets = [draft.target for row in rows for draft in (*row.drafts, *row.in_measure) if draft.target is not None]
    alike = Counter((one.key, one.name) for one in targets if one.school_type == wanted)
    ordered = sorted(alike.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(key, name, ("вид школы равен", f"в приказе раз: {n}")) for (key, name), n in ordered)


ALL_OF_THEM = "ко всем"
_QUOTED_STATUS = re.compile(r"[«\"“](?P<status>[а-яё]+(?:ых|их))[»\"”]\s+[А-ЯЁа-яё]+\s+(?:школ|лице|гимнази)")


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
