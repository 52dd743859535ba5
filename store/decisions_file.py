"""Decisions as a file that people can read and compare: one decision per line, JSON with sorted keys.

The lines stand in the order in which the decisions were taken. A line without a decision_id (written by hand)
gets one made from its text, so importing it twice is importing it once.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from store import ids
from store.column_types import iso_moment, parse_moment
from store.contradictions import refuse_contradiction
from store.decisions import add_decision, all_decisions, in_force
from store.errors import StoreError
from store.locks import lock_decisions
from store.model import DecisionRow, Evidence, NewDecision
from store.moved import written_anew

_FIELDS = frozenset(field.name for field in fields(NewDecision))
_NEEDED = ("made_at", "actor", "verb", "subject")


class BadDecisionsFile(StoreError):
    """A line of the file that is not a decision; the message has file and line."""


def export_decisions(connection: Connection, path: Path) -> int:
    """Write all decisions; gives their number. The file is there whole or not at all."""
    rows = all_decisions(connection)
    with written_anew(path) as temporary:
        temporary.write_text("".join(f"{_line(row)}\n" for row in rows), encoding="utf-8")
    return len(rows)


def import_decisions(connection: Connection, path: Path) -> int:
    """Append those that the database does not hold, in the file's order; gives their number.

    Raises BadDecisionsFile, Contradiction; then the transaction must be rolled back.
    """
    lock_decisions(connection)
    rows = all_decisions(connection)
    known, added = {row.decision_id for row in rows}, 0
    for decision_id, new in _read(path):
        if decision_id in known:
            continue
        force = in_force(rows)
        if new.undoes is None:
            refuse_contradiction(force, new)
        elif new.undoes not in known:
            raise BadDecisionsFile(f"{path}: {decision_id} undoes {new.undoes}, which comes nowhere before it")
        rows = (*rows, add_decision(connection, decision_id, new))
        known.add(decision_id)
        added += 1
    return added


def _line(row: DecisionRow) -> str:
    named = {name: value for name, value in asdict(row.decision).items() if value not in (None, ())}
    named["made_at"] = iso_moment(row.decision.made_at)
    return _dumps({"decision_id": row.decision_id, **named})


def _read(path: Path) -> Iterator[tuple[str, NewDecision]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start].count(b"\n")
        raise BadDecisionsFile(
            f"{path}, line {before + 1}: expected text in UTF-8, as `prikaz decisions export` writes it, "
            "found other bytes"
        ) from error
    # Not splitlines: a word may hold U+2028 or U+0085, which JSON writes as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _parse(line)
        except (ValueError, TypeError) as error:
            raise BadDecisionsFile(f"{path}, line {number}: expected a decision as JSON, found: {error}") from error


def _parse(line: str) -> tuple[str, NewDecision]:
    value: Any = json.loads(line)
    if not isinstance(value, dict):
        raise ValueError("expected a JSON object")
    decision_id = value.pop("decision_id", None)
    unknown = sorted(value.keys() - _FIELDS)
    missing = [name for name in _NEEDED if name not in value]
    if unknown or missing:
        raise ValueError(f"unknown fields {unknown}, missing fields {missing}")
    made_id = ids.decision_id(_dumps(value))
    evidence = tuple(Evidence(**one) for one in value.pop("evidence", ()))
    given = {"answer": None, "rules_version": "", **value, "made_at": parse_moment(value["made_at"])}
    return decision_id or made_id, NewDecision(**given, evidence=evidence)


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
