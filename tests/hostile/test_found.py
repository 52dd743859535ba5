"""What the hostile runs have found, each as small as it could be made."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ingest.errors import Damaged
from ingest.model import RawDoubt
from ingest.readers import read_document
from normalize.deadlines.read import parse_deadlines
from normalize.model import Knowledge
from normalize.order import normalize_order
from store.db import reading
from store.decisions import all_decisions, append_decision
from store.decisions_file import export_decisions, import_decisions
from store.load import load_order
from store.model import NewDecision
from tests.normalize.notation import YEAR
from tests.store.factory import STAMP, make_raw

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


@pytest.mark.parametrize("number", range(1, 3))
def test_same_text_left_over_in_two_rows_is_one_question(engine: Engine, number: int) -> None:
    """Two questions with one key: the database refused the second, and the import of all other files ended there."""
    left = tuple(RawDoubt("leftover", f"Текст из строки {row}.", "ноябрь") for row in range(9, 9 + number))
    raw = replace(make_raw(), doubts=left)
    order = normalize_order(raw, Knowledge())
    [question] = [one for one in order.questions if one.kind == "leftover"]
    assert question.text == " ".join(doubt.text for doubt in left)
    with engine.begin() as connection:
        assert load_order(connection, order, raw, STAMP).outcome == "new"


@pytest.mark.parametrize(
    "text", ["2020-01", "2020-19", "2021-2020 гг.", "20-15 октября", "15.11.2020-10.10.2020", "09.2050-10.2024"]
)
def test_deadline_that_ends_before_it_begins_is_asked_about(text: str) -> None:
    """The first gave 2020-01-01 to 2001-12-31, the last two a year of eleven months, all without a question."""
    reading = parse_deadlines(text, YEAR)
    assert reading.doubts
    assert all(
        one.starts_on is None or one.ends_on is None or one.starts_on <= one.ends_on for one in reading.deadlines
    )
