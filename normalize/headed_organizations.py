"""Organizations by a head noun and what follows it in the genitive: «Управление образования Администрации города»."""

import re
from dataclasses import dataclass
from functools import cache

from normalize.fold import squeeze
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    inflect,
    is_nominative,
    is_nominative_person,
    noun_cases,
)
from normalize.named_after import HONOUR
from normalize.organization_limits import is_deputys_field, is_of_deputy, lists_places, without_preposition
from normalize.organization_names import OrganizationRef
from normalize.people import find_people
from normalize.quotes import closing_quote
from normalize.title_heads import PEOPLE
from normalize.vocabulary import alternatives, forms_of
from normalize.written_out import write_out

HEADS = forms_of("organizations", "head")
FIELDS = forms_of("organizations", "field")
_UNITS = frozenset({"отдел", "отделение", "сектор"})
_HEAD_STARTS = frozenset(head[:3] for head in HEADS)
WORD = r"[А-ЯЁа-яё][\w-]*"
_KNOWN_LETTERS = frozenset(forms_of("roles", "known"))
_TERRITORY_NOUN = frozenset(
    ["области", "края", "района", "округа", "республики", "города", "поселения", "россии", "рф"]
)


@cache
def head_of(word: str) -> str | None:
    """«управления» → «управление»; None for a word that heads no organization."""
    lower = word.lower().replace("ё", "е")
    if lower in HEADS:
        return lower
    if lower[:3] not in _HEAD_STARTS:  # no case changes them, and most words need no dictionary then
        return None
    nominative = inflect(lower, "nomn", "sing")
    return nominative if nominative in HEADS and _is_singular(lower) else None


def _is_singular(word: str) -> bool:
    return any(number == "sing" for _, number in noun_cases(word))


_HONOUR = re.compile(rf"\s+{HONOUR}")


_OF_EDUCATION = re.compile(
    r"\s+(?:образовани(?:я|ем)|народного\s+образования)(?![а-яё])"
)  # of a district: no mere unit


_NUMBER = re.compile(r"\s*№\s*\d+")
_OF_BODIES = re.compile(r"\bорган\w*\s+$", re.IGNORECASE)


_ROOM = "кабинет"  # a body only as «районный методический кабинет»
_METHODICAL = re.compile(r"методическ\w+\s+$", re.IGNORECASE)


def find_headed(plain: str) -> list[OrganizationRef]:
    refs = []
    at = 0
    people = [person.start for person in find_people(plain)]
    for match in re.finditer(WORD, plain):
        if match.start() < at:
            continue
        head = head_of(match.group())
        if head is None or (
            head in _UNITS
            and match.group() == match.group().lower() != head
            and not _OF_EDUCATION.match(plain, match.end())
        ):
            continue  # «главный специалист отдела общего образования»: a unit, part of the post
        if head == _ROOM and not _METHODICAL.search(plain[: match.start()]):
            continue  # «кабинет информатики»
        if _OF_BODIES.search(plain[: match.start()]):  # «Органы управления образования»: no department's name
            continue
        start = _name_start(plain, match.start(), match.group().lower() == head)
        stop = min((start for start in people if start >= match.end()), default=len(plain))
        end = _name_end(plain[:stop], match.end(), head, is_of_deputy(plain[:start]))
        end = without_preposition(plain, match.end(), end)
        if end is None and start < match.start() and HEADS[head] in ("center", "institute", "other"):
            end = match.end()  # «Городского методического центра»
        if end is None and HEADS[head] in ("center", "institute", "other") and _HONOUR.match(plain, match.end()):
            end = match.end()  # «библиотека им. А.К. Вязова»
        if end is not None and HEADS[head] not in ("authority", "ministry") and (number := _NUMBER.match(plain, end)):
            end = number.end()  # «Детская поликлиника № 2»
        honour = _HONOUR.match(plain, end) if end is not None else None
        end = honour.end() if honour else end
        if end is None or lists_places(plain[match.end() : end], plain[end:]):
            continue
        refs.append(_headed_ref(plain, start, match, end, head))
        at = end
    return refs


def _headed_ref(plain: str, start: int, match: re.Match[str], end: int, head: str) -> OrganizationRef:
    printed = match.group()
    before = squeeze(plain[start : match.start()])
    nominative = any(case == "nomn" for case, _ in noun_cases(printed)) and printed.lower() == head
    gender_words = (
        before.split()
        if nominative
        else [inflect(word, "nomn", "sing", _gender(head)) or word for word in before.split()]
    )
    words = [*gender_words, head, write_out(squeeze(plain[match.end() : end]))]
    name = " ".join(word for word in words if word)
    name = name[0].upper() + name[1:]
    kind = HEADS[head]
    above = kind == "ministry" or re.search(r"\b(?:области|края|Республики|России|РФ)\b", name) is not None
    return OrganizationRef(start, end, name, kind, above, nominative)  # type: ignore[arg-type]


def _gender(head: str) -> str:
    return "neut" if head.endswith(("е", "о")) else "femn" if head.endswith(("а", "я")) else "masc"


def _name_start(plain: str, start: int, nominative: bool) -> int:
    """Adjectives before the head belong to the name: «Городского методического центра».

    In another case than the nominative only those with a capital, and «…ческого»: the others may be a post's.
    """
    while True:
        before = re.search(r"([А-ЯЁа-яё][\w-]+)\s+$", plain[:start])
        if before is None or not _is_name_adjective(before[1], nominative):
            return start
        start = before.start(1)


_ADJECTIVE = re.compile(r".+(?:ое|ый|ий|ая|ого|ому|ой|ом|ым|им|его)$")


def _is_name_adjective(word: str, nominative: bool) -> bool:
    if word.lower() in PEOPLE:  # «Заведующий отделом образования Вязов А.К.»: his post
        return False
    if not _ADJECTIVE.match(word) or not adjective_cases(word):
        return False
    return word[0].isupper() or "ческ" in word or (nominative and is_nominative(word))


_PLACE_NOUN = frozenset(["города", "г.", "района", "округа", "поселка", "села", "республики"])
_FIELD_OF_WORK = alternatives("organizations", "comma")
# «Управление образования, культуры и спорта»: a comma goes on only before another field of work
_STEP = re.compile(
    rf"(?:(?P<gap>\s+|(?<=\.))(?:(?P<joint>и|по|в\s+(?:сфере|области))\s+)?|(?P<comma>,\s+)(?=(?:{_FIELD_OF_WORK})\b))"
    rf"(?P<word>(?:г\.\s?)?{WORD}(?:\.(?=\s?[а-яё]))?)"
    r"|\s*(?P<quote>[«\"“„])"
)


_TERRITORY = re.compile(r"\s+(?:области|края|района|округа|республики)(?!\w)")


@dataclass(slots=True)
class _Tail:
    """What has been read of a name behind its head."""

    words: int = 0
    last: str = ""
    dative: bool = False  # «по …»: what the authority is for stands in the dative
    waits: bool = False  # an adjective behind «по»: «по социальным» waits for «вопросам»
    letters: bool = False  # «по делам»: letters go on, «ГО и ЧС»
    place: bool = False  # the name of a place has begun: «Республики Северная Осетия»


def _name_end(plain: str, at: int, head: str, deputy: bool = False) -> int | None:
    """Where the genitive tail of a name ends; None where the head stands alone or heads no organization.

    «Управление образования» and «Министерство образования и молодёжной политики Свердловской области» go on
    as long as words are genitive, adjectives, «и» between such, or territories; «отдел кадров» is none.
    """
    authority = HEADS[head] in ("authority", "ministry")
    any_field = head == "министерство" or (head in ("управление", "департамент") and plain[at - len(head)].isupper())
    end, tail = at, _Tail()
    while True:
        step = _STEP.match(plain, end)
        if step is None:
            break
        if step["quote"]:
            return closing_quote(plain, step.start("quote")) if not authority else end if tail.words else None
        if deputy and step["joint"] == "по" and is_deputys_field(plain[:at], tail.words, step["word"]):
            break
        if not _takes(tail, step, head, authority, any_field):
            break
        end = step.end()
        _grow(tail, step)
    return end if tail.words else None


def _takes(tail: _Tail, step: re.Match[str], head: str, authority: bool, any_field: bool) -> bool:
    word, joint = step["word"], step["joint"]
    lower = word.lower().replace("ё", "е")
    if lower in ("им", "имени"):
        return False
    if joint is not None and joint.startswith("в") and not tail.words:
        return False  # «осуществляющие управление в сфере образования»
    if joint == "по" and head == "администрация":
        return False  # «заместитель главы администрации по социальным вопросам»: the deputy's, not the name's
    if "\n" in (step["gap"] or "") and word[0].isupper() and not _begins_place(tail, word):
        return False  # «Отдел образования⏎Руководители ОО»: another party on a line of its own
    if _is_letters(word):
        return (
            lower in _TERRITORY_NOUN or tail.letters or (tail.words > 0 and lower in _KNOWN_LETTERS and not authority)
        )
    if len(lower) < 3:
        return lower in _TERRITORY_NOUN
    if joint == "и" and word[0].isupper() and head_of(word) is not None:
        return False  # «Управления образования и Центра занятости населения»: two bodies
    if word[0].isupper() and tail.words and adjective_cases(word) and _TERRITORY.match(step.string, step.end()):
        return True  # «… Лесной области»
    if tail.waits or (tail.dative and joint == "и" and _in_case(word, "datv")):
        return True
    if step["comma"]:
        return tail.dative or not _in_case(word, "datv") or can_be_genitive(word)
    if tail.place and word[0].isupper() and adjective_cases(tail.last):
        return not is_nominative_person(word)
    if tail.last in _PLACE_NOUN and word[0].isupper():
        return _begins_place(tail, word)
    return _goes_on(word, joint, tail.words, authority, any_field)


def _grow(tail: _Tail, step: re.Match[str]) -> None:
    last = step["word"].lower()
    tail.dative = tail.dative or step["joint"] == "по"
    by_field = step["joint"] in ("по", "и") or bool(step["comma"])
    tail.waits = tail.dative and by_field and not noun_cases(last) and bool(adjective_cases(last))
    tail.place = tail.last in _PLACE_NOUN and step["word"][0].isupper()
    tail.letters = last == "делам" or (tail.letters and _is_letters(step["word"]))
    tail.words, tail.last = tail.words + 1, last


def _is_letters(word: str) -> bool:
    return re.search("[А-ЯЁ]{2}", word) is not None


def _in_case(word: str, case: str) -> bool:
    return any(one == case for one, _ in noun_cases(word) | adjective_cases(word))


def _begins_place(tail: _Tail, word: str) -> bool:
    """«города Лесогорска», «⏎Лесного района»: a place's name; not «⏎Руководители»."""
    if _is_place_adjective(word):
        return True
    return tail.last in _PLACE_NOUN and not is_nominative_person(word) and head_of(word) is None


def _goes_on(word: str, joint: str | None, words: int, authority: bool, any_field: bool) -> bool:
    """True where a word can belong to an organization's name after its head.

    `any_field`: «Управление капитального строительства», a head with a capital that is no mere unit.
    """
    lower = word.lower().replace("ё", "е")
    if words == 0 and authority and joint is None and lower not in FIELDS and not _is_place_adjective(word):
        return any_field and can_be_genitive(word) and not is_nominative_person(word)
    if word.startswith("г.") or lower in _TERRITORY_NOUN or lower in ("рф", "мвд", "россии"):
        return True
    if joint == "по":
        return True
    if word.endswith("."):
        return True  # «Центр доп. образования»
    if word[0].isupper():
        return (
            _is_place_adjective(word)
            or (head_of(word) is not None and can_be_genitive(word))
            or (words > 0 and not noun_cases(word) and not adjective_cases(word))
        )
    # «учителя», «директора»: a genitive singular too, but a new party; «политики» is no politician here
    return can_be_genitive(word) and not is_nominative_person(word)


def _is_place_adjective(word: str) -> bool:
    return word[0].isupper() and word.lower().endswith(
        ("ской", "ского", "цкой", "цкого", "ская", "ский", "ным", "ного")
    )
