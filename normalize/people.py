"""People in a text: where a name stands, and its parts (notes/names.md §3)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from normalize.fold import fold, read_cyrillic
from normalize.morphology import (
    adjective_cases,
    inflect,
    is_common_word,
    is_given_name,
    is_only_a_place,
    is_short_adjective,
    is_surname,
    names_person,
    noun_cases,
    parses,
)
from normalize.named_after import find_honours
from normalize.surname_looks import tells_gender
from normalize.vocabulary import forms_of

_UP, _LOW = "А-ЯЁ", "а-яё"
_SURNAME = rf"[{_UP}][{_LOW}]+(?:\s?-\s?[{_UP}][{_LOW}]+)?"
# «Л.М.», «Л.М», «С. А.», «М.В .», «ЕВ.», «Ю.С..»: a dot may be lost, doubled or stand off
_INITIALS = rf"[{_UP}]\s?\.\s{{0,2}}[{_UP}](?:\s?\.+|(?![{_UP}{_LOW}]))|[{_UP}]{{2}}\.(?!\s?[{_UP}]\.)"
_ONE_INITIAL = rf"[{_UP}]\.(?!\s?[{_UP}{_LOW}]\.)"
# Given name, patronymic: full names in any case; the patronymic's ending carries the gender.
_GIVEN = rf"[{_UP}][{_LOW}]+"
_PATRONYMIC_HE = rf"[{_UP}][{_LOW}]+(?:вич|ьич|мич|кич|нич)(?:а|у|ем|ом|е)?"
_PATRONYMIC_SHE = rf"[{_UP}][{_LOW}]+(?:вн|ичн|иничн)(?:а|ы|е|у|ой|ою)"
_TURKIC = r"\s+(?:оглы|кызы|оглу)"
_PATRONYMIC = rf"(?:{_PATRONYMIC_HE}|{_PATRONYMIC_SHE}|{_GIVEN}{_TURKIC})(?![{_LOW}])"

_NAME = re.compile(
    rf"(?<![{_UP}{_LOW}])(?:"
    rf"(?P<full>(?P<fs>{_SURNAME})\s+(?P<fg>{_GIVEN})\s+(?P<fp>{_PATRONYMIC}))"
    rf"|(?P<given>(?P<gg>{_GIVEN})\s+(?P<gp>{_PATRONYMIC})\s+(?P<gs>{_SURNAME}))"
    rf"|(?P<after>(?P<as>{_SURNAME})(?:\s*\({_SURNAME}\))?\s*(?P<ai>{_INITIALS}))"  # «Вязова (Лосева) А.К.»
    rf"|(?P<before>(?P<bi>{_INITIALS})\s*(?P<bs>{_SURNAME})(?![{_LOW}]))"
    rf"|(?P<caps>(?P<cs>[{_UP}]{{4,}}(?:-[{_UP}]{{3,}})?)\s+(?P<ci>{_INITIALS}))"
    rf"|(?P<single>(?P<ss>{_SURNAME})\s+(?P<si>{_ONE_INITIAL}))"
    rf"|(?P<short>(?P<hs>{_SURNAME})\s+(?P<hg>{_GIVEN})(?![{_LOW}]))"
    rf"|(?P<bare>(?P<rs>{_SURNAME})\s(?P<ri>[{_UP}]{{2}})(?![{_UP}{_LOW}.\w]))"  # «Вязов АК»
    r")"
)
_LINE_OF_INITIALS = re.compile(rf"(?:{_INITIALS})[^\S\n]*")
_LINE_OF_SURNAME = re.compile(rf"(?P<word>{_SURNAME})(?![{_LOW}])[^\S\n]*")
_INITIALS_THEN_SURNAME = re.compile(rf"(?:{_INITIALS})\s*{_SURNAME}(?![{_LOW}])")
# A name that names a thing: «ул. Ленина», «г. Уссурийска»; «им. А.С. Пушкина» is in named_after.py
_NAMESAKE_BEFORE = re.compile(r"\b(?:[Ии]м\.|[Ии]мени|[Уу]л\.|[Пп]амяти|пос\.|г\.|гор\.|с\.)\s*$")

_FEMALE_OBLIQUE = re.compile(r"(?:ов|ев|ёв|ин|ын)ой$")
_FEMALE_FULL = re.compile(r"(?:(?P<short>(?:ов|ев|ёв|ин|ын))(?:ой|у)|(?P<sky>[сц]к)(?:ой|ую|ая))$")
_MALE_FULL = re.compile(r"(?:(?P<short>(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е)|(?P<sky>[сц]к)(?:ого|ому|им|ом))$")


_FORMS = ("full", "given", "after", "before", "caps", "single", "short", "bare")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as found. `surname` is nominative where a rule makes it so, else as printed.

    `initials` is «И.О.», or «И.» where only one is printed; `given_names` is nominative, None without a full
    name. `sure` is False where the nominative is not certain (an oblique form of an unknown surname).
    """

    start: int
    end: int  # exclusive
    surname: str
    initials: str
    given_names: str | None
    form: str  # which spelling: one of _FORMS
    oblique: bool = False  # printed in another case than the nominative
    governed: bool = False  # stands where no nominative stands: «под руководством Сизова Н.Н.»

    @property
    def name(self) -> str:
        """Canonical «Фамилия И.О.»."""
        return f"{self.surname} {self.initials}"

    @property
    def key(self) -> str:
        """Spelling key: equal exactly for the same surname and initials."""
        return person_key(self.surname, self.initials)


def person_key(surname: str, initials: str) -> str:
    """«плотникова|т|а» of «Плотникова», «Т.А.»."""
    letters = fold(initials).split()
    return "|".join([fold(surname).replace(" ", "-"), *letters])


@lru_cache(maxsize=4096)
def find_people(text: str) -> tuple[PersonName, ...]:
    """All names of people in a text, from left to right, with their spans.

    Latin look-alikes are read as Cyrillic. Names of things («школа им. А.С. Пушкина») are left out.
    """
    plain = read_cyrillic(text)
    found: list[PersonName] = []
    honours = find_honours(plain)
    at = 0
    while match := _NAME.search(plain, at):
        after_title = _after_a_title(match.group())
        if after_title:  # «Директор - Вязова А.К.»
            at = match.start() + after_title
            continue
        name = _read_match(match, plain)
        if name is None:
            at = match.start() + 1
            continue
        honour = next((end for start, end in honours if start <= name.start < end), None)
        if honour is None and not _NAMESAKE_BEFORE.search(plain[: name.start]):
            found.append(name)
        at = honour or name.end
    return tuple(found)


_DASHED = re.compile(rf"(?P<first>[{_UP}][{_LOW}]+)(?P<dash>\s?-\s?)(?=[{_UP}])")


def _after_a_title(printed: str) -> int:
    """Where the name begins behind a post and a dash («Директор - Вязова А.К.»); 0 where none stands before.

    «Мельник-Вязова А.К.» is one surname: a dash without blanks parts only a word that is never a surname.
    """
    dashed = _DASHED.match(printed)
    if dashed is None:
        return 0
    first = dashed["first"].lower()
    is_post = first in _NEVER_SURNAMES or (" " in dashed["dash"] and names_person(first) and not is_surname(first))
    return dashed.end() if is_post else 0


def _read_match(match: re.Match[str], plain: str) -> PersonName | None:
    kind = next(name for name in _FORMS if match[name])
    if kind == "full":
        return _full(match, match["fs"], match["fg"], match["fp"], kind)
    if kind == "given":
        return _full(match, match["gs"], match["gg"], match["gp"], kind) if is_given_name(match["gg"]) else None
    if kind == "short":
        return _short(match)
    surname = match[{"after": "as", "before": "bs", "caps": "cs", "single": "ss", "bare": "rs"}[kind]]
    initials = match[{"after": "ai", "before": "bi", "caps": "ci", "single": "si", "bare": "ri"}[kind]]
    if not _can_be_surname(surname, kind, match, plain):
        return None
    end = match.end() - _dots_too_many(match.group())
    surname = "-".join(part.strip().capitalize() for part in surname.split("-"))
    nominative, oblique = _nominative(surname)
    return PersonName(match.start(), end, nominative, _tidy(initials), None, kind, oblique)


def _short(match: re.Match[str]) -> PersonName | None:
    """«Вязов Артём»: a surname and a given name; the patronymic is not printed, so one initial is known."""
    surname, given = match["hs"], match["hg"]
    looks = tells_gender(surname) or is_surname(surname)
    if not looks or not is_given_name(given) or is_common_word(given) or is_given_name(surname):
        return None
    return PersonName(match.start(), match.end(), surname, f"{given[0]}.", None, "short")


def _can_be_surname(word: str, kind: str, match: re.Match[str], plain: str) -> bool:
    """False for «Управления Л.М. Миннуллина» (the word before the initials is no name) and «Лицея А.»."""
    initials_start = match.start({"after": "ai", "before": "bi", "caps": "ci", "single": "si", "bare": "ri"}[kind])
    glued = re.search(rf"[{_UP}]{{2}}\.$", match.group({"after": "ai", "before": "bi"}.get(kind, kind)))
    if glued and ((is_common_word(word) and not tells_gender(word)) or glued.group().lower() in _NEVER_INITIALS):
        return False  # «по ВР.Воспитатели»
    if word.lower() in _NEVER_SURNAMES:
        return False
    if kind == "before":  # «И.О. Директора» is an acting one
        return not (word.lower() in _POSTS or (match["bi"] == "И.О." and names_person(word)))
    if kind == "bare":
        known = match["ri"].lower() in _LETTERS
        looks = is_surname(word) or tells_gender(word) or word.endswith(("ых", "их", "ко", "ук", "юк"))
        return looks and not known and not is_common_word(word)
    if is_surname(word) and kind != "single":
        return True
    initials_first = _are_initials_first(plain, word, initials_start)
    if _NAMESAKE_BEFORE.search(plain[: match.start()]) and _INITIALS_THEN_SURNAME.match(plain, initials_start):
        return False
    named_alike = (
        tells_gender(word)
        and (
            is_only_a_place(word)  # «Лямина К.», though Лямин is a town
            or is_short_adjective(word)  # «Чиркова А.»
            or (("nomn", "sing") in noun_cases(word) and _BEHIND_SMALL.search(plain[: match.start()]) is not None)
        )
    )
    doubtful = not named_alike if kind == "single" else initials_first
    if is_common_word(word) and not _ADJECTIVAL.search(word) and doubtful:
        return False
    if kind == "caps":
        return not initials_first and not is_common_word(word)
    return kind == "after" or is_surname(word) or tells_gender(word)


def _are_initials_first(plain: str, word: str, at: int) -> bool:
    """True where the initials at `at` belong to the word behind them: «Директор И.И. Вязов».

    A row of names that ends in initials begins with a surname («Лях О.В. Гриб И.К.»), and so does a line that ends in
    initials where its word can be one («Лях О.В.⏎Завхоз …», not «Управления Л.М.⏎Миннуллина»).
    """
    if not _can_be_common_surname(word):
        return _INITIALS_THEN_SURNAME.match(plain, at) is not None
    while initials := _LINE_OF_INITIALS.match(plain, at):
        behind = _LINE_OF_SURNAME.match(plain, initials.end())
        if behind is None or behind["word"].lower() in _POSTS or plain[behind.end() : behind.end() + 1] == ".":
            return False
        at = behind.end()
    return True


def _can_be_common_surname(word: str) -> bool:
    """«Король», «Лях», «Тихая», «Рябых»: a nominative of one; not «Управления», nor «Школы»."""
    singular = ("nomn", "sing") in noun_cases(word) | adjective_cases(word)
    return word.lower() not in _POSTS and (singular or tells_gender(word) or word.lower().endswith(("ых", "их")))


_BEHIND_SMALL = re.compile(r"[а-яё]{2,} $")  # «вожатая Лапина А.»: a capital in the middle of words
_ADJECTIVAL = re.compile(r"[сц]к(?:ая|ий)$")  # «Мирская А.А.⏎Вязова А.А.»: a surname though the dictionary has the word
_NEVER_SURNAMES = frozenset(forms_of("people", "never_surname"))
_NEVER_INITIALS = frozenset(f"{form}." for form in forms_of("roles", "area"))
# Words of posts: no surnames, though «Мельник» and «Король» are.
_POSTS = frozenset().union(
    *(forms_of("roles", section) for section in ("post", "person", "institution", "abbreviation"))
)
_LETTERS = frozenset(
    form
    for name, section in (("roles", "area"), ("roles", "known"), ("roles", "whole"), ("organizations", "known"),
                          ("organizations", "legal"))
    for form in forms_of(name, section)
)  # fmt: skip


def _dots_too_many(printed: str) -> int:
    """«Ю.С..» → 1: the second dot ends a sentence."""
    return len(printed) - len(printed.rstrip(".")) - 1 if printed.endswith("..") else 0


def _tidy(initials: str) -> str:
    return "".join(f"{letter}." for letter in initials if letter.isalpha())


def _nominative(surname: str) -> tuple[str, bool]:
    """The nominative where it is certain: only «-овой/-евой/-иной» → «-ова/-ева/-ина» (notes/names.md §2)."""
    if _FEMALE_OBLIQUE.search(surname):
        return surname[:-2] + "а", True
    return surname, False


def _full(match: re.Match[str], surname: str, given: str, patronymic: str, kind: str) -> PersonName | None:
    """A full name in any case: the patronymic's ending carries gender and case."""
    if kind == "full" and is_common_word(surname) and not is_surname(surname) and not is_given_name(given):
        return None
    she = re.fullmatch(_PATRONYMIC_SHE, patronymic) is not None
    oblique = not patronymic.endswith("на" if she else "ич") and not re.search(_TURKIC, patronymic)
    if oblique:
        surname = _full_nominative(surname, she)
        gender = "femn" if she else "masc"
        given = _name_nominative(given, "Name", gender)
        patronymic = (
            re.sub(r"(?:ы|е|у|ой|ою)$", "а", patronymic) if she else re.sub(r"(ич)(?:а|у|ем|ом|е)$", r"\1", patronymic)
        )
    initials = f"{given[0]}.{patronymic[0]}."
    return PersonName(match.start(), match.end(), surname, initials, f"{given} {patronymic}", kind, oblique)


def _full_nominative(surname: str, she: bool) -> str:
    """A surname's nominative where the gender is known: «Петровой Анны» → «Петрова», «Ивана … Петрова» → «Петров»."""
    found = (_FEMALE_FULL if she else _MALE_FULL).search(surname)
    if found is None:
        return surname
    if found["short"]:
        return surname[: found.end("short")] + ("а" if she else "")
    return surname[: found.end("sky")] + ("ая" if she else "ий")


def _name_nominative(given: str, tag: str, gender: str) -> str:
    for parse in parses(given):
        if tag in parse.tag and gender in parse.tag:
            form = parse.inflect({"nomn", "sing"})
            if form is not None:
                return str(form.word).capitalize()
    return inflect(given, "nomn", "sing") or given
