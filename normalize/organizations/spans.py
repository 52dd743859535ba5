"""Organizations in a text, but numbered schools: legal form with a quoted name, authorities, heads with a name.

«МБУ ДО «Центр дополнительного образования»», «ГАОУ ДПО СО "ИРО"», «Управления образования», «Министерство
образования и молодёжной политики Свердловской области» (notes/names.md §3, tricky.md §3).
"""

import re
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import fold, read_cyrillic, squeeze
from normalize.named_after import HONOUR
from normalize.organization_names import OrganizationRef, organization_kind, without_no_form
from normalize.organizations.bodies_of_districts import find_district_bodies
from normalize.organizations.by_themselves import find_by_themselves
from normalize.organizations.centres_of_bodies import with_centres
from normalize.organizations.commissions import find_commissions
from normalize.organizations.headed import find_headed
from normalize.organizations.inspectorates import find_inspectorates
from normalize.organizations.numbered import find_numbered
from normalize.organizations.owners import without_owners
from normalize.organizations.quoted import find_quoted, form_in_nominative, is_state
from normalize.organizations.service_bodies import find_service_bodies
from normalize.organizations.units import is_unit, without_inner
from normalize.organizations.whose_form import find_with_territory, form_before
from normalize.quotes import CLOSING, OPENING, closing_quote
from normalize.settlements import district_written_out
from normalize.vocabulary import forms_of


def find_organizations(text: str) -> tuple[OrganizationRef, ...]:
    """All organizations that a text names, left to right; nested and numbered schools are not looked for."""
    plain = read_cyrillic(text)
    found: list[OrganizationRef] = []
    for reader in (
        find_district_bodies,
        find_service_bodies,
        find_inspectorates,
        find_commissions,
        find_by_themselves,
        find_numbered,
        _branches_by_letters,
        find_with_territory,
        _find_quoted,
        _arts_schools,
        _branches,
        _mothers,
        _find_headed,
        _honoured_letters,
    ):
        for ref in reader(plain):
            ref = _with_quotes(_with_honour(ref, plain), plain)
            if not any(one.start < ref.end and ref.start < one.end for one in found):
                found.append(ref)
    return without_owners(with_centres(sorted(found, key=lambda ref: ref.start), plain), plain)


def stands_above(name: str) -> bool:
    """True for the name of a body above territories, as cells say it or folded: «гаоу дпо со институт развития …».

    Folded, its legal form has no capitals and no quotes by which cells would be read.
    """
    if name == fold(name) and name.partition(" ")[0] in forms_of("organizations", "legal"):
        return is_state(name)
    ref = next((one for one in find_organizations(name[:1].upper() + name[1:]) if one.start == 0), None)
    if ref is not None and ref.end == len(name):
        return ref.above_territory
    return organization_kind(name) == "ministry" or (not name.islower() and is_state(name))


def _find_quoted(plain: str) -> list[OrganizationRef]:
    refs = find_quoted(plain)
    return without_inner(refs, find_headed(plain)) if any(is_unit(ref.name) for ref in refs) else refs


_HONOUR = expression(rf"[^\S\n]*(?P<honour>{HONOUR})")


def _with_honour(ref: OrganizationRef, plain: str) -> OrganizationRef:
    """«МБУ ДО «ДДТ» им. А.П. Гайдара»: whose name it bears belongs to its name."""
    found = _HONOUR.match(plain, ref.end) if not re.search(HONOUR, ref.name) else None
    if found is None:
        return ref
    return replace(ref, end=found.end(), name=f"{ref.name} {squeeze(found['honour'])}")


def _with_quotes(ref: OrganizationRef, plain: str) -> OrganizationRef:
    """««Городской библиотеки»»: the marks around a whole name belong to it, and to no post before it."""
    closing = plain[ref.end : ref.end + 1]
    if ref.start == 0 or plain[ref.start - 1] not in OPENING or not closing or closing not in CLOSING:
        return ref
    if closing_quote(plain, ref.start - 1) != ref.end + 1:
        return ref
    return replace(ref, start=ref.start - 1, end=ref.end + 1)


_HONOURED_LETTERS = expression(rf"(?<![\w-])(?P<letters>[А-ЯЁ]{{2,8}})\s+(?P<honour>{HONOUR})")
_OF_SCHOOLS = frozenset(forms_of("organizations", "legal")) | {"сош", "оош", "нош", "сш", "ош", "нш"}


def _honoured_letters(plain: str) -> list[OrganizationRef]:
    """«ДК им. Ленина», «ПГУ им. В.И. Даля», «ЦБС им. М. Горького»: letters that are an institution's for sure."""
    refs = []
    for match in _HONOURED_LETTERS.finditer(plain):
        if match["letters"].lower() not in _OF_SCHOOLS:
            name = f"{match['letters']} {squeeze(match['honour'])}"
            refs.append(OrganizationRef(match.start(), match.end(), name, organization_kind(name), False, False))
    return refs


_BRANCH = expression(
    r"(?<![\w-])(?P<whose>[Рр]егиональн|[Мм]естн|[Оо]бластн|[Кк]раев|[Рр]айонн|[Гг]ородск|[Тт]ерриториальн|[Пп]ервичн)"
    r"(?P<ending>ое|ого|ому|ым|ом)\s+отделени(?:е|я|ю|ем|и)\s+(?P<letters>[А-ЯЁ]{3,8})(?![\w-])"
)


def _branches(plain: str) -> list[OrganizationRef]:
    """«региональное отделение РДШ»: a body of a movement or party, by its letters."""
    return [
        OrganizationRef(
            match.start(),
            match.end(),
            f"{match['whose'].capitalize()}ое отделение {match['letters']}",
            "other",
            False,
            match["ending"] == "ое",
        )
        for match in _BRANCH.finditer(plain)
    ]


_BRANCH_OF_LETTERS = expression(
    r"(?<![\w-])[Фф]илиал(?:а|у|ом|е)?\s+(?P<letters>[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ])(?![\w-])(?!\s*[№«\"“„])"
)


def _mothers(plain: str) -> list[OrganizationRef]:
    """«РАНХиГС» of «Боровский филиал РАНХиГС»: what has a branch is an institution, and no school of letters."""
    refs = []
    for match in _BRANCH_OF_LETTERS.finditer(plain):
        name = match["letters"]
        if name.lower() not in _OF_SCHOOLS:
            refs.append(
                OrganizationRef(match.start("letters"), match.end(), name, organization_kind(name), False, False)
            )
    return refs


_BY_LETTERS = expression(
    r"(?<![\w-])[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ]\s*\(\s*филиал\s*\)\s*(?:Ф?Г[А-Я]{2,4}(?:\s+ВО)?\s+)?[«\"]?[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ](?![\w-])[»\"]?"
)


def _branches_by_letters(plain: str) -> list[OrganizationRef]:
    """«НТИ (филиал) УрФУ»: a branch by its own letters and those of its mother."""
    return [
        OrganizationRef(match.start(), match.end(), squeeze(match.group()), "institute", False, False)
        for match in _BY_LETTERS.finditer(plain)
    ]


# «муниципальному бюджетному учреждению дополнительного образования Центру детского творчества»
_WORDS_BEFORE = expression(
    r"(?<![\w-])(?P<legal>(?:муниципальн|государственн|федеральн|краев|областн|автономн|бюджетн|казенн|казённ)\w+\s+"
    r"(?:[а-яё]+\s+){0,8}?(?:учреждени(?:е|я|ю|ем|и)|организаци(?:я|и|ю|ей))(?:\s+[а-яё]+){0,4})\s+$",
    re.IGNORECASE,
)


def _find_headed(plain: str) -> list[OrganizationRef]:
    """Names by their head noun; a legal form before one belongs to it: «МБУ ДО Центр детского творчества».

    A form in words too; but «учреждения управления образования» may be those that the department has.
    """
    refs = []
    for ref in find_headed(plain):
        whole = _with_form(ref, plain)
        if whole is ref and (ref.nominative or ref.kind not in ("authority", "ministry")):
            whole = _with_form_in_words(ref, plain)
        whole = _with_office(whole, plain)
        start = without_no_form(plain, whole.start) if whole.kind == "authority" else whole.start
        refs.append(replace(whole, start=start))
    return refs


def _with_form(ref: OrganizationRef, plain: str) -> OrganizationRef:
    form = form_before(plain, ref.start) if ref.nominative and ref.name[0] != "«" else None
    if form is None:
        return ref
    name, above = f"{form[1]} «{ref.name}»", ref.above_territory or is_state(form[1])
    return replace(ref, start=form[0], name=name, kind=organization_kind(name), above_territory=above)


_OFFICE_BEFORE = expression(r"(?<![\w-])(?P<letters>УО)\s+$")  # behind it «администрации»: no other reading


def _with_office(ref: OrganizationRef, plain: str) -> OrganizationRef:
    """«УО администрации Лесного района»: the education department of that district."""
    office = _OFFICE_BEFORE.search(plain, 0, ref.start)
    if office is None or not re.match("(?i:а)дминистрации\\b", plain[ref.start :]):
        return ref
    name = f"Управление образования {district_written_out(squeeze(plain[ref.start : ref.end]))}"
    return replace(ref, start=office.start(), name=name, nominative=True)


def _with_form_in_words(ref: OrganizationRef, plain: str) -> OrganizationRef:
    form = _WORDS_BEFORE.search(plain, 0, ref.start)
    if form is None:
        return ref
    name = f"{form_in_nominative(squeeze(form['legal']))} «{ref.name}»"
    return replace(ref, start=form.start(), name=name, kind=organization_kind(name))


def _is_by_itself(match: re.Match[str]) -> bool:
    """««Школы искусств»» in quotes, «музыкальная школа» with nothing beside it."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    if before[-1:] and before[-1] in OPENING:
        return behind[:1] != "" and behind[0] in CLOSING
    free = before.rstrip(" ")[-1:] in ("", ",", ";", "\n")
    return match["case"] == "а" and free and _CLOSED.match(behind) is not None


_CLOSED = expression(r"\s*(?:$|[,;.(\n])")
_ARTS_SCHOOL = expression(
    r"(?<![\w-])(?:(?P<child>[Дд]етск(?:о-юношеск)?)(?:ая|ой|ую)\s+)?"
    r"(?P<kind>(?:[Мм]узыкальн|[Хх]удожественн|[Сс]портивн|[Хх]ореографическ)(?:ая|ой|ую)\s+)?"
    r"[Шш]кол(?P<case>[аыеу]|ой)(?P<tail>\s+искусств)?(?P<number>\s*№\s*\d+)?(?![а-яё])"
)


def _arts_schools(plain: str) -> list[OrganizationRef]:
    """«Детская школа искусств», «МБУ ДО Детская музыкальная школа № 1»: no schools in the sense of v_schools.

    Not «директор музыкальной школы», which may be any; and «музыкальных школ № 1, 2» are read with their numbers in
    schools/. In the nominative alone, or in quotes, it is the only one that the reader knows.
    """
    refs = []
    for match in _ARTS_SCHOOL.finditer(plain):
        if not (match["kind"] or match["tail"]):
            continue
        if not (match["child"] or match["number"]) and not _is_by_itself(match):
            continue
        child = f"{match['child']}ая " if match["child"] else ""
        kind = f"{re.sub('(?:ой|ую)$', 'ая', match['kind'].strip())} " if match["kind"] else ""
        number = re.sub(r"№\s*", "№ ", match["number"] or "")
        name = squeeze(f"{child}{kind}школа{match['tail'] or ''} {number}".lower())
        ref = OrganizationRef(
            match.start(), match.end(), name[0].upper() + name[1:], "other", False, match["case"] == "а"
        )
        whole = _with_form(ref, plain)
        if whole is not ref or not number:
            refs.append(whole)
    return refs
