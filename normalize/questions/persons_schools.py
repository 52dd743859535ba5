"""Doubts about the school of a person's title: the measure stands in another one, where the person is known to work."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from normalize.model import Candidate
from normalize.names.persons_schools import school_subject
from normalize.parties.drafts import Draft
from normalize.parties.units import Target
from normalize.posts import Seen, share_place, share_post
from normalize.questions.doubt import OrderDoubt, ReadRow


def ask_persons_schools(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Семинар (на базе СОШ № 31)», «Вязова А.К., директор СОШ № 13», whom another row or order has in № 31: which one?

    Not: a measure that names her school of this row too; one whose post has changed; one of whom more earlier orders
    say the school of this row.
    """
    here = _shown_here(rows)
    for row in rows:
        hosts = [draft.target for draft in row.in_measure if draft.kind == "school" and draft.target is not None]
        for draft in row.drafts:
            if draft.person is None or draft.role is None or draft.target is None or draft.target.kind != "school":
                continue
            if share_place([draft.target.key], [host.key for host in hosts]):
                continue
            before = row.seen.get(draft.person.key, ())
            beside = [seen for position, seen in here[draft.person.key] if position != row.position]
            for host in hosts:
                there = _in_post(draft.role, host.key, [*before, *beside])
                if there and len(there) >= len(_in_post(draft.role, draft.target.key, before)):
                    yield _ask(row.position, draft, host, there[0].where)
                    break


def _shown_here(rows: tuple[ReadRow, ...]) -> Mapping[str, list[tuple[int, Seen]]]:
    """Person key → where the order's rows show the person."""
    found: defaultdict[str, list[tuple[int, Seen]]] = defaultdict(list)
    for row in rows:
        for draft in row.drafts:
            if draft.person is not None and draft.target is not None and draft.role is not None:
                seen = Seen(frozenset({draft.role}), frozenset({draft.target.key}), f"мероприятие {row.label}")
                found[draft.person.key].append((row.position, seen))
    return found


def _in_post(role: str, place: str, seen: Sequence[Seen]) -> list[Seen]:
    return [one for one in seen if share_place([place], one.places) and share_post([role], one.roles)]


def _ask(position: int, draft: Draft, host: Target, where: str) -> OrderDoubt:
    printed = draft.target or host
    name = draft.person.name if draft.person is not None else ""
    return OrderDoubt(
        school_subject(draft), "persons_school",
        f"{name} ({draft.role}): напечатано «{printed.name}», а мероприятие называет «{host.name}», "
        f"и в той же должности там — {where}. Какая школа верна?",
        name, (position,), ((position, draft),),
        (Candidate(host.key, host.name, (where,)), Candidate(printed.key, printed.name, ("так напечатано",))),
    )  # fmt: skip
