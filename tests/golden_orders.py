"""The golden orders: documents with what must come out of them, one folder each under tests/golden.

A folder holds the documents (forms of one order, `raw.json` names further ones outside of it), the rows as printed
(`raw.json`, kept by tests/ingest) and the values:
    order.json
    {"questions_at_most": 25,
     "order": {"number", "date", "school_year", "issuer"},
     "measures": [{"position", "number",
                   "deadlines": [[text, kind, starts_on, ends_on, rrule, inferred], …],
                   "parties": [[field, surface, kind, person, role, organization, school_number], …]}, …]}
`person` and `organization` are the canonical names, as in the views.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.model import RawOrder
from normalize.model import Deadline, Measure, Order, Party

GOLDEN = Path(__file__).parent / "golden"

# As JSON holds them: a string, a bool or None each.
Value = tuple[str | bool | None, ...]


@dataclass(frozen=True, slots=True)
class MeasureValues:
    """The values of one measure. Texts are compared blind to the kind and number of blanks."""

    position: int
    number: str | None
    deadlines: tuple[Value, ...]
    parties: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class OrderValues:
    order: tuple[tuple[str, str | None], ...]
    measures: tuple[MeasureValues, ...]


@dataclass(frozen=True, slots=True)
class Golden:
    """One golden order. `rows` and `values` are None while nobody has written them down."""

    name: str
    folder: Path
    files: tuple[Path, ...]
    rows: tuple[tuple[str, ...], ...] | None  # section, number, measure, deadline, responsible, further columns
    values: OrderValues | None
    questions_at_most: int


def golden_orders() -> list[Golden]:
    """All of them, by name."""
    return [read_golden(folder) for folder in sorted(GOLDEN.iterdir()) if folder.is_dir()]


def read_golden(folder: Path) -> Golden:
    expected = read_json(folder / "order.json")
    raw = read_json(folder / "raw.json")
    inside = [path for path in sorted(folder.iterdir()) if path.suffix not in (".json", ".md", ".py", ".toml")]
    further = [(folder / name).resolve() for name in (raw or {}).get("files", [])]
    return Golden(
        folder.name,
        folder,
        (*further, *inside),
        None if raw is None else tuple(tuple(squeeze(text) for text in row) for row in raw["rows"]),
        None if expected is None else parse_values(expected),
        (expected or {}).get("questions_at_most", 0),
    )


def read_json(path: Path) -> dict[str, Any] | None:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def parse_values(expected: dict[str, Any]) -> OrderValues:
    measures = tuple(
        MeasureValues(
            measure["position"],
            measure["number"],
            tuple(squeezed(value) for value in measure["deadlines"]),
            tuple(squeezed(value) for value in measure["parties"]),
        )
        for measure in expected["measures"]
    )
    return OrderValues(tuple(expected["order"].items()), measures)


def rows_of(raw: RawOrder) -> tuple[tuple[str, ...], ...]:
    """The rows in the form of `Golden.rows`."""
    return tuple(
        tuple(
            squeeze(text)
            for text in (
                *(row.section or "", row.number or "", row.measure, row.deadline, row.responsible),
                *(f"{header}: {text}" for header, text in row.extra),
            )
        )
        for row in raw.rows
    )


def values_of(order: Order) -> OrderValues:
    """The values of an order as read."""
    head = order.head
    about = {
        "number": head.number,
        "date": head.date,
        "school_year": order.school_year,
        "issuer": head.issuer,
    }
    measures = tuple(
        MeasureValues(
            measure.position,
            measure.number,
            tuple(squeezed(deadline_value(deadline)) for deadline in measure.deadlines),
            tuple(squeezed(party_value(party, order)) for party in in_order(measure)),
        )
        for measure in order.measures
    )
    return OrderValues(tuple(about.items()), measures)


def in_order(measure: Measure) -> list[Party]:
    return sorted(measure.parties, key=lambda party: (party.field != "responsible", party.start))


def deadline_value(deadline: Deadline) -> Value:
    return (
        deadline.text,
        deadline.kind,
        deadline.starts_on,
        deadline.ends_on,
        deadline.rrule,
        deadline.inferred,
    )


def party_value(party: Party, order: Order) -> Value:
    people = {person.key: person.name for person in order.people}
    organizations = {organization.key: organization for organization in order.organizations}
    organization = organizations[party.organization] if party.organization is not None else None
    return (
        party.field,
        party.surface,
        party.kind,
        people[party.person] if party.person is not None else None,
        party.role,
        organization.name if organization is not None else None,
        organization.school_number if organization is not None else None,
    )


def squeezed(value: Value | list[str | bool | None]) -> Value:
    return tuple(squeeze(item) if isinstance(item, str) else item for item in value)


def squeeze(text: str) -> str:
    return " ".join(text.split())


def write_proposal(golden: Golden, order: Order) -> None:
    """Writes what comes out now as the expectation, for a person to review."""
    values = values_of(order)
    measures = [
        {
            "position": measure.position,
            "number": measure.number,
            "deadlines": measure.deadlines,
            "parties": measure.parties,
        }
        for measure in values.measures
    ]
    proposal = {"questions_at_most": len(order.questions), "order": dict(values.order), "measures": measures}
    write_json(golden.folder / "order.json", proposal)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Innermost lists stay on one line each: a party is a line, so a difference is read at once."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    folded = re.sub(r"\[\s+[^][{}]*\]", lambda found: re.sub(r"\n\s*", " ", found.group()), text)
    path.write_text(folded + "\n", encoding="utf-8")
