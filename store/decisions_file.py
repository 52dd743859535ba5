"""Decisions as a file that people can read and compare: one decision per line, JSON with sorted keys.

The lines stand in the order in which the decisions were taken. A line without a decision_id (written by hand)
gets one made from its text, so importing it twice is importing it once. Only what holds in the end is judged: a
decision that is taken back further down, or was taken back here, may have said anything.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import Connection

from store import ids
from store.column_types import iso_moment, parse_moment
from store.contradictions import refuse_contradiction
from store.decisions import add_decision, all_decisions, in_force
from store.errors import StoreError
from store.forget import forget_undecided
from store.locks import lock_decisions
from store.model import Chain, DecisionRow, Evidence, NewDecision, Scope, Verb
from store.moved import written_anew
from store.refusals import DecisionRefused
from store.unfit import refuse_unfit

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

    Raises BadDecisionsFile, also for an answer that means nothing and for what contradicts decisions in force; then
    the transaction must be rolled back.
    """
    lock_decisions(connection)
    rows = all_decisions(connection)
    known, lines = {row.decision_id for row in rows}, dict[str, int]()
    for number, decision_id, new in _read(path):
        if decision_id in known:
            continue
        if new.undoes is not None and new.undoes not in known:
            raise _bad(path, number, f"{decision_id} undoes {new.undoes}, which comes nowhere before it")
        rows = (*rows, add_decision(connection, decision_id, new))
        known.add(decision_id)
        lines[decision_id] = number
    _judge(path, in_force(rows), lines)
    back = {row.decision.undoes for row in rows if row.decision_id in lines}
    named = (key for row in rows if row.decision_id in back for key in (row.decision.subject, row.decision.answer))
    forget_undecided(connection, frozenset(key for key in named if key))
    return len(lines)


def _judge(path: Path, force: Chain, lines: Mapping[str, int]) -> None:
    """Each decision of the file against those before it. Raises BadDecisionsFile."""
    for at, row in enumerate(force):
        if row.decision_id not in lines:
            continue
        try:
            refuse_unfit(row.decision)
            refuse_contradiction(force[:at], row.decision)
        except DecisionRefused as error:
            raise _bad(path, lines[row.decision_id], str(error)) from error


def _bad(path: Path, line: int, text: str) -> BadDecisionsFile:
    return BadDecisionsFile(f"{path}, line {line}: {text}")


def _line(row: DecisionRow) -> str:
    named = {name: value for name, value in asdict(row.decision).items() if value not in (None, ())}
    named["made_at"] = iso_moment(row.decision.made_at)
    return _dumps({"decision_id": row.decision_id, **named})


def _read(path: Path) -> Iterator[tuple[int, str, NewDecision]]:
    """Line, id and decision of each line."""
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
            yield (number, *_parse(line))
        except (ValueError, TypeError) as error:
            raise _bad(path, number, f"expected a decision as JSON, found: {error}") from error


def _parse(line: str) -> tuple[str, NewDecision]:
    value: Any = json.loads(line)
    if not isinstance(value, dict):
        raise ValueError("expected a JSON object")
    decision_id = value.pop("decision_id", None)
    unknown = sorted(value.keys() - _FIELDS)
    missing = [name for name in _NEEDED if name not in value]
    if unknown or missing:
        raise ValueError(f"unknown fields {unknown}, missing fields {missing}")
    _expect_texts(value)
    made_id = ids.decision_id(_dumps(value))
    evidence = tuple(Evidence(**one) for one in value.pop("evidence", ()))
    given = {"answer": None, "rules_version": "", **value, "made_at": parse_moment(value["made_at"])}
    return decision_id or made_id, NewDecision(**given, evidence=evidence)


def _expect_texts(value: Mapping[str, Any]) -> None:
    """Raises ValueError for what no column of the table takes."""
    for name, one in value.items():
        if name != "evidence" and not (isinstance(one, str) or (one is None and name not in _NEEDED)):
            raise ValueError(f"{name}: expected a text, found {one!r}")
    for name, known in (("verb", get_args(Verb)), ("scope", get_args(Scope))):
        if name in value and value[name] not in known:
            raise ValueError(f"{name}: expected one of {', '.join(known)}, found «{value[name]}»")
    if (value["verb"] == "undo") != (value.get("undoes") is not None):
        raise ValueError("expected «undoes» with the verb undo, and with no other")


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
