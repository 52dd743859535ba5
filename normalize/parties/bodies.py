"""Rules of responsible cells about organizations by themselves."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.morphology import adjective_cases, is_nominative_adjective, noun_cases
from normalize.organization_names import IS_TERRITORIAL
from normalize.parties.drafts import Draft
from normalize.parties.institution_lists import roles_of_list
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import WORKPLACES
from normalize.parties.places_in_brackets import place_group
from normalize.parties.set_words import SCHOOL_LETTERS, titles_of_set
from normalize.parties.walk import (
    OF_TERRITORY,
    Walk,
    is_acronym,
    is_body,
    unexplained,
)
from normalize.vocabulary import forms_of

_KNOWN_BODIES = frozenset(forms_of("organizations", "known"))


def read_organization(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """An organization by itself: «Управление образования». Before a person without one, it is asked."""
    if phrase.kind != "organization":
        return False
    if place_group(walk, phrase):
        return True
    last = walk.drafts[-1] if walk.drafts else None
    if following is None or following.kind != "person" or following.joint != "(":  # «…, ДДТ (Лосев П.И.)»: his
        _ask_whose_place(walk, phrase)
    if last is not None and _GARDENS.search(walk.text[last.start : last.end]):
        last = walk.drafts[-1] = replace(last, plural=True)
    group = last is not None and last.kind == "group" and last.target is not None and last.plural
    more = walk.text[phrase.start] in '«"“„' or (last is not None and _are_gardens(last, phrase))
    listed = roles_of_list(walk, phrase)
    roles = (last.role,) if last is not None and last.role is not None and group and more else listed
    walk.waiting = []
    walk.roles = walk.roles if listed or _goes_on_behind(phrase, following) else ()
    for target in phrase.targets:
        for role in roles:  # «воспитатели МБДОУ «Тополёк», «Ласточка»»
            draft = Draft(phrase.start, phrase.end, "group", None, role, target, "list goes on", 0.9, plural=True)
            walk.drafts.append(draft)
        if not roles:
            walk.drafts.append(Draft(phrase.start, phrase.end, "organization", None, None, target, "organization", 1.0))
    return True


def _goes_on_behind(phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители школ №№ 3, 25; Управление образования; лицея № 9»: the genitive goes on with the list before.

    Not «…, Управление образования, СОШ № 9»: the school may stand for itself.
    """
    if following is None or following.kind != "schools" or {following.joint, phrase.joint} - _NEXT:
        return False
    first = following.units[0].text.split(maxsplit=1)[0]
    cases = {case for case, _ in noun_cases(first) | adjective_cases(first)}
    return "gent" in cases and "nomn" not in cases


_NEXT = {",", ";", "и"}


def _ask_whose_place(walk: Walk, phrase: Phrase) -> None:
    """«Вязова А.К., МБУ «ИМЦ»», «Вязова А.К., ЦРО»: where she works, or who else is to do it."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.target is not None or phrase.joint != ",":
        return
    if walk.text.count(")", last.end, phrase.start) > walk.text.count("(", last.end, phrase.start):
        return  # «Координаторы (Вязова А.К.), МБУ «ИМЦ»»
    if phrase.targets and _CLUB.search(phrase.targets[0].name):
        return  # «Вязова А.К., клуб «Молодой педагог»»: its members help her
    printed = squeeze(walk.text[last.start : phrase.end])
    walk.doubt(
        "place_or_party", f"«{printed}»: организация человека или отдельный исполнитель?", last.start, phrase.end
    )


_CLUB = re.compile(r"^(?:[А-ЯЁа-яё-]+\s)*[Кк]луб\s«")
_GARDENS = re.compile(r"(?i)сад(?:ов|ам|ами)(?![а-яё])")  # «зав. детсадами «Солнышко», «Колосок»»
_GARDEN = re.compile(r"(?:Детский сад|М?[БАК]?ДОУ) [«№]")


def _are_gardens(last: Draft, phrase: Phrase) -> bool:
    """«Заведующие МБДОУ детский сад «Тополёк», ДОУ «Ласточка»»: one list, as that of numbers is."""
    names = [target.name for target in (last.target, *phrase.targets) if target is not None]
    return phrase.joint in (",", "и") and all(map(_GARDEN.match, names))


def is_known_body(phrase: Phrase) -> bool:
    """«ОМВД России по Лесному району», «районный Совет ветеранов»: a body that everybody knows, with its place."""
    whose = len(phrase.units) > 1 and IS_TERRITORIAL.fullmatch(phrase.units[0].text) is not None
    commission = is_body(phrase) and (_is_commission(phrase, whose) or _is_trade_union(phrase, whose))
    if (phrase.kind != "unknown" and not commission) or any(unit.kind == "schools" for unit in phrase.units):
        return False
    first = next((unit for unit in phrase.units if not _says_where(unit.text)), phrase.units[0])
    return first.kind == "word" and fold(first.text) in _KNOWN_BODIES


def _is_commission(phrase: Phrase, whose: bool) -> bool:
    """«ТПМПК», «Городская ПМПК», «ПМПК района»; not «ПМПк», «ПМПК», «ПМПК школы»: those may be a school's own."""
    letters, *behind = [unit.text for unit in phrase.units if unit.kind != "bracket"][whose:]
    of_place = " ".join(behind)
    if not behind:
        return letters.isupper() and (whose or letters.startswith("Т"))
    return letters.isupper() and (fold(of_place) in _TERRITORIES or OF_TERRITORY.fullmatch(of_place) is not None)


def _is_trade_union(phrase: Phrase, whose: bool) -> bool:
    """«профсоюз», «районный профсоюз работников образования»; not «профсоюзы», «профсоюз школы»."""
    words = [fold(unit.text) for unit in phrase.units if unit.kind != "bracket"][whose:]
    return words[0] == "профсоюз" and " ".join(words[1:]) in ("", "работников образования", *_TERRITORIES)


_TERRITORIES = frozenset(forms_of("organizations", "territory"))


def _says_where(word: str) -> bool:
    """«районная», «Лесногорский»: a place's adjective may be in no dictionary."""
    return is_nominative_adjective(word) or re.fullmatch(r"[А-ЯЁ][А-ЯЁа-яё-]+[сц]к(?:ий|ая|ое)", word) is not None


def add_acronym(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«ММЦ» alone: an organization whose letters nothing in the order explains."""
    printed = [unit for unit in phrase.units if unit.kind != "bracket"]
    if is_acronym(phrase) and IS_TERRITORIAL.fullmatch(printed[0].text) and fold(printed[1].text) not in _KNOWN_BODIES:
        printed = printed[1:]  # «городской ЦРО»: of «Районная КДН» it is all that tells which
    name = squeeze(walk.text[printed[0].start : printed[-1].end])
    if name.count("«") > name.count("»") and walk.text[printed[-1].end : printed[-1].end + 1] == "»":
        name += "»"
    target = unexplained(name[0].upper() + name[1:], phrase.start)
    titled = bool(walk.drafts) and walk.drafts[-1].rule == "title first"  # «преподаватель Вязов А.К., ШБ»: two
    # «Вязова А.К., ДЮСШ»: she may work there; «Вязова А.К., ГИБДД»: the police helps her
    if not titled and (not is_known_body(phrase) or fold(phrase.units[0].text) in WORKPLACES):
        _ask_whose_place(walk, phrase)
    walk.shared, walk.waiting = [], []
    if is_known_body(phrase) and not _goes_on_behind(phrase, following):
        walk.roles = ()  # letters that nothing explains may be a school of the list: «…, КУГ, лицей № 9»
    draft = Draft(phrase.start, phrase.end, "organization", None, None, target, "acronym", 0.5)
    roles = _titles_of_list(walk, phrase, name)
    walk.drafts += [replace(draft, kind="group", role=role, plural=True) for role in roles] or [draft]
    if not is_known_body(phrase):
        walk.doubt("abbreviation", f"Что значит «{name}»?", phrase.start, phrase.end)
    return True


def _titles_of_list(walk: Walk, phrase: Phrase, name: str) -> tuple[str, ...]:
    """«администрация» of «Администрация Лицеев №№ 9, 10, КУГ»: letters as those of a school go on with its list."""
    if not name.endswith(SCHOOL_LETTERS) or phrase.joint not in (",", "и", ";") or is_known_body(phrase):
        return ()
    walk.roles = walk.roles or titles_of_set(walk, phrase)
    return walk.roles
