"""Letters in brackets behind a longer name: «Центр непрерывного … мастерства педагогических работников (ЦНППМ)»."""

from collections.abc import Iterator

from ingest.expressions import expression
from normalize.organization_names import letters_for
from normalize.parties.lexer import lex
from normalize.parties.units import Target

_BEHIND = expression(r"\s*[»\"”]?\s*\(\s*(?:далее\s*[-–—:]?\s*)?(?P<letters>[А-ЯЁ]{3,8})\s*\)")


def letters_behind(text: str) -> Iterator[tuple[str, Target]]:
    """Letters that are the initials of the first words of the name right before them, and what it names.

    Not «Управление образования (КДН)», which are two.
    """
    if "(" not in text:
        return
    for unit in lex(text):
        found = _BEHIND.match(text, unit.end) if len(unit.targets) == 1 and unit.kind == "organization" else None
        if found is not None and any(whole.startswith(found["letters"]) for whole in letters_for(unit.targets[0].name)):
            yield found["letters"], unit.targets[0]
