"""Doubts about people whom an order shows in several posts: the second is hers too, or an unnamed party's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from normalize.fold import fold
from normalize.other_rows.several_posts import Title, is_loosely_behind, titles_against
from normalize.parties.drafts import Draft
from normalize.questions.doubt import OrderDoubt, ReadRow, choices, positions_of
from normalize.questions.people import ask_namesakes

_Touched = list[tuple[int, Draft]]


def ask_other_titles(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязова А.К., директор» where another row says «Зам. директора Вязова А.К.»: her second title, or another party?

    So «Вязова А.К., медсестра» beside «Вязова А.К., библиотекарь»: nobody is both. Not: «Вязова А.К., директор» in an
    order that names no other title of hers, or only what she answers for; not «Вязова А.К. – директор»; not
    «координатор проекта», which she is on top of her post; not «заведующий кафедрой» of «заведующий кафедрой ИКТ»,
    nor «Вязова А.К., учитель» beside «Вязова А.К., психолог».
    """
    namesakes = {doubt.surface for doubt in ask_namesakes(rows)}  # it is asked already where they work
    against, where, asked = titles_against(_cells(rows)), _where(rows), set[Title]()
    for (person, role), others in against.items():
        touched = where[person, role]
        draft = touched[0][1]
        name = draft.person.name if draft.person else ""
        if (person, role) in asked or (draft.target is not None and name in namesakes):
            continue
        equals = [one for one in sorted(others) if role in against.get((person, one), ())]  # none is sure
        asked |= {(person, one) for one in equals}
        touched += [one for other in equals for one in where[person, other]]
        yield OrderDoubt(
            f"title_order|{person}|{fold(role)}", "title_order",
            f"«{name}, {role}», а в других строках — {', '.join(sorted(others))}: "
            f"{'обе' if len(others) == 1 else 'все эти'} должности одного лица?",
            name, positions_of(touched), tuple(touched), choices("обе"),
        )  # fmt: skip


def titles_in_doubt(rows: tuple[ReadRow, ...]) -> frozenset[Title]:
    """The titles of people that are asked about so: they prove nothing."""
    return frozenset(titles_against(_cells(rows)))


def _cells(rows: tuple[ReadRow, ...]) -> list[tuple[str, tuple[Draft, ...]]]:
    return [(row.responsible, row.drafts) for row in rows]


def _where(rows: tuple[ReadRow, ...]) -> Mapping[Title, _Touched]:
    """Where the titles loosely behind names stand."""
    found: dict[Title, _Touched] = defaultdict(list)
    for row in rows:
        for draft in row.drafts:
            if draft.person is not None and draft.role is not None and is_loosely_behind(draft, row.responsible):
                found[draft.person.key, draft.role].append((row.position, draft))
    return found
