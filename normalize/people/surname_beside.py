"""Whether the word beside initials is a surname: «Вязова А.К.», not «Управления Л.М. Миннуллина» nor «Лицея А.»."""

import re

from ingest.expressions import expression
from normalize.morphology import (
    adjective_cases,
    dictionary_form,
    is_common_word,
    is_nominative_person,
    is_nominative_plural,
    is_only_a_place,
    is_short_adjective,
    is_surname,
    names_person,
    noun_cases,
)
from normalize.organization_heads import HEADS
from normalize.people.patterns import (
    INITIALS,
    INITIALS_OF,
    INITIALS_THEN_SURNAME,
    LINE_OF_INITIALS,
    LINE_OF_SURNAME,
    LOW,
    NAMESAKE_BEFORE,
    UP,
)
from normalize.people.surname_looks import can_be_untold_surname, is_word_surname, tells_gender
from normalize.vocabulary import forms_of


def can_be_surname(word: str, kind: str, match: re.Match[str], plain: str) -> bool:
    """False for «Управления Л.М. Миннуллина» (the word before the initials is no name) and «Лицея А.»."""
    initials_start = match.start(INITIALS_OF[kind])
    glued = re.search(rf"[{UP}]{{2}}\.$", match.group(INITIALS_OF[kind] if kind in ("after", "before") else kind))
    if glued and ((is_common_word(word) and not tells_gender(word)) or glued.group().lower() in _NEVER_INITIALS):
        return False  # «по ВР.Воспитатели»
    if word.lower() in NEVER_SURNAMES or (glued and _is_no_name(word, glued.group()[:2].lower())):
        return False  # «… Тюльгинская РБ.»
    if kind == "before":  # «И.О. Директора» is an acting one
        return not (_is_of_posts(word) or (match["bi"] == "И.О." and names_person(word)))
    if kind == "capsbehind":
        return _is_in_capitals_behind(word, match, plain)
    if kind == "bare":
        letters = match["ri"].lower()
        known = letters in _LETTERS or (_is_no_name(word, letters) and not _has_post(match, plain))
        looks = is_surname(word) or tells_gender(word) or word.endswith(("ых", "их", "ко", "ук", "юк"))
        return looks and not known and not is_common_word(word)
    if kind == "single" and not match["si"].endswith(".") and _is_no_surname_of_letter(word, match, plain):
        return False
    if is_surname(word) and kind != "single":
        return True
    if kind == "caps" and not _may_stand_in_capitals(word):
        return False
    initials_first = _are_initials_first(plain, word, initials_start)
    if NAMESAKE_BEFORE.search(plain[: match.start()]) and INITIALS_THEN_SURNAME.match(plain, initials_start):
        return False
    before = plain[: match.start()]
    doubtful = (
        not (
            _is_named_alike(word, before)
            or is_word_surname(word)
            or _is_behind_post(word, before)
            or _is_before_post(word, match, plain)
        )
        if kind == "single"
        else initials_first
    )
    if is_common_word(word) and not _ADJECTIVAL.search(word) and doubtful:
        return False
    if kind == "caps":
        return not initials_first and not (is_common_word(word) and _are_of_capitals_behind(match, plain))
    return (
        kind == "after"
        or is_surname(word)
        or tells_gender(word)
        or _is_behind_post(word, before)
        or _says_nothing_else(word)
    )


def _may_stand_in_capitals(word: str) -> bool:
    """«СОРОКА И.И.», «КОТ И.И.», «ГУК И.И.»: two initials make a surname of a word; not «УПРАВЛЕНИЕ Л.М.», «ЦДО А.В.».

    Capitals hide whether it is a word or letters: of three only those that can be spoken are a surname («ЦРО» is not).
    """
    lower = word.lower()
    if lower in _LETTERS or lower in _POSTS or lower in _BODY_NOUNS or _ABSTRACT.search(lower):
        return False
    if is_common_word(word):
        return _can_be_common_surname(word)
    return len(word) > 3 or _SPOKEN.fullmatch(lower) is not None


def _is_in_capitals_behind(word: str, match: re.Match[str], plain: str) -> bool:
    """«А.В. СОРОКА», «ДИРЕКТОР И.И. ВЯЗОВ»: a surname by itself; not «Л.М. ЦЕНТР», nor «КОНКУРС А.С. ПУШКИНА»."""
    before = _CAPITALS_BEFORE.search(plain, 0, match.start())
    if before is not None and before["word"].lower() not in _POSTS:
        return False
    if not _may_stand_in_capitals(word) or (match["bci"] == "И.О." and names_person(word)):
        return False
    name = word.capitalize()
    if is_surname(word) or tells_gender(word.lower()) or is_word_surname(name):
        return True
    return not is_common_word(word) and len(word) > 4 and can_be_untold_surname(name)


def _are_of_capitals_behind(match: re.Match[str], plain: str) -> bool:
    """«КОНКУРС А.С. ПУШКИНА»: the initials are of the capitals behind; not «СОРОКА И.И. МЕЛЬНИК А.А.»."""
    behind = _CAPITALS.match(plain, match.end())
    return behind is not None and behind["word"].lower() not in _LETTERS | _POSTS


_CAPITALS = expression(rf"[^\S\n]*(?P<word>[{UP}]{{3,}})(?![{UP}{LOW}])(?!\s*(?:{INITIALS}))")
_CAPITALS_BEFORE = expression(rf"(?<![{UP}{LOW}])(?P<word>[{UP}]{{3,}})[^\S\n]+\Z")
_ABSTRACT = expression(r"(?:ние|тие|ция|сть|ство)$")
_SPOKEN = expression(r"[бвгджзйклмнпрстфхцчшщ][аеёиоуыэюя][бвгджзйклмнпрстфхцчшщ]")
_BODY_NOUNS = frozenset(forms_of("roles", "body")) | frozenset(HEADS)


def is_of_place(word: str, letters: str) -> bool:
    """Whether letters behind an adjective may be a body's of its place: «Тюльгинская РБ», «Чернавский СК»."""
    return letters in _BODIES and _OF_PLACE.search(word) is not None


def _is_no_name(word: str, letters: str) -> bool:
    """«Тюльгинская РБ», «Песчанской ОШ»; «Чернавского ПП» neither, for in such a case few print a name without dots."""
    return _OBLIQUE.search(word) is not None or is_of_place(word, letters)


def _has_post(match: re.Match[str], plain: str) -> bool:
    """«директор Чернавский СК», «Чернавский СК – директор»: a man, which is asked."""
    if _OBLIQUE.search(match["rs"]):
        return False
    before, behind = _BEFORE.search(plain[: match.start()]), _BEHIND.match(plain, match.end())
    posts = [word[1] for word in (before, behind) if word is not None and is_nominative_person(word[1])]
    return any(("nomn", "sing") in noun_cases(post) for post in posts)


_BEFORE = expression(r"([а-яё-]{4,}) $")
_BEHIND = expression(r"(?:\s*[-–—]\s*|,\s*|\s*\()([а-яё]{4,})")
_OF_PLACE = expression(r"(?:ая|ий|ый|ое)$")
_OBLIQUE = expression(r"[сц]к(?:ой|ого|ому|им|ом|ую)$")


def _is_named_alike(word: str, before: str) -> bool:
    """A common word that looks like a surname where one may stand with a single initial."""
    return tells_gender(word) and (
        is_only_a_place(word)  # «Лямина К.», though Лямин is a town
        or is_short_adjective(word)  # «Чиркова А.»
        or (("nomn", "sing") in noun_cases(word) and _BEHIND_SMALL.search(before) is not None)
    )


def _is_behind_post(word: str, before: str) -> bool:
    """«психолог Ткач М.», «зам. директора по УВР Шульга Т.», «учитель Пак С.»: a nominative behind somebody's post."""
    line = _PART_OF_LINE.search(before)
    printed = [] if line is None else _WORDS.findall(line.group().lower())
    if not any(one in _POSTS or one.rstrip(".") in _POSTS for one in printed) or _WAITS.search(before):
        return False
    lower = word.lower()
    if lower in _POSTS or lower in _BODY_NOUNS or _ABSTRACT.search(lower):
        return False
    return ("nomn", "sing") in noun_cases(word) or _says_nothing_else(word)


def _is_before_post(word: str, match: re.Match[str], plain: str) -> bool:
    """«Король М., соц. педагог»: a nominative that is no body's, and somebody's post behind it."""
    lower, behind = word.lower(), _POST_BEHIND.match(plain, match.end())
    if behind is None or lower in _POSTS or lower in _BODY_NOUNS or _ABSTRACT.search(lower):
        return False
    is_post = any(one in _POSTS or is_nominative_person(one) for one in _WORDS.findall(behind["words"].lower()))
    return is_post and ("nomn", "sing") in noun_cases(word)


def _is_no_surname_of_letter(word: str, match: re.Match[str], plain: str) -> bool:
    """«Корпус А», «Группа В»: a letter without a dot is an initial only behind what must be a surname."""
    if is_word_surname(word) or _is_behind_post(word, plain[: match.start()]):
        return False
    return is_common_word(word) or not (is_surname(word) or tells_gender(word))


def _is_of_posts(word: str) -> bool:
    """«директор», «Учителя», «Классные» руководители: a word of posts, or of several people, is no surname."""
    lower = word.lower()
    if lower in _POSTS or dictionary_form(lower) in _POSTS:
        return True
    adjective = adjective_cases(word)
    several = names_person(word, "plur") and is_nominative_plural(word)
    return not is_surname(word) and (several or (("nomn", "plur") in adjective and ("nomn", "sing") not in adjective))


def _says_nothing_else(word: str) -> bool:
    """«Заяц», «Юхно», «Лущик»; not «Кванториума»."""
    return is_word_surname(word) or can_be_untold_surname(word)


_PART_OF_LINE = expression(r"[^,;:()\n]+ $")
_WORDS = expression(r"[а-яё-]+\.?")
_WAITS = expression(r"(?:^|\s)(?:по|за|и|при|в|на|с|к|от|для) $", re.IGNORECASE)


def _are_initials_first(plain: str, word: str, at: int) -> bool:
    """True where the initials at `at` belong to the word behind them: «Директор И.И. Вязов».

    A row of names that ends in initials begins with a surname («Лях О.В. Гриб И.К.»), and so does a line that ends in
    initials where its word can be one («Лях О.В.⏎Завхоз …», not «Управления Л.М.⏎Миннуллина»).
    """
    if not _can_be_common_surname(word):
        return INITIALS_THEN_SURNAME.match(plain, at) is not None
    while initials := LINE_OF_INITIALS.match(plain, at):
        behind = LINE_OF_SURNAME.match(plain, initials.end())
        if behind is None or _is_of_posts(behind["word"]) or plain[behind.end() : behind.end() + 1] == ".":
            return False
        at = behind.end()
    return True


def _can_be_common_surname(word: str) -> bool:
    """«Король», «Лях», «Тихая», «Рябых»: a nominative of one; not «Управления», nor «Школы»."""
    singular = ("nomn", "sing") in noun_cases(word) | adjective_cases(word)
    return word.lower() not in _POSTS and (singular or tells_gender(word) or word.lower().endswith(("ых", "их")))


_POST_BEHIND = expression(r"(?:\s*,\s*|\s+[-–—]\s*|\s*\()(?P<words>[а-яё-]+\.?(?:\s?[а-яё-]{3,}\.?)?)(?![а-яё])")
_BEHIND_SMALL = expression(r"[а-яё]{2,} $")  # «вожатая Лапина А.»: a capital in the middle of words
_ADJECTIVAL = expression(r"[сц]к(?:ая|ий)$")  # «Мирская А.А.⏎Вязова А.А.»: a surname though the dictionary has the word
NEVER_SURNAMES = frozenset(forms_of("people", "never_surname"))
_NEVER_INITIALS = frozenset(f"{form}." for form in forms_of("roles", "area"))
# Words of posts: no surnames, though «Мельник» and «Король» are.
_POSTS = frozenset().union(
    *(forms_of("roles", section) for section in ("post", "person", "institution", "abbreviation"))
)
_BODIES = frozenset(forms_of("organizations", "of_place")) | {"сш", "ош", "нш"}  # schools of places too
_LETTERS = frozenset(
    form
    for name, section in (("roles", "area"), ("roles", "known"), ("roles", "whole"), ("organizations", "known"),
                          ("organizations", "legal"))
    for form in forms_of(name, section)
)  # fmt: skip
