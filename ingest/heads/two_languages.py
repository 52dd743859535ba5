"""The Russian part of a head that a republic prints in two languages."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.nominative import FORMS
from ingest.heads.side_by_side import POST
from ingest.plan_title import begins_title
from ingest.vocabulary import stems_of

# Cyrillic letters that Russian has not, and the Latin ones that Chuvash is typed with; «І» also stands for a numeral
OTHER_LETTER = r"[ăĕçÿĂĔÇŸ\u0400\u0402-\u040f\u0450\u0452-\u04ff]"
NUMERAL = r"[ІХVXIL]+\b"
OTHER_WORD = expression(
    rf"(?i)\b(?:(?!(?-i:{NUMERAL}))(?=[^\W\d_]{{4}})[^\W\d_]*?{OTHER_LETTER}|(?:{stems_of('other_languages', 'word')}|"
    rf"{stems_of('other_languages', 'order')}))"
)
WORD = expression(r"[^\W\d_]{3,}")
IN_QUOTES = expression(r"«[^«»]*»|\"[^\"]*\"")
APART = re.compile(r"([^\S\n]{3,}|\t)")  # columns of one line
ORDER_WORD = expression(r"\b(?:ПРИКАЗ|РАСПОРЯЖЕНИЕ|ПОСТАНОВЛЕНИЕ)\b")
A_POST = expression(rf"(?i){POST}")
NUMBERED = expression(r"№|\b20\d\d\b")
LONGEST = 200  # characters: a longer line is running text


def russian_part(text: str) -> str:
    """The text without lines, columns of a line and words beside «ПРИКАЗ» that are in another language.

    «МИНИСТЕРСТВО ОБРАЗОВАНИЯ⏎МӘҒАРИФ МИНИСТРЛЫҒЫ» -> «МИНИСТЕРСТВО ОБРАЗОВАНИЯ», «ПРИКАЗ № 5  БОЕРЫК» -> «ПРИКАЗ № 5».
    """
    if OTHER_WORD.search(text) is None:
        return text
    lines = [(line, _russian_line(line)) for line in text.split("\n")]
    return "\n".join(own for line, own in lines if own or not line)


def _russian_line(line: str) -> str:
    if len(line) > LONGEST or OTHER_WORD.search(line) is None:
        return line
    if ORDER_WORD.search(line):
        return " ".join(word for word in line.split() if OTHER_WORD.match(word) is None)
    parts = APART.split(line)
    own = [part for part in parts[::2] if not is_other_language(part)]
    return line if len(own) == len(parts[::2]) else "   ".join(own)


def is_other_language(line: str) -> bool:
    """True for «Чăваш Республикин министерстви»; not for a title, a signature or a name in quotes.

    Komi heads have «МИНИСТЕРСТВО» among their own words: there half of the words must be of the other language.
    """
    unquoted = IN_QUOTES.sub(" ", line)
    words: Sequence[str] = WORD.findall(unquoted)
    own = [word for word in words if OTHER_WORD.match(word) is None]
    if len(own) == len(words) or NUMBERED.search(line) or begins_title(line) or any(map(A_POST.fullmatch, own)):
        return False
    weight = 2 if any(word.lower() in FORMS for word in own) else 3
    return (len(words) - len(own)) * weight >= len(words)
