"""What the hostile runs have found, each as small as it could be made."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from ingest.errors import Damaged
from ingest.readers import read_document
from store.db import reading
from store.decisions import all_decisions, append_decision
from store.decisions_file import export_decisions, import_decisions
from store.model import NewDecision
from tests.store.factory import STAMP

PLAN = "<table><tr><td>1.<td>Семинар<td>май</table>"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_decision_with_a_foreign_line_end_comes_back(engine: Engine, tmp_path: Path, separator: str) -> None:
    """str.splitlines knows eleven line ends, JSON escapes two of them: such a decision could not be taken in again."""
    file = tmp_path / "decisions.jsonl"
    words = f"до 1 ноября{separator}2020 г."
    with engine.begin() as connection:
        append_decision(connection, NewDecision(STAMP.imported_at, "Клерк", "text", "s1", words, "rules-1"))
        export_decisions(connection, file)
    with reading(engine) as connection:
        assert import_decisions(connection, file) == 0
        assert [row.decision.answer for row in all_decisions(connection)] == [words]


def test_page_nested_too_deep_is_refused_and_not_read_in_part(tmp_path: Path) -> None:
    """libxml2 stops at a depth of 256 without a word: the second table was lost in silence."""
    path = tmp_path / "plan.html"
    path.write_text(f"<html>{PLAN}{'<div>' * 300}{PLAN}", encoding="utf-8")
    with pytest.raises(Damaged, match="Excessive depth"):
        read_document(path)


def test_page_that_was_cut_off_is_doubted(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(f"<html>{PLAN}", encoding="utf-8")
    assert read_document(path).doubts == ()
    path.write_text(f"<html>{PLAN}".removesuffix("</table>"), encoding="utf-8")
    assert len(read_document(path).doubts) == 1
