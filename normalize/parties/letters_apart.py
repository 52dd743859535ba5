"""Letters of a body that are printed with blanks: «МО и Н» is «МОиН»."""

import re

from normalize.fold import fold

LETTERS_APART = re.compile(r"(?<![\w-])[А-ЯЁ]{2,4} и [А-ЯЁ](?!\w)")


def spellings_in(text: str) -> set[str]:
    """The folded words of a text, and such letters in one word."""
    return {*fold(text).split(), *(fold(match.group()).replace(" ", "") for match in LETTERS_APART.finditer(text))}
