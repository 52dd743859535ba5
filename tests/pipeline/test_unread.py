"""Answers that nobody has read yet, and decisions that do nothing: said, and never in the way of an import."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from review.sheet import take_rows
from store.db import open_engine
from store.decisions import add_decision
from store.model import NewDecision
from store.review.queue import queue_entries
from store.review.rereads import request_rereads
from store.review.sheet import SheetAnswer
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order

ROWS = (
    ("1.", "Провести диагностику", "до 1 ноября", "Руководители Средних школ № 12"),
    ("2.", "Подготовить справку", "", "Руководители Основных школ № 12"),
)
BAD = NewDecision(
    datetime(2026, 11, 28, tzinfo=UTC), "Анна", "same", "school_type|school|средняя|12", "нет такого", "5",
    territory="Управление образования",
)  # fmt: skip


def answer(prikaz: Prikaz, key: str, chosen: str) -> None:
    """As the page does when it is ended at once: the answer is kept, the order not read again."""
    engine = open_engine(f"sqlite:///{prikaz.database}")
    with engine.begin() as connection:
        entry = next(one for one in queue_entries(connection) if one.key.startswith(key))
        row = SheetAnswer(chosen, "", "", "", entry.question_id, entry.key)
        assert take_rows(connection, [(2, row)], "Анна").kept == 1
    engine.dispose()


def test_answers_that_wait_are_said_and_read_by_an_import(prikaz: Prikaz, tmp_path: Path) -> None:
    path = write_order(tmp_path / "a.docx", rows=ROWS)
    prikaz.run("import", path)
    assert prikaz.run("check").returncode == 0
    answer(prikaz, "empty_deadline|", "— Срока нет")
    assert "To be read again under what was answered or loaded since: 1 order." in prikaz.run("status").stdout
    assert prikaz.run("check").returncode == 0  # it is no fault: they are read when next somebody works
    assert "waiting" not in prikaz.run("import", "--dry-run", write_order(tmp_path / "b.docx", "16")).stderr
    done = prikaz.run("import", path)
    assert done.returncode == 0
    assert "nothing changed" in done.stdout
    assert "Read again, as they had been waiting for it: 1 order." in done.stdout
    assert prikaz.run("check").returncode == 0
    assert "waiting" not in prikaz.run("import", path).stdout


def test_a_decision_that_means_nothing_stops_no_import(prikaz: Prikaz, tmp_path: Path) -> None:
    """One that an earlier version took in: its question is asked again, and it is named."""
    prikaz.run("import", write_order(tmp_path / "a.docx", rows=ROWS))
    engine = open_engine(f"sqlite:///{prikaz.database}")
    with engine.begin() as connection:
        (territory,) = connection.execute(text("SELECT territory FROM v_orders")).scalars()
        add_decision(connection, "x", replace(BAD, territory=territory))
        request_rereads(
            connection, list(connection.execute(text("SELECT order_id FROM v_orders")).scalars()), BAD.made_at
        )
    engine.dispose()
    done = prikaz.run("import", write_order(tmp_path / "b.docx", "16", ROWS))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Decisions without effect: 1." in done.stdout
    checked = prikaz.run("check")
    assert [line.rsplit("[", 1)[1] for line in checked.stdout.splitlines()] == ["unfit_decision]"]
    assert "нет такого" in checked.stdout
    assert "Decisions without effect: 1." in prikaz.run("status").stdout


def test_an_order_that_cannot_be_read_again_waits_and_the_others_go_on(prikaz: Prikaz, tmp_path: Path) -> None:
    path = write_order(tmp_path / "a.docx", rows=ROWS)
    prikaz.run("import", path)
    engine = open_engine(f"sqlite:///{prikaz.database}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE sources SET raw = '{\"rows\": 1}'"))
        request_rereads(
            connection, list(connection.execute(text("SELECT order_id FROM v_orders")).scalars()), BAD.made_at
        )
    engine.dispose()
    done = prikaz.run("import", write_order(tmp_path / "b.docx", "16"))
    assert done.returncode == 0
    assert "order 15 could not be read again and waits: " in done.stderr
    assert "Traceback" not in done.stderr
    assert "16" in done.stdout
    assert "To be read again under what was answered or loaded since: 1 order." in done.stdout


@pytest.mark.parametrize("file", ["a.jsonl"])
def test_a_bad_answer_in_a_file_is_named_by_its_line(prikaz: Prikaz, tmp_path: Path, file: str) -> None:
    prikaz.run("import", write_order(tmp_path / "a.docx", rows=ROWS))
    path = tmp_path / file
    path.write_text(
        '{"made_at": "2026-11-28T08:00:00Z", "actor": "Я", "verb": "same", "answer": "нет такого", '
        '"subject": "school_type|school|средняя|12"}\n',
        encoding="utf-8",
    )
    done = prikaz.run("decisions", "import", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{file}, line 1: «нет такого» is no answer" in done.stderr
    assert "expected the key of a school" in done.stderr
