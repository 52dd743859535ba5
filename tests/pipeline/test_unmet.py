"""A decision on a mention that its order no longer has is said wherever somebody looks, never lost in silence."""

import json
import sqlite3
from contextlib import closing

from normalize.plan_year import identity_of
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import ROWS, write_order

NAME = "Иванова А.А. — № 15, мероприятие 1: Иванова А.А."


def decide(prikaz: Prikaz) -> None:
    """Takes in a file that says whom the first measure's person means."""
    with closing(sqlite3.connect(prikaz.database)) as connection:
        head = connection.execute("SELECT issuer, order_date, order_number, source_sha256 FROM orders").fetchone()
        anchor, territory = connection.execute(
            "SELECT anchor, territory FROM parties JOIN orders USING (order_id) WHERE kind = 'person'"
        ).fetchone()
    line = {
        "actor": "Клерк", "made_at": "2026-01-01T00:00:00Z", "verb": "same", "subject": anchor, "scope": "here",
        "answer": "иванова|о|а", "scope_value": identity_of(*head), "territory": territory, "rules_version": "6",
        "evidence": [{"kind": "name", "text": NAME}],
    }  # fmt: skip
    (prikaz.folder / "in.jsonl").write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    assert prikaz.run("decisions", "import", "in.jsonl").stderr == ""


def test_a_new_version_without_the_measure_says_whose_decision_meets_nothing(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "a.docx"))
    decide(prikaz)
    assert prikaz.run("check").returncode == 0
    assert "meet nothing" not in prikaz.run("status").stdout
    done = prikaz.run("import", write_order(prikaz.folder / "b.docx", rows=ROWS[1:]))
    assert "Decisions that meet nothing in their orders: 1" in done.stdout
    assert "15: Иванова А.А." in done.stdout
    assert "Decisions that meet nothing in their orders: 1" in prikaz.run("status").stdout
    found = prikaz.run("check")
    assert found.returncode == 1
    assert f"нет упоминания «{NAME}»" in found.stdout
    prikaz.run("decisions", "export", "kept.jsonl")
    again = prikaz.run("decisions", "import", "kept.jsonl")
    assert (again.returncode, again.stderr) == (
        0,
        "decisions that meet nothing in their orders: 1; prikaz check names them\n",
    )
