"""Organizations by a head noun and what follows it in the genitive: «Управление образования Администрации города»."""

import re

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.morphology import inflect
from normalize.named_after import HONOUR
from normalize.organization_heads import HEADS, UNITS, WORD, gender_of, head_of, is_subject
from normalize.organization_names import OrganizationRef
from normalize.organizations.adjectives import agreeing_start, name_start
from normalize.organizations.in_plural import are_several
from normalize.organizations.limits import lists_places, post_before, without_preposition
from normalize.organizations.tails import name_end
from normalize.people.spans import find_people
from normalize.quotes import inner_quotes
from normalize.regions import region_end, split_region
from normalize.settlements import PLACE, district_written_out
from normalize.titles.written_out import write_out
from normalize.vocabulary import forms_of

_HONOUR = expression(rf"\s+{HONOUR}")
# Of a district: no mere unit.
_OF_EDUCATION = expression(r"\s+(?:образовани(?:я|ем)|народного\s+образования|ЗАГСа?)(?![а-яё])")
_NUMBER = expression(r"\s*№\s*\d+(?!\d|\s*(?:,|и\s)\s*(?:№\s*)?\d)")
_GOES_ON = expression(r"[^\S\n]+[а-яё]")  # «Отдел образования № 2 администрации города»
# «согласно приказу Управления образования № 306»: the order's number
_OF_PAPER = expression(r"(?i)\b(?:приказ|распоряжени|постановлени|письм|решени)[а-яё]*\s+(?:[\w.-]+\s+){0,4}$")
_OF_BODIES = expression(r"\bорган\w*\s+$", re.IGNORECASE)
# «библиотека № 4»: a name by its number; not «врач дет. поликлиники № 2», of which a word is cut short
_SHORT = expression(r"[а-яё]\.\s*\Z")
_HOUSE = "дом"  # «дом № 4»: where it is
_ROOM = "кабинет"  # a body only as «районный методический кабинет»
_OF_COLLEAGUES = "ассоциация"  # «Ассоциация молодых педагогов»: a group, but where its territory is named
_OF_TERRITORY = expression(r"\s(?:области|края|республики|района|округа|города|России)(?!\w)|\sг\.")
_OF_REGION = expression(r"\b(?:области|края|Республики|России|РФ)\b")
# «Отдел образования администрации Лесного муниципального района Старогорской области» is the district's
_OF_DISTRICT = expression(r"\b(?:муниципальн|города|района|(?<!автономного )округа|поселения|села|пос[её]лка|г\.)")
# «ППМС-центр», «ППМС центр»
_LETTERS = "|".join(forms_of("organizations", "centre_letters")).upper()
_HEAD = rf"(?:(?<![\w-])(?P<letters>{_LETTERS})(?:-|\s+)(?=[Цц]ентр))?(?P<noun>{WORD})"
_METHODICAL = expression(r"методическ\w+\s+$", re.IGNORECASE)


def find_headed(plain: str) -> list[OrganizationRef]:
    refs = []
    at = 0
    people = [person.start for person in find_people(plain)]
    for match in re.finditer(_HEAD, plain):
        head = head_of(match["noun"]) if match.start() >= at else None
        if head is None or _is_no_body(plain, match, head) or are_several(plain, match, head):
            continue
        start = name_start(plain, match.start(), is_subject(match["noun"], head))
        stop = min((start for start in people if start >= match.end()), default=len(plain))
        end = _name_end(plain, stop, start, match, head)
        if end is not None and head in UNITS and _is_part_of_body(plain, match.end(), end):
            continue
        if end is None or lists_places(plain[match.end() : end], plain[end:]):
            continue
        if head == _OF_COLLEAGUES and not _OF_TERRITORY.search(plain, match.end(), end):
            continue
        start = agreeing_start(plain, start, match["noun"], head)
        refs.append(_headed_ref(plain, start, match, end, head))
        at = end
    return refs


def _is_no_body(plain: str, match: re.Match[str], head: str) -> bool:
    """True for a unit inside a post, a room, and bodies in general."""
    before, printed = plain[: match.start()], match["noun"]
    if head in UNITS and printed == printed.lower() != head and not _is_one(plain, match.end()):
        return True  # «главный специалист отдела общего образования»: a unit, part of the post
    if head == _ROOM and not _METHODICAL.search(before):
        return True  # «кабинет информатики»
    # «Органы управления образования», «осуществляющие управление образованием»: no department's name
    return _OF_BODIES.search(before) is not None or _EXERCISED.search(before) is not None


# «специалисты отделения социальной защиты № 4»
_WITH_NUMBER = expression(r"(?:[^\S\n]+[а-яё]+){1,3}[^\S\n]*№\s*\d")


def _is_one(plain: str, at: int) -> bool:
    """Whether a unit's noun that ends at `at` names a body all the same: by its field, or by a number."""
    return _OF_EDUCATION.match(plain, at) is not None or _WITH_NUMBER.match(plain, at) is not None


_EXERCISED = expression(r"осуществл\w+\s+$", re.IGNORECASE)


def _is_part_of_body(plain: str, start: int, end: int) -> bool:
    """«отдел общего образования комитета по образованию», «отдел опеки УО»: of a body that is named too.

    Not «отдел культуры администрации района», nor «Отдел образования управления …»: the district has one.
    """
    if _OF_EDUCATION.match(plain, start):
        return False
    heads = [head_of(word) for word in re.findall(WORD, plain[start:end])]
    return any(head in _WITH_UNITS for head in heads) or _LETTERS_OF_BODY.match(plain, end) is not None


# «Отдел опеки Минобрнауки РЧ», «Отдел образования администрации ЛГО»: letters behind those are a territory's
_OF_REGIONS_BODY = expression(rf"\s(?:[Аа]дминистрации|(?i:{'|'.join(forms_of('organizations', 'ministry'))}))\Z")
_OF_FINANCE = expression(r"[Фф]инансов(?:ое|ого|ому|ым|ом)\s+\Z")  # «Финансовое управление»: each district has one
_LETTERS_OF_BODY = expression(r"\s+[РГМ]?(?:УО|ОО|ОНО)(?![\w-])")


_WITH_UNITS = ("управление", "департамент", "комитет", "министерство")


def _name_end(plain: str, stop: int, start: int, match: re.Match[str], head: str) -> int | None:
    """Where the name from `start` ends, before `stop`; None where the noun names no body by itself."""
    kind = HEADS[head]
    end = name_end(plain[:stop], match.end(), head, post_before(plain[:start]))
    end = without_preposition(plain, match.end(), end)
    numbered = head != _HOUSE and _NUMBER.match(plain, match.end()) and not _SHORT.search(plain, 0, start)
    named = bool(numbered) or start < match.start("noun") or _HONOUR.match(plain, match.end()) is not None
    if end is None and named and kind in ("center", "institute", "other"):
        body = _LETTERS_OF_BODY.match(plain, match.end())  # «Методический кабинет РОО»
        end = body.end() if body else match.end()  # «Городского методического центра», «библиотека им. А.К. Вязова»
    if end is None and head == "управление" and _OF_FINANCE.search(plain, start, match.start()):
        return match.end()
    if end is None and kind == "ministry" and head != "министерство":
        end = region_end(plain[:stop], match.end(), True)  # «Минобрнауки РД»
        return end if end > match.end() else None
    place = _OF_VILLAGE.match(plain, match.end() if end is None else end) if kind in _HAS_VILLAGE else None
    if place is not None and (end is not None or head != _HOUSE):  # «дом с. Майя» is anybody's
        return place.end()  # «Больница с. Майя», «Дом культуры с. Рагули»
    if end is None:
        return None
    end = region_end(plain[:stop], end, kind == "ministry" or _OF_REGIONS_BODY.search(plain[:end]) is not None)
    number = _NUMBER.match(plain, end)
    if number is not None and (kind not in ("authority", "ministry") or _is_of_office(plain, start, number.end())):
        end = number.end()  # «Детская поликлиника № 2», «Управления социальной политики № 12»
    honour = _HONOUR.match(plain, end)
    return honour.end() if honour else end


_HAS_VILLAGE = ("center", "institute", "other")
_OF_VILLAGE = expression(rf"[^\S\n]+{PLACE}(?![\w-])")


def _is_of_office(plain: str, start: int, end: int) -> bool:
    """Whether a number that ends a name is the office's; not «приказ Управления образования № 306»."""
    return _OF_PAPER.search(plain, 0, start) is None and _GOES_ON.match(plain, end) is None


def _headed_ref(plain: str, start: int, match: re.Match[str], end: int, head: str) -> OrganizationRef:
    printed = match["noun"]
    before = squeeze(plain[start : match.start()])
    nominative = is_subject(printed, head)
    gender_words = (
        before.split()
        if nominative
        else [inflect(word, "nomn", "sing", gender_of(head)) or word for word in before.split()]
    )
    noun = f"{match['letters']}-{head}" if match["letters"] else head
    words = [*gender_words, noun, district_written_out(write_out(inner_quotes(plain[match.end() : end])))]
    name = " ".join(word for word in words if word)
    name = name[0].upper() + name[1:]
    kind = HEADS[head]
    of_region = _OF_REGION.search(name) is not None or split_region(name, kind)[1] is not None
    above = kind == "ministry" or (of_region and _OF_DISTRICT.search(name) is None)
    return OrganizationRef(start, end, name, kind, above, nominative)  # type: ignore[arg-type]
