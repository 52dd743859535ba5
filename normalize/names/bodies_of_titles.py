"""What body a title names: «директор департамента» the issuer, «начальник отдела …» the department, letters too."""

import re
from collections.abc import Set
from dataclasses import dataclass

from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form, names_person
from normalize.names.bare_bodies import LETTERS, Bodies, bare_noun
from normalize.names.ministers import end_of_minister
from normalize.names.resolution import Verdicts
from normalize.organization_heads import HEADS, UNITS, head_of
from normalize.organization_names import organization_key
from normalize.organizations.spans import find_organizations
from normalize.parties.phrase_words import NO_PLACE
from normalize.schools.numbered import school_type_of
from normalize.titles.heads import PEOPLE
from normalize.titles.roles import AREAS
from normalize.vocabulary import forms_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A title without its body, and the body's key; the title as it was and the noun where it may be several."""

    role: str | None
    key: str | None
    asked: str | None = None
    before: str | None = None  # key of the body before the person, which it may mean as well
    of_issuer: bool = False  # its school or kindergarten is the one that issued the plan


def body_of_noun(role: str, bodies: Bodies, verdicts: Verdicts, beside: Set[str] = frozenset()) -> Placed | None:
    """«Департамент» alone in a cell: the body itself; None where the order knows none of that noun."""
    noun = bare_noun(role)
    if noun is None or role.lower() != noun or noun not in bodies.by_noun:
        return None
    key = bodies.one(noun, verdicts, beside)
    return Placed(None, key) if key is not None else Placed(role, None, noun)


def place_of_title(role: str, bodies: Bodies, verdicts: Verdicts, beside: Set[str] = frozenset()) -> Placed | None:
    """What body a title names: «директор департамента» → «директор», the issuer; None where it names none."""
    words = role.split(" ")
    minister = end_of_minister(words, [bodies.by_key[key] for key in bodies.own if key in bodies.by_key])
    if minister is not None:
        return Placed(" ".join(words[: minister[0]]), minister[1])
    at_end = _at_end(words, bodies, verdicts, beside)
    if at_end is not None:
        return at_end
    for index, word in enumerate(words[1:], start=1):
        before, behind = " ".join(words[:index]), " ".join(words[index:])
        if not ends_post(words[:index]):
            continue
        found = _lettered(behind, bodies) or _named(behind, bodies) or _of_lone_school(words[index:], bodies)
        if found is not None:
            return Placed(f"{before} {found[1]}".strip(), found[0])
        noun = head_of(word)
        if noun is None or word.lower() == noun or not _ends(words[index + 1 :]) or noun not in bodies.by_noun:
            continue
        key = bodies.one(noun, verdicts, beside)
        if key is None:
            return Placed(role, None, noun)
        return Placed(" ".join((before, *words[index + 1 :])), key)
    return None


def _at_end(words: list[str], bodies: Bodies, verdicts: Verdicts, beside: Set[str]) -> Placed | None:
    """«начальник отдела общего образования комитета» → «начальник отдела общего образования», the committee.

    So «отдел общего образования комитета», «юридический отдел администрации», «пресс-служба министерства».
    """
    noun = head_of(words[-1])
    if noun is None or words[-1].lower() == noun or HEADS[noun] not in ("authority", "ministry"):
        return None
    units = [at for at in range(len(words) - 1) if head_of(words[at]) in _WITHIN and _begins_unit(words[:at])]
    units = units or ([len(words) - 2] if len(words) > 1 and dictionary_form(words[-2]) in _PARTS else [])
    key = bodies.one(noun, verdicts, beside) if units and head_of(words[units[0]]) != noun else None
    return Placed(" ".join(words[:-1]), key) if key is not None else None


def _begins_unit(before: list[str]) -> bool:
    """«юридический», «начальник юридического», "": nothing but a post and adjectives stands before a department."""
    while before and adjective_cases(before[-1]) and not ends_post(before):
        before = before[:-1]
    return not before or ends_post(before)


_WITHIN = UNITS | {"управление", "департамент"}  # they are parts of bodies too


_PARTS = frozenset(forms_of("roles", "part_of_body"))


def ends_post(words: list[str]) -> bool:
    """«заместитель директора», «заместитель директора по ВР», «педагоги дополнительного образования».

    Not «председатель родительского».
    """
    if len(words) > 2 and words[-2] == "по" and fold(words[-1]) in AREAS:
        return True
    if len(words) > 2 and fold(" ".join(words[-2:])) in _FIELDS:
        return ends_post(words[:-2])
    return names_person(words[-1]) or fold(words[-1]) in PEOPLE


_FIELDS = frozenset(forms_of("roles", "field_of_post"))


def _ends(behind: list[str]) -> bool:
    """Whether nothing follows that could name the body: «департамента по общим вопросам» is a deputy's field."""
    return not behind or behind[0] in ("по", "за")


def _lettered(behind: str, bodies: Bodies) -> tuple[str, str] | None:
    match = LETTERS.match(behind)
    if match is None or fold(match["letters"]) in NO_PLACE:
        return None
    key = bodies.by_letters.get(fold(match["letters"]))
    return None if key is None else (key, match["rest"].strip())


_OF_ONE_SCHOOL = re.compile(
    r"(?P<kind>(?:\w+(?:ой|ей|ого) )?(?:(?:про)?гимназии|лицея|школы|корпуса)(?:-интерната)?)(?: (?P<rest>.+))?"
)


def _of_lone_school(behind: list[str], bodies: Bodies) -> tuple[str, str] | None:
    """«кадетской школы», «гимназии» where the order has one such school."""
    match = _OF_ONE_SCHOOL.fullmatch(" ".join(behind))
    if match is None or not _ends((match["rest"] or "").split()):
        return None
    key = bodies.by_type.get(school_type_of(match["kind"]) or "")
    return None if key is None else (key, match["rest"] or "")


def _named(behind: str, bodies: Bodies) -> tuple[str, str] | None:
    """«отдела общего образования» where the order has an «Отдел общего образования»."""
    ref = next(iter(find_organizations(behind[0].upper() + behind[1:])), None)
    if ref is None or ref.start != 0 or organization_key(ref.name) not in bodies.by_key:
        return None
    return bodies.by_key[organization_key(ref.name)].key, behind[ref.end :].strip()
