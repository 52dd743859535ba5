"""Doubts about cells with nothing in them: no deadline, nobody responsible.

Each rule's docstring has an example and, after «not», a counter-example.
"""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from normalize.fold import fingerprint, squeeze
from normalize.parties.dittos import is_ditto
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.section_terms import term_of_section

_FEW = 5  # empty cells that are asked about one by one, and a quarter of the measures: more are one question


def ask_empty_deadlines(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """A measure without a deadline: unknown, not «постоянно». Not: a plan that has no deadline at all, asked once.

    What the title of its section prints in brackets is told: only a clerk knows whether it is the row's.
    """
    empty = [row for row in rows if not row.deadline_text.strip()]
    if _are_many(empty, rows):
        numbers = ", ".join(row.label for row in empty[:10])
        yield _one_for_all(
            f"empty_deadlines|{fingerprint(numbers)}",
            "empty_deadline",
            f"Срок не указан у {len(empty)} мероприятий ({numbers}…): какой он?",
            empty,
        )
        return
    for row in empty:
        term = term_of_section(row.section)
        above = "" if term is None else f" (в заголовке раздела: «{squeeze(term)}»)"
        text = f"Срок мероприятия {row.label} не указан{above}: какой он?"
        yield _of_one("empty_deadline", text, row.deadline_text, row)


def ask_empty_responsible(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """A measure for which nobody is responsible. Not: a plan without such a column at all, asked once.

    Of «-//-», «то же» with what stands in the row above.
    """
    above = _above_dittos(rows)
    empty = [row for row in rows if not row.drafts]
    if _are_many(empty, rows):
        yield _one_for_all(
            "empty_responsible|all",
            "empty_responsible",
            f"Ответственные не указаны у {len(empty)} мероприятий из {len(rows)}: кто они?",
            empty,
        )
        return
    for row in empty:
        text = f"Ответственный за мероприятие {row.label} не указан: кто он?"
        if (whose := above.get(row.position)) is not None:
            printed, said = squeeze(row.responsible), shorten(squeeze(whose.responsible), 120, placeholder="…")
            text = (
                f"Вместо ответственного за мероприятие {row.label} напечатано «{printed}» "
                f"(выше, у мероприятия {whose.label}: «{said}»): кто он?"
            )
        yield _of_one("empty_responsible", text, row.responsible, row)


def _above_dittos(rows: Sequence[ReadRow]) -> dict[int, ReadRow]:
    """Position of a row with ditto marks → the row above whose words they repeat."""
    found: dict[int, ReadRow] = {}
    said: ReadRow | None = None
    for row in rows:
        said = said if said is not None and said.plan == row.plan else None
        if said is not None and is_ditto(row.responsible):
            found[row.position] = said
        elif row.responsible.strip():
            said = row
    return found


def _are_many(empty: Sequence[ReadRow], rows: Sequence[ReadRow]) -> bool:
    return len(empty) > max(_FEW, len(rows) // 4)


def _one_for_all(key: str, kind: str, text: str, empty: Sequence[ReadRow]) -> OrderDoubt:
    return OrderDoubt(key, kind, text, "", tuple(row.position for row in empty))


def _of_one(kind: str, text: str, cell: str, row: ReadRow) -> OrderDoubt:
    return OrderDoubt(f"{kind}|{fingerprint(row.measure)}", kind, text, squeeze(cell), (row.position,))
