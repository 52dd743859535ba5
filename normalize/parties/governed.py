"""Words that link parties and the case in which they put what follows: «под руководством методиста РМК Сизова Н.Н.»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form, inflect, noun_cases, parses
from normalize.parties.phrase import Phrase
from normalize.parties.units import Unit
from normalize.people.surname_looks import stands_oblique
from normalize.titles.heads import ABBREVIATIONS, PEOPLE, find_head
from normalize.vocabulary import alternatives, forms_of

_TOGETHER, _LED, _CHARGED = (forms_of("roles", section) for section in ("together", "led", "charged"))
_CASES = {"genitive": "gent", "dative": "datv", "accusative": "accs", "instrumental": "ablt", "nominative": ""}
_LINK = expression(
    rf"(?:{alternatives('roles', 'together')}|{alternatives('roles', 'led')})(?!\w)"
    # «Доклад поручить Лаптеву И.И.»: what is to be done stands before it
    rf"|(?:[А-ЯЁа-яё]+\s+){{0,4}}?(?P<charged>{alternatives('roles', 'charged')})(?!\w)",
    re.IGNORECASE,
)
_PARTICIPLE = expression(r"(?P<word>[А-ЯЁа-яё-]+(?:щ|вш)(?:ий|ая|ие|его|ей|их|ему|им|ими)(?:ся)?)\s+\Z")
_BEGINS = expression(r"(?:^|[\n;.,(])\s*$")


def link_at(plain: str, at: int, end: int) -> int | None:
    """Where the linking words that begin at `at` end; None for none."""
    found = _LINK.match(plain, at, end)
    if found is None or plain[at - 1 : at].isalnum() or (found["charged"] and not _BEGINS.search(plain[:at])):
        return None
    doing = _PARTICIPLE.search(plain, 0, at)
    if doing is not None and doing["word"].lower() not in PEOPLE and dictionary_form(doing["word"]) not in PEOPLE:
        return None  # «педагоги, работающие вместе с детьми»; not «заведующие вместе с родителями»
    return found.end()


def case_of(separator: str) -> str:
    """The case that linking words want of what follows: "gent", "ablt" …; "" for any other separator."""
    link = _of_vocabulary(separator)
    value = _TOGETHER.get(link) or _LED.get(link) or _CHARGED.get(link)
    return _CASES[value] if value else ""


def leads(separator: str) -> bool:
    """True for «во главе с», «под руководством»: who follows heads what stands before."""
    return _of_vocabulary(separator) in _LED


def charges(separator: str) -> bool:
    """True for «поручить», «возложить на»: nobody stands before it."""
    return _of_vocabulary(separator) in _CHARGED


def adds(separator: str) -> bool:
    """True for «а также»: one more, in the nominative."""
    return _TOGETHER.get(_of_vocabulary(separator)) == "nominative"


def _of_vocabulary(separator: str) -> str:
    words = separator.lower().replace("ё", "е").split()
    known = _TOGETHER.keys() | _LED.keys() | _CHARGED.keys()
    return next((link for at in range(len(words)) if (link := " ".join(words[at:])) in known), "")


def in_nominative(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with the titles that a link governs in the nominative, and its people marked as governed.

    «при участии методиста Сизова Н.Н. и родителей»; a list goes on as long as no nominative can stand there.
    """
    case, before = "", None
    for phrase in phrases:
        if phrase.case:
            case = phrase.case
        elif case and not _goes_on(phrase, before, case):
            case = ""
        if case:
            _mend(phrase, case)
        before = phrase
    return phrases


def governs_more(units: Sequence[Unit], at: int, before: Phrase) -> bool:
    """Whether the people from `at` on are as governed as the phrase before «и»: «силами методистов ЦДО и учителей …».

    Not «при участии представителей общественности и родителей», who may be represented too.
    """
    if before.case != "gent":
        return False
    first = _nominative(before, "gent")
    words = list(takewhile(lambda unit: unit.kind == "word", units[at : at + 4]))
    more = _nominative(Phrase("", words), "gent") if words else None
    if first is None or more is None:
        return False
    is_whole = len(first) == len(before.units) or before.units[-1].kind in ("organization", "schools")
    return is_whole and find_head([unit.text for unit in more], strict=True) is not None


def _goes_on(phrase: Phrase, before: Phrase | None, case: str) -> bool:
    if before is None or phrase.joint not in ("", ",", "и"):
        return False
    if phrase.kind == "person":
        person = phrase.units[0].person
        oblique = person is not None and (person.oblique or stands_oblique(person.surname))
        return phrase.joint == "" or before.kind == "person" or oblique
    return phrase.joint != "" and phrase.head is None and _nominative(phrase, case) is not None


def _mend(phrase: Phrase, case: str) -> None:
    person = phrase.units[0].person
    if person is not None:
        phrase.units[0] = replace(phrase.units[0], person=replace(person, governed=True))
        return
    mended = _nominative(phrase, case)
    if mended is not None:
        phrase.units[: len(mended)] = mended
        phrase.is_mended = True


def _nominative(phrase: Phrase, case: str) -> list[Unit] | None:
    """The units up to the first noun, all in the nominative; None where no noun of the case begins the phrase."""
    found: list[Unit] = []
    for unit, behind in pairwise([*phrase.units, None]):
        if unit is None or unit.kind != "word" or unit.text.isupper() or fold(unit.text) in ABBREVIATIONS:
            return None
        found.append(unit)
        number = _number(unit.text, case)
        if number is not None and not _stands_before(unit.text, behind, case):
            noun = _in_nominative(unit.text, number)
            gender = [_gender(noun)] if number == "sing" else []
            before = [inflect(one.text, "nomn", number, *gender) or one.text for one in found[:-1]]
            texts = [*before, noun]
            return [replace(one, text=_like(text, one.text)) for text, one in zip(texts, found, strict=True)]
        if not any(one == case for one, _ in adjective_cases(unit.text)):
            return None
    return None


def _stands_before(word: str, behind: Unit | None, case: str) -> bool:
    """«ведущего специалиста», though «ведущий» could be a title alone."""
    adjective = any(one == case for one, _ in adjective_cases(word))
    return adjective and behind is not None and behind.kind == "word" and _number(behind.text, case) is not None


def _number(word: str, case: str) -> str | None:
    """The number of a noun that stands in the case, the singular first: «учителя» after «при участии» is one."""
    cases = noun_cases(word) or (adjective_cases(word) if _heads(word) else frozenset())
    numbers = {number for one, number in cases if one == case}
    return ("sing" if "sing" in numbers else "plur") if numbers else None


def _heads(word: str) -> bool:
    """«заведующим»: an adjective that is a title by itself."""
    if word.lower().startswith("заведующ") or dictionary_form(word) in PEOPLE:
        return True
    return inflect(word, "nomn", "plur") in PEOPLE  # «учащихся»


def _gender(noun: str) -> str:
    return next(
        (str(parse.tag.gender) for parse in parses(noun) if parse.tag.case == "nomn" and parse.tag.gender), "masc"
    )


def _in_nominative(word: str, number: str) -> str:
    gender = ["femn" if word.lower().endswith(("ей", "ой", "ую", "ою")) else "masc"]
    return inflect(word, "nomn", number, *(gender if number == "sing" and not noun_cases(word) else [])) or word


def _like(text: str, printed: str) -> str:
    return text[0].upper() + text[1:] if printed[0].isupper() else text
