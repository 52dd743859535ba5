"""The rules as a page, docs/rules.md, made from their docstrings and vocabularies.

`python -m normalize.describe_rules --check` says whether the page is up to date, `--write` makes it.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from normalize.deadlines.rules import RULES as DEADLINE_RULES
from normalize.fold import squeeze
from normalize.names import evidence, organization_meanings, organizations, people
from normalize.parties.rules import RULES as PARTY_RULES
from normalize.questions.ask import RULES as QUESTION_RULES
from normalize.vocabulary import Entry, load_entries

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
HEAD = """# The rules

Made by `python -m normalize.describe_rules --write` from the docstrings in `normalize/` and the files in
`normalize/vocab/`; not to be edited. Rules are tried in the order in which they stand here, and the first
that answers wins. What a rule reads and what it must leave alone are printed texts, tested as they stand.
"""
EXAMPLES_SHOWN = 3  # of a vocabulary section

_Rule = Callable[..., object]


def rules_page() -> str:
    """docs/rules.md."""
    return "\n".join((HEAD, *(_rule_section(*section) for section in _sections()), _vocabulary()))


def _sections() -> tuple[tuple[str, str, Iterable[_Rule]], ...]:
    return (
        ("Deadlines", "A deadline cell, from left to right.", [rule for rule, _ in DEADLINE_RULES]),
        ("Parties", "The phrases of a responsible cell, from left to right.", PARTY_RULES),
        ("Evidence", "What an order proves by itself, before anybody is asked.", _rules_of(evidence)),
        (
            "Schools and organizations",
            "What a printed name means.",
            [*_rules_of(organizations), *_rules_of(organization_meanings)],
        ),
        ("People", "Whom a printed name means.", _rules_of(people)),
        ("Questions", "What only a person can settle, over a whole order.", QUESTION_RULES),
    )


def _rules_of(module: ModuleType) -> list[_Rule]:
    """The functions of a module whose docstring shows an example, in the order of the file."""
    own: list[Any] = [
        function
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and _shows_example(function.__doc__ or "")
    ]
    return sorted(own, key=lambda function: function.__code__.co_firstlineno)


def _shows_example(words: str) -> bool:
    """False for a helper whose whole docstring is what comes out of it: ««ГАОУ ДПО СО «ИРО» ×5»»."""
    return "«" in words and re.sub("«.*»", "", words, flags=re.DOTALL).strip(" .\n") != ""


def words_of(rule: _Rule) -> tuple[str, str]:
    """What a rule's docstring says that it reads, and, after «not», what it must leave alone ("" for nothing).

    Only a «not» after a stop counts: «what the rules were not sure of» goes on.
    """
    reads, *leaves = re.split(r"(?<=[;,.?:»)])\s+[Nn]ot:?\s", squeeze(inspect.getdoc(rule) or ""))
    return reads.strip(" ;,."), "; ".join(part.strip(" ;,.") for part in leaves)


def _rule_section(title: str, about: str, rules: Iterable[_Rule]) -> str:
    rows = "".join(
        f"| `{rule.__name__.lstrip('_')}` | {' | '.join(map(_cell, words_of(rule)))} |\n"
        for rule in dict.fromkeys(rules)  # a rule may have two patterns
    )
    return f"## {title}\n\n{about}\n\n| rule | reads | not |\n| --- | --- | --- |\n{rows}"


def vocabulary_names() -> tuple[str, ...]:
    """The vocabulary files, without their suffix."""
    folder = files("normalize.vocab")
    return tuple(sorted(one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml")))


def _vocabulary() -> str:
    rows = "".join(
        _vocabulary_row(name, section, entries)
        for name in vocabulary_names()
        for section, entries in _by_section(name).items()
    )
    about = "What people know, as data. A new spelling needs a new line there, and no code."
    head = "| file | section | entries | spellings | seen in |\n| --- | --- | --- | --- | --- |\n"
    return f"## Vocabulary\n\n{about}\n\n{head}{rows}"


def _vocabulary_row(name: str, section: str, entries: list[Entry]) -> str:
    spellings = sum(len(entry.forms) for entry in entries)
    return f"| `{name}.toml` | {section} | {len(entries)} | {spellings} | {_shown(entries)} |\n"


def _by_section(name: str) -> dict[str, list[Entry]]:
    sections: dict[str, list[Entry]] = {}
    for entry in load_entries(name):
        sections.setdefault(entry.section, []).append(entry)
    return sections


def _shown(entries: list[Entry]) -> str:
    shown = list(dict.fromkeys(entry.example for entry in entries))
    return _cell(", ".join(f"«{example}»" for example in shown[:EXAMPLES_SHOWN]) + " …" * (len(shown) > EXAMPLES_SHOWN))


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def main(arguments: list[str], page: Path = PAGE) -> int:
    """Writes the page anew, or tells (exit status 1) that it is out of step with the rules."""
    if arguments == ["--write"]:
        page.write_text(rules_page(), encoding="utf-8")
        return 0
    if arguments != ["--check"]:
        sys.stderr.write("usage: python -m normalize.describe_rules --check|--write\n")
        return 2
    if not page.exists() or page.read_text(encoding="utf-8") != rules_page():
        sys.stderr.write(f"{page.name}: not up to date; run python -m normalize.describe_rules --write\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
