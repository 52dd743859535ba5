"""Organizations in a text, but numbered schools: legal form with a quoted name, authorities, heads with a name.

«МБУ ДО «Центр дополнительного образования»», «ГАОУ ДПО СО "ИРО"», «Управления образования», «Министерство
образования и молодёжной политики Свердловской области» (notes/names.md §3, tricky.md §3).
"""

import re
from dataclasses import dataclass
from functools import cache

from normalize.fold import fold, read_cyrillic, squeeze
from normalize.model import OrganizationKind
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    inflect,
    is_nominative,
    is_nominative_person,
    noun_cases,
)
from normalize.people import find_people
from normalize.schools import HONOUR
from normalize.vocabulary import alternatives, forms_of, load_entries


@dataclass(frozen=True, slots=True)
class OrganizationRef:
    """An organization as printed. `name` is canonical in form (nominative head, «» quotes), not yet resolved."""

    start: int
    end: int  # exclusive
    name: str
    kind: OrganizationKind
    above_territory: bool
    nominative: bool  # its head is printed in the nominative: it can be a party by itself


HEADS = forms_of("organizations", "head")
FIELDS = forms_of("organizations", "field")
_UNITS = frozenset({"отдел", "отделение"})
_HEAD_STARTS = frozenset(head[:3] for head in HEADS)
_LEGAL = forms_of("organizations", "legal")
_LEGAL_MORE = forms_of("organizations", "legal_more")
_WORD = r"[А-ЯЁа-яё][\w-]*"
_OPEN, _CLOSE = '«"“„', '»"”“'

_ONE_FORM, _MORE_FORMS = alternatives("organizations", "legal"), alternatives("organizations", "legal_more")
_FORM = rf"(?P<legal>(?:{_ONE_FORM})(?:\s+(?:{_MORE_FORMS}))*)"
_LEGAL_RUN = re.compile(
    rf"(?<![\w-]){_FORM}\s*(?:(?P<more>(?-i:[А-ЯЁ]{{2,6}}))\s*)?(?=[{_OPEN}])",
    re.IGNORECASE,
)
# «ДЮСШ «Олимп»»: any acronym right before a quoted name; «МБУ ДО ЦДО»: a legal form before an acronym
_ACRONYM_QUOTED = re.compile(r"(?<![\w-])(?P<legal>[А-ЯЁ]{2,8})\s*(?=[«\"“])")
_LEGAL_ACRONYM = re.compile(
    rf"(?<![\w-]){_FORM}"
    r"\s+(?P<letters>(?-i:[А-ЯЁ]{2,6}))(?![\w«])(?!\s*[№«\"“„])",
    re.IGNORECASE,
)
_LEGAL_WORDS = re.compile(
    r"(?<![\w-])(?P<legal>(?:муниципальн|государственн|федеральн|краев|областн|автономн|бюджетн|казенн|казённ)\w+\s+(?:[а-яё]+\s+){0,8}?(?:учреждени|организаци)\w+(?:\s+[а-яё]+){0,4}?)\s*(?=[«\"“„])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:(?:г|гор|пос|с)\.\s?[А-ЯЁ][\w-]+|города\s+[А-ЯЁ][\w-]+|[А-ЯЁ][\w-]+(?:ой|ого)\s+(?:области|края|района|округа|республики)|[А-ЯЁ][\w-]+(?:ого|его)\s+(?:городского|муниципального)\s+(?:округа|района))"
)
_KNOWN_LETTERS = frozenset(forms_of("roles", "known"))
_TERRITORY_NOUN = frozenset(
    ["области", "края", "района", "округа", "республики", "города", "поселения", "россии", "рф"]
)


def find_organizations(text: str) -> tuple[OrganizationRef, ...]:
    """All organizations that a text names, left to right; nested and numbered schools are not looked for."""
    plain = read_cyrillic(text)
    found: list[OrganizationRef] = []
    for reader in (_quoted, _arts_schools, _headed):
        for ref in reader(plain):
            if not any(one.start < ref.end and ref.start < one.end for one in found):
                found.append(ref)
    return tuple(sorted(found, key=lambda ref: ref.start))


# --- legal form and quoted name --------------------------------------------------------------------------


def _quoted(plain: str) -> list[OrganizationRef]:
    refs: list[OrganizationRef] = []
    for match in _LEGAL_ACRONYM.finditer(plain):
        letters = match["letters"].lower()
        if letters not in _LEGAL and letters not in _LEGAL_MORE and not _NOT_ACRONYM.fullmatch(match["letters"]):
            name = f"{squeeze(match['legal']).upper()} {match['letters']}"
            refs.append(
                OrganizationRef(match.start(), match.end(), name, organization_kind(name), _is_state(name), True)
            )
    for pattern in (_LEGAL_RUN, _LEGAL_WORDS, _ACRONYM_QUOTED):
        for match in pattern.finditer(plain):
            if any(one.start < match.end() and match.start() < one.end for one in refs):
                continue
            end = closing_quote(plain, match.end())
            proper = _unquoted(plain[match.end() : end])
            tail = _TAIL.match(plain, end)
            end = tail.end() if tail else end
            legal = squeeze(f"{match['legal']} {match.groupdict().get('more') or ''}")
            legal = legal.upper() if pattern is not _LEGAL_WORDS else legal[0].upper() + legal[1:]
            place = f" {squeeze(tail.group())}" if tail else ""
            name = f"{legal} «{_inner_quotes(proper)}»{place}"
            refs.append(OrganizationRef(match.start(), end, name, organization_kind(name), _is_state(legal), True))
            refs += _of_one_form(plain, end, legal)
    refs += [ref for ref in _bare_quoted(plain) if not any(ref.start < one.end and one.start < ref.end for one in refs)]
    return refs


_ONE_MORE = re.compile(rf"\s*(?:,|\bи\b)\s*(?=[{_OPEN}])")


def _of_one_form(plain: str, at: int, legal: str) -> list[OrganizationRef]:
    """«МБДОУ «Тополёк», «Ласточка»»: the second name has the legal form of the first."""
    more = _ONE_MORE.match(plain, at)
    if more is None:
        return []
    end = closing_quote(plain, more.end())
    name = f"{legal} «{_inner_quotes(_unquoted(plain[more.end() : end]))}»"
    ref = OrganizationRef(more.end(), end, name, organization_kind(name), _is_state(legal), True)
    return [ref, *_of_one_form(plain, end, legal)]


_NOT_ACRONYM = re.compile(r"СОШ|ООШ|НОШ|СШ|ОШ")  # «МБОУ СОШ № 5»: a school, read in schools.py


def _bare_quoted(plain: str) -> list[OrganizationRef]:
    """A quoted name whose first word is a head: ««Центр дополнительного образования»»."""
    refs = []
    for match in re.finditer(rf"[{_OPEN}](?=(?P<head>{_WORD}))", plain):
        head = _head_of(match["head"])
        if head is None or HEADS[head] == "authority":
            continue
        end = closing_quote(plain, match.start())
        name = f"«{_inner_quotes(plain[match.end() : end].strip(_OPEN + _CLOSE + ' '))}»"
        refs.append(OrganizationRef(match.start(), end, name, organization_kind(name), False, True))
    return refs


def closing_quote(plain: str, start: int) -> int:
    """Where the quotation that opens at `start` ends (exclusive); the text's end where it never closes.

    «» nest; a quotation that does not balance ends at its last » before a comma, or at the text's end.
    """
    opened: list[str] = []
    for at in range(start, len(plain)):
        mark, inner = plain[at], opened[-1] if opened else ""
        closes = mark in "»”" or (mark == "“" and inner != "«") or (mark == '"' and inner == '"')
        if opened and closes:
            opened.pop()
            if not opened:
                return at + 1
        elif mark in '«„"“':
            opened.append(mark)
    last = plain.find("»", start)
    return last + 1 if last != -1 else len(plain)


def _unquoted(quotation: str) -> str:
    """What stands between the outer quotes; a closing one may be missing."""
    inner = quotation.strip()[1:]
    return inner[:-1].strip() if inner.endswith(tuple(_CLOSE)) else inner.strip()


def _inner_quotes(proper: str) -> str:
    return squeeze(re.sub(r"[\"“„]([^\"“”„]+)[\"”“]", r"«\1»", proper))


def _is_state(legal: str) -> bool:
    first = fold(legal).split()[0]
    return _LEGAL.get(first) == "state" or first.startswith(("государственн", "федеральн", "областн", "краев"))


def organization_kind(name: str) -> OrganizationKind:
    """The kind of v_organizations that a name says; "other" where it says none."""
    folded = f" {fold(name)} "
    for entry in load_entries("organizations"):
        if entry.section == "kind" and any(f" {form}" in folded for form in entry.forms):
            return entry.value  # type: ignore[return-value]
    return "other"


_ARTS_SCHOOL = re.compile(
    r"(?<![\w-])(?P<child>[Дд]етск)(?:ая|ой|ую)\s+(?P<kind>(?:музыкальн|художественн|спортивн)(?:ая|ой|ую)\s+)?"
    r"школ(?:а|ы|е|у|ой)(?P<tail>\s+искусств)?(?P<number>\s*№\s*\d+)?(?![а-яё])"
)


def _arts_schools(plain: str) -> list[OrganizationRef]:
    """«Детская школа искусств», «Детской музыкальной школы № 1»: no schools in the sense of v_schools."""
    refs = []
    for match in _ARTS_SCHOOL.finditer(plain):
        kind = f"{re.sub('(?:ой|ую)$', 'ая', match['kind'].strip())} " if match["kind"] else ""
        name = squeeze(
            f"Детская {kind}школа{match['tail'] or ''} {re.sub(r'№ ?', '№ ', (match['number'] or '').strip())}"
        )
        nominative = match.group().split()[0].endswith("ая")
        if match["kind"] or match["tail"]:
            refs.append(OrganizationRef(match.start(), match.end(), name, "other", False, nominative))
    return refs


# --- a head noun and what follows it in the genitive -----------------------------------------------------


@cache
def _head_of(word: str) -> str | None:
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


def _headed(plain: str) -> list[OrganizationRef]:
    refs = []
    at = 0
    people = [person.start for person in find_people(plain)]
    for match in re.finditer(_WORD, plain):
        if match.start() < at:
            continue
        head = _head_of(match.group())
        if head is None or (
            head in _UNITS
            and match.group() == match.group().lower() != head
            and not _OF_EDUCATION.match(plain, match.end())
        ):
            continue  # «главный специалист отдела общего образования»: a unit, part of the post
        start = _name_start(plain, match.start(), match.group().lower() == head)
        stop = min((start for start in people if start >= match.end()), default=len(plain))
        end = _name_end(plain[:stop], match.end(), head)
        if end is None and start < match.start() and HEADS[head] in ("center", "institute", "other"):
            end = match.end()  # «Городского методического центра»
        if end is None and HEADS[head] in ("center", "institute", "other") and _HONOUR.match(plain, match.end()):
            end = match.end()  # «библиотека им. А.К. Вязова»
        honour = _HONOUR.match(plain, end) if end is not None else None
        end = honour.end() if honour else end
        if end is None:
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
    words = [*gender_words, head, squeeze(plain[match.end() : end])]
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
    if not _ADJECTIVE.match(word) or not adjective_cases(word):
        return False
    return word[0].isupper() or "ческ" in word or (nominative and is_nominative(word))


_PLACE_NOUN = frozenset(["города", "г.", "района", "округа", "поселка", "села"])
# «Управление образования, культуры и спорта»: a comma goes on only before another field of work
_STEP = re.compile(
    rf"(?:\s+(?:(?P<joint>и|по)\s+)?|,\s+(?=(?:{alternatives('organizations', 'comma')})\b))"
    rf"(?P<word>(?:г\.\s?)?{_WORD})"
    r"|\s*(?P<quote>[«\"“„])"
)


def _name_end(plain: str, at: int, head: str) -> int | None:
    """Where the genitive tail of a name ends; None where the head stands alone or heads no organization.

    «Управление образования» and «Министерство образования и молодёжной политики Свердловской области» go on
    as long as words are genitive, adjectives, «и» between such, or territories; «отдел кадров» is none.
    """
    authority = HEADS[head] in ("authority", "ministry")
    end, words, last, of_field = at, 0, "", False
    any_field = head in ("управление", "департамент") and plain[at - len(head)].isupper()
    while True:
        step = _STEP.match(plain, end)
        if step is None:
            break
        if step["quote"]:
            return closing_quote(plain, step.start("quote")) if not authority else end if words else None
        if step["word"].lower() in ("им", "имени"):
            break
        after_place = last in _PLACE_NOUN and step["word"][0].isupper()
        if step["joint"] == "по" and head == "администрация":
            break  # «заместитель главы администрации по социальным вопросам»: the deputy's, not the name's
        if not after_place and not of_field and not _goes_on(step["word"], step["joint"], words, authority, any_field):
            break
        end, words, last = step.end(), words + 1, step["word"].lower()
        of_field = step["joint"] == "по" and not noun_cases(last)  # «по социальным» waits for «вопросам»
    return end if words else None


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
    if joint == "и" and sum(letter.isupper() for letter in word) > 1:
        return False  # «Управление образования и ЦДО»
    if words > 0 and lower in _KNOWN_LETTERS and word.isupper() and not authority:
        return True  # «Центр тестирования ГТО»
    if word[0].isupper():
        return (
            _is_place_adjective(word)
            or _head_of(word) is not None
            or (words > 0 and not noun_cases(word) and not adjective_cases(word))
        )
    # «учителя», «директора»: a genitive singular too, but a new party; «политики» is no politician here
    return can_be_genitive(word) and not is_nominative_person(word)


def _is_place_adjective(word: str) -> bool:
    return word[0].isupper() and word.lower().endswith(
        ("ской", "ского", "цкой", "цкого", "ская", "ский", "ным", "ного")
    )


def organization_key(name: str) -> str:
    """Spelling key of an organization: «org|мбу до центр дополнительного образования»."""
    return f"org|{fold(name)}"


def proper_part(name: str) -> str:
    """What stands in the quotes, or the whole name without quotes: «Центр дополнительного образования»."""
    match = re.search(r"«(.+)»", name)
    return match[1] if match else name


def legal_part(name: str) -> str:
    """What stands before the quotes: «МБУ ДО»; "" where nothing does."""
    return name.split("«")[0].strip() if "«" in name else ""


def initials_of(name: str) -> str:
    """The letters of an acronym: «ЦДО» of «Центр дополнительного образования»."""
    words = re.findall(r"[А-Яа-яЁё]+", proper_part(name))
    return "".join(word[0].upper() for word in words if len(word) > 1 or word.lower() in "и")
