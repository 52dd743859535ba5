"""Whether a line is no part of a plan's text: a page's number, «Продолжение плана», a stamp. See furniture.toml."""

from functools import cache

from ingest.columns.headings import fold_heading
from ingest.expressions import expression
from ingest.titles import is_clerk, is_marked
from ingest.vocabulary import load_entries

# «2», «- 3 -», «Страница 2 из 5»
PAGE_NUMBER = expression(r"(?i)\W*(стр(аница|\.)?\s*)?\d*(\s*(из|/)\s*\d+)?\W*")
IN_BRACKETS = expression(r"(?is).*\((?:продолжение|окончание)\b[^()]*\)\W*")  # «Приложение (продолжение)»
FILE_NAME = expression(r"(?i)\S.*\.(?:docx?|xlsx?|odt|ods|rtf|pdf)\W*")  # «C:\Users\Metod\План 2020.doc»
PAGE_OF = expression(r"(?i)(.*\W)?стр(аница|\.)?\s*\d+\s*(из|/)\s*\d+\W*")  # «consultant.ru   Страница 2 из 3»
ADDRESS = expression(r"(?i)\W*(https?://|www\.)\S+(\s+\d+\s*(из|/)\s*\d+)?\W*")  # of the page that was printed
# «Приказ Управления образования от 17.09.2020 N 214», over every page but the first
CITED = expression(
    r"(?i)(приказ|распоряжение|постановление)\b(\s+[^\s\d:;]+){0,12}\s+от\s+\d\S*(\s\S+){0,3}\s+(№|N)\s*\S+"
)
LINES = 4  # of a head at most
WORDS_BEHIND = 3  # «Продолжение плана работы школы», «Продолжение приложения № 2 к приказу» have less
SHORT = 2  # letters: they are not counted
LONGEST_STAMP = 40  # words


def is_furniture(text: str) -> bool:
    """True for what a page prints around its text: its number, «Продолжение таблицы», a stamp, who typed it."""
    plain = text.strip()
    whole = any(pattern.fullmatch(plain) for pattern in (PAGE_NUMBER, IN_BRACKETS, FILE_NAME, ADDRESS, CITED))
    return whole or is_clerk(text) or _goes_on(plain) or _is_stamp(plain) or _is_head(plain)


def _is_head(text: str) -> bool:
    """«КонсультантПлюс www.consultant.ru Страница 2 из 3 ⏎ надёжная правовая поддержка», without a title beside it."""
    lines = text.split("\n")
    if len(lines) > LINES or any(map(is_marked, lines)):
        return False
    words = fold_heading(text)
    said = any(_begins(words[at:], entry) for entry, _ in _entries("print") for at in range(len(words)))
    return said or any(PAGE_OF.fullmatch(line.strip()) for line in lines)


def _goes_on(text: str) -> bool:
    """«Продолжение плана», and what it is the plan of: not «Продолжение работы с семьями детей района»."""
    words = fold_heading(text)
    begun = max(_begun(words, "continuation"), default=None)
    return begun is not None and sum(len(word) > SHORT and word.isalpha() for word in words[begun:]) < WORDS_BEHIND


def _is_stamp(text: str) -> bool:
    """«Подписано электронной подписью ⏎ Юдин А.А.», but not where a title stands below: «КОПИЯ ВЕРНА ⏎ II. Кадры»."""
    words = fold_heading(text)
    titled = any(is_marked(line) for line in text.split("\n")[1:])
    return bool(_begun(words, "stamp")) and len(words) <= LONGEST_STAMP and not titled


def _begun(words: tuple[str, ...], kind: str) -> list[int]:
    """How many words each entry has that the text begins with."""
    return [
        len(entry) for entry, whole in _entries(kind) if _begins(words, entry) and not (whole and words[len(entry) :])
    ]


def _begins(words: tuple[str, ...], entry: tuple[str, ...]) -> bool:
    return len(entry) <= len(words) and all(map(_fits, entry, words))


def _fits(printed: str, word: str) -> bool:
    if printed == "#":
        return any(char.isdigit() for char in word)
    return word.startswith(printed[:-1]) if printed.endswith("*") else word == printed


@cache
def _entries(kind: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    entries = load_entries("furniture", kind)
    return tuple((tuple(entry["words"].split()), entry.get("whole", False)) for entry in entries)
