from pathlib import Path

import pytest

from normalize.deadlines import rules as deadline_rules
from normalize.describe_rules import main, rules_page, vocabulary_names, words_of
from normalize.parties import rules as party_rules
from normalize.questions import ask


def test_every_rule_is_on_the_page() -> None:
    page = rules_page()
    rules = [*(rule for rule, _ in deadline_rules.RULES), *party_rules.RULES, *ask.RULES]
    assert [rule.__name__ for rule in rules if page.count(f"| `{rule.__name__}` |") != 1] == []


def test_every_vocabulary_is_on_the_page() -> None:
    page = rules_page()
    assert [name for name in vocabulary_names() if f"`{name}.toml`" not in page] == []


def test_rule_is_told_from_its_counter_example() -> None:
    def read_something() -> None:
        """«до 1 ноября», what nobody was not sure of; not «до лампочки». Not: «до конца»."""

    assert words_of(read_something) == ("«до 1 ноября», what nobody was not sure of", "«до лампочки»; «до конца»")


def test_check_tells_a_page_that_is_out_of_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "rules.md"
    assert main(["--check"], page) == 1
    assert main(["--write"], page) == 0
    assert main(["--check"], page) == 0
    page.write_text(page.read_text(encoding="utf-8") + "by hand\n", encoding="utf-8")
    assert main(["--check"], page) == 1
    assert "rules.md: not up to date" in capsys.readouterr().err


def test_wrong_usage() -> None:
    assert main([]) == 2
