"""Two clerks at once on PostgreSQL: each has their own question, and no answer is lost or overwritten."""

import os
from itertools import product
from pathlib import Path

import pytest

from ingest.order import read_order
from tests.pipeline.documents import write_order
from tests.review.asked import decisions_in_force, open_keys
from tests.review.conftest import MakeClerk, load
from tests.review.desk import Clerk, running

ANSWERS = int(os.environ.get("PRIKAZ_TEST_ANSWERS", "60"))  # 200 in the long run


def load_questions(url: str, folder: Path, count: int) -> None:
    """An order with as many questions: each measure names a post with an abbreviation that nobody knows."""
    words = ["ЩЪ" + "".join(letters) for letters in product("БВГДЖЗКЛМНПРСТФХ", repeat=2)][:count]
    rows = [
        (f"{number}.", f"Провести совещание по теме {number}", "до 1 ноября", f"руководители {word}")
        for number, word in enumerate(words, start=1)
    ]
    load(url, read_order(write_order(folder / "many.docx", rows=rows)))


def test_no_answer_is_lost(postgresql_url: str, tmp_path: Path, make_clerk: MakeClerk) -> None:
    load_questions(postgresql_url, tmp_path, ANSWERS)
    asked = open_keys(postgresql_url)
    assert len(asked) >= ANSWERS
    with running(postgresql_url, "Анна") as hers, running(postgresql_url, "Борис") as his:
        anna, boris = make_clerk(), make_clerk()
        anna.open(hers)
        boris.open(his)
        accepted = [0, 0]
        while anna.left or boris.left:
            for index, clerk in enumerate((anna, boris)):
                accepted[index] += answer_unseen(clerk)
            for clerk in (anna, boris):
                clerk.page.wait_for_selector("html:not([data-busy])")
        anna.rest(hers)
    assert open_keys(postgresql_url) == set()
    kept = decisions_in_force(postgresql_url)
    assert {row[2] for row in kept} == asked
    assert [sum(row[0] == name for row in kept) for name in ("Анна", "Борис")] == accepted
    assert min(accepted) > ANSWERS // 4  # both worked


def answer_unseen(clerk: Clerk) -> bool:
    """Sends an answer and does not wait for it: the other clerk's is on its way at the same time."""
    if not clerk.page.query_selector("#answer"):
        clerk.press("KeyG")
        return False
    clerk.page.keyboard.press("KeyX")  # the letters stay as printed
    return True


def test_a_question_is_before_one_clerk_only(postgresql_306_url: str, make_clerk: MakeClerk) -> None:
    with running(postgresql_306_url, "Анна") as hers, running(postgresql_306_url, "Борис") as his:
        anna, boris = make_clerk(), make_clerk()
        anna.open(hers)
        boris.open(his)
        assert anna.question != boris.question
        assert "сейчас у других: 1" in boris.page.inner_text(".left")
        question = anna.page.get_attribute(".question", "data-question")
        boris.page.goto(f"{his.split('?')[0]}?q={question}")
        assert "сейчас открыт у коллеги (Анна)" in boris.page.inner_text("[role=alert]")
        boris.answer()
        assert boris.said.startswith("Ответ не записан")
    assert decisions_in_force(postgresql_306_url) == []


@pytest.mark.parametrize("url_306", ["sqlite"], indirect=True)
def test_an_answer_given_meanwhile_is_shown(url_306: str, make_clerk: MakeClerk) -> None:
    """The second page of the same clerk: the lease is theirs, and still the first answer stands."""
    with running(url_306, "Анна") as one, running(url_306, "Анна") as two:
        first, second = make_clerk(), make_clerk()
        first.open(one)
        second.open(two)
        assert first.question == second.question
        first.answer()
        second.press("Digit2")
        assert second.said.startswith("На этот вопрос уже ответили. Ваш ответ не записан")
        assert "Анна" in second.said
        assert "одно и то же" in second.said
    assert [row[3] for row in decisions_in_force(url_306)] == ["одно и то же"]
