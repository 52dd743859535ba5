# ruff: noqa: T201 — a command that prints
"""What is read of documents, for people: `python -m tests.reading FILE|FOLDER…` or `--cells FILE.tsv`.

Prints each document's head, measures, deadlines, parties and questions in lines that diff well: written before and
after a change of rules, two runs over a folder show every measure that the change touches.
`--cells` reads a text of cells instead, one per line: responsible, and after tabs a deadline and a measure. They are
the rows of one order of the school year 2021/2022.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import IngestError
from ingest.model import OrderHead, Place, RawOrder, RawRow
from ingest.order import read_order
from normalize.model import Deadline, Knowledge, Measure, Order, Party, Question
from normalize.order import normalize_order


def print_document(path: Path) -> None:
    print(f"=== {path.name}")
    try:
        raw = read_order(path)
    except IngestError as error:
        print(f"REFUSED {error}")
        return
    print_order(normalize_order(raw, Knowledge()))


def print_order(order: Order) -> None:
    head = order.head
    print(
        f"HEAD № {head.number} | {head.date} | {head.issuer} | {order.territory} | {order.school_year} | {head.title}"
    )
    for measure in order.measures:
        print_measure(measure, order)
    for question in order.questions:
        print(f"? {question_line(question)}")


def print_measure(measure: Measure, order: Order) -> None:
    print(f"--- {measure.position}. № {measure.number} [{measure.section}] {one_line(measure.measure)}")
    print(f"    D «{one_line(measure.deadline_text)}»")
    for deadline in measure.deadlines:
        print(f"      {deadline_line(deadline)}")
    print(f"    R «{one_line(measure.responsible_text)}»")
    for party in measure.parties:
        print(f"      {party_line(party, order)}")
    for header, text in measure.extra:
        print(f"    + {one_line(header)}: {one_line(text)}")
    for question in order.questions:
        if measure.position in question.measures:
            print(f"      ? {question.key}")


def deadline_line(deadline: Deadline) -> str:
    inferred = " (inferred)" if deadline.inferred else ""
    bounds = f"{deadline.starts_on or ''}..{deadline.ends_on or ''}"
    return f"{deadline.kind} {bounds} {deadline.rrule or ''}{inferred} «{one_line(deadline.text)}»"


def party_line(party: Party, order: Order) -> str:
    people = {person.key: person.name for person in order.people}
    names = {organization.key: organization.name for organization in order.organizations}
    parts = [
        f"{party.field}:{party.kind}",
        people.get(party.person or "", ""),
        party.role or "",
        names.get(party.organization or "", ""),
        *(f"+ {role} @ {names.get(key or '', '')}" for role, key in party.other_roles),
    ]
    return " | ".join(parts) + f" | {party.status} «{one_line(party.surface)}»"


def question_line(question: Question) -> str:
    answers = "; ".join(candidate.label for candidate in question.candidates)
    return f"{question.key} {list(question.measures)}: {question.text} → {answers}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def order_of_cells(path: Path) -> RawOrder:
    rows = []
    for number, line in enumerate(filter(None, path.read_text(encoding="utf-8").splitlines()), start=1):
        responsible, deadline, measure, *_ = (*line.split("\t"), "", "")
        rows.append(
            RawRow(
                plan=1,
                section=None,
                number=str(number),
                measure=measure or f"Мероприятие {number}",
                deadline=deadline or "в течение года",
                responsible=responsible.replace("\\n", "\n"),
                extra=(),
                places=(Place(page=None, table=1, row=number),),
            )
        )
    head = OrderHead("1", "2021-09-01", "Управление образования", "План", "2021/2022", "г. Лесной")
    return RawOrder(file=path.name, sha256="0" * 64, kind="text", head=head, rows=tuple(rows), sections=(), headers=())


def documents(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file())
        else:
            yield path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--cells", action="store_true", help="the files hold cells, not documents")
    options = parser.parse_args()
    for path in documents(options.paths):
        if options.cells:
            print_order(normalize_order(order_of_cells(path), Knowledge()))
        else:
            print_document(path)


if __name__ == "__main__":
    sys.exit(main())
