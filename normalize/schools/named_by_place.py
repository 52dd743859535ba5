"""Schools named by their place as it is, no adjective of it: «МБОУ «Ытык-Эбэ СОШ № 1»», «Сунтар СОШ № 3».

So most schools of Yakutia, Tuva and Dagestan are called. Inside a legal form nothing but a name can stand before the
type; without one the word must be no other: «Завуч СОШ № 3», «Медиацентр СОШ № 3», «Лосев СОШ № 3».
"""

import re
from collections.abc import Iterator

from ingest.expressions import expression
from normalize.morphology import is_common_word, is_given_name, is_only_a_place, is_surname, parses
from normalize.organization_heads import head_of
from normalize.people.surname_looks import tells_gender
from normalize.schools.words import ADJECTIVE, KIND, LETTERS, MIDDLE
from normalize.titles.heads import find_head

_PART = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)*"
_PLACE = rf"(?P<name>(?:{ADJECTIVE}\s+)?{_PART})"  # «Верхний Бай-Хаак»
_IN_FORM = expression(rf"(?<![\w-]){LETTERS}\s*(?P<quote>[«\"“„]\s*)?{_PLACE}\s+{MIDDLE}{KIND}")
_ALONE = expression(rf"(?<![\w-])[«\"“„]?{_PLACE}\s+(?P<middle>)(?P<kind>СОШ|ООШ|НОШ|СШ)(?![\w-])")
_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<word>[А-ЯЁ][а-яё-]+)\s+$")
_OF_SCHOOLS = re.compile(r"(?:школ|лице|гимнази|прогимнази|корпус)")
_SHORTEST = 4  # letters of a word inside a compound: «центр» of «Медиацентр»


def find_bare_places(plain: str) -> Iterator[re.Match[str]]:
    """Matches with the groups name, kind and middle (the words between), left to right of each way to print them."""
    for match in _IN_FORM.finditer(plain):
        if (match["quote"] or match["kind"].isupper()) and _may_be_place(match["name"].split()[-1]):
            yield match
    for match in _ALONE.finditer(plain):
        before = _WORD_BEFORE.search(plain, 0, match.start())
        if _is_place(match["name"].split()[-1]) and (before is None or not _is_name(before["word"])):
            yield match


def _may_be_place(word: str) -> bool:
    """False for «Лицей», «Школа», «Центр» and for adjectives, which named.py reads."""
    return _OF_SCHOOLS.match(word.lower()) is None and head_of(word) is None and not re.fullmatch(ADJECTIVE, word)


def _is_place(word: str) -> bool:
    """A town of the dictionary, or a word that it does not know in any part, neither post nor surname."""
    if is_only_a_place(word):
        return True
    if not _may_be_place(word) or find_head([word]) is not None or is_surname(word) or tells_gender(word):
        return False
    parts = word.split("-")
    if len(parts) > 1 and parts[-1][0].isupper():  # «Кызыл-Мажалык»; not «Учитель-Логопед», «Соян-Лосев»
        return not any(map(is_surname, parts)) and not all(map(parses, parts))
    inside = range(len(word) - _SHORTEST + 1)
    return len(word) >= _SHORTEST and not any(parses(word[at:].lower()) for at in inside)


def _is_name(before: str) -> bool:
    """«Вязов Чаян СОШ № 3»: a capital word before that may be a surname; not «Директор Сунтар СОШ № 3»."""
    return is_given_name(before) or not (is_common_word(before) or find_head([before.lower()]))
