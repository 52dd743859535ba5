import pytest

from normalize.explain import explain_text
from normalize.parties.units import Target
from tests.normalize.notation import YEAR


@pytest.mark.parametrize(
    ("text", "kind", "rules"),
    [
        ("до 1 ноября 2020г., далее – постоянно", "deadline", ["read_until", "read_ongoing"]),
        ("Вязова А.К., директор Средней школы № 7", "responsible", ["read_person", "read_title_of_waiting"]),
        ("Руководители школ №№ 2, 7, Лицея № 9", "responsible", ["read_group", "read_schools_go_on"]),
    ],
)
def test_which_rule_read_which_part(text: str, kind: str, rules: list[str]) -> None:
    explanation = explain_text(text, YEAR)
    assert (explanation.kind, [step.rule for step in explanation.steps]) == (kind, rules)
    assert all(step.reason and step.result for step in explanation.steps)


def test_doubts_are_told() -> None:
    assert explain_text("3 неделя сентября", YEAR).doubts == ("Какие дни имеются в виду: «3 неделя сентября»?",)
    assert len(explain_text("Методисты руководители ШМО", YEAR).doubts) == 1


def test_letters_that_the_order_explains() -> None:
    centre = Target("org|мбу до центр", "МБУ ДО «Центр»", "center", 0, 0)
    (step,) = explain_text("методисты ЦДО", YEAR, {"цдо": centre}).steps
    assert "МБУ ДО «Центр»" in step.result
