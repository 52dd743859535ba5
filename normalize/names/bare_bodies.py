"""Bodies of an order that a title names by their noun alone: «директор департамента» is the issuer's.

The noun means the one body of the order with that head, the issuer included; of two it is asked which. So do letters
that the order prints as an organization elsewhere, and a department named in full: «начальник отдела …».
"""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from normalize.fold import fold
from normalize.model import Candidate, Organization
from normalize.morphology import adjective_cases, names_person
from normalize.names.explained_departments import is_department
from normalize.names.ministers import end_of_minister
from normalize.names.resolution import Verdicts
from normalize.organization_heads import HEADS, UNITS, head_of
from normalize.organization_names import legal_part, organization_key, proper_part
from normalize.organizations import find_organizations
from normalize.parties.units import Target
from normalize.parties.walk import NO_PLACE
from normalize.roles import AREAS
from normalize.schools import school_type_of
from normalize.title_heads import PEOPLE

_OF_ONE_ORDER = ("authority", "ministry", "center", "institute")  # «библиотеки» may be any school's
_LETTERS = re.compile(r"(?P<letters>[А-ЯЁ]{2,}(?:и[А-ЯЁ]+|\sи\s[А-ЯЁ]{2,})?)(?P<rest>(?:\s(?:по|за|в)\s.+)?)$")


def head_noun(name: str) -> str | None:
    """«центр» of «МБУ «Городской методический центр»» and of «Центр «Радуга»»; None where no body's noun heads it."""
    return _first_noun(proper_part(name)) or _first_noun(legal_part(name))


def _first_noun(words: str) -> str | None:
    for word in re.findall(r"[\w-]+", words):
        head = head_of(word)
        if head is not None:
            return head if HEADS[head] in _OF_ONE_ORDER else None
        if not adjective_cases(word):
            return None
    return None


def bare_noun(name: str) -> str | None:
    """«комитет» of «Комитет» or «комитета»: a body's noun that stands alone."""
    return head_noun(name) if re.fullmatch(r"[\w-]+", name) else None


@dataclass(frozen=True, slots=True)
class Aside:
    """What an order says of bodies besides its cells."""

    explained: Mapping[str, Target] = field(default_factory=dict)  # folded letters or word → what the text says it is
    own: tuple[Target, ...] = ()  # whoever issued it
    texts: tuple[str, ...] = ()  # its cells, as printed
    issuers: tuple[Target, ...] = ()  # whoever issued it, schools of a number too

    @property
    def targets(self) -> tuple[Target, ...]:
        """Those that a bare noun may mean: the words' and the issuer's."""
        return (*(target for word, target in self.explained.items() if bare_noun(word)), *self.own)


NOWHERE = Aside()


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of an order by spelling key, by head noun and by letters; `own`: the keys of whoever issued it."""

    by_key: Mapping[str, Organization] = field(default_factory=dict)
    by_noun: Mapping[str, frozenset[str]] = field(default_factory=dict)  # "": one that is no body of the order's
    by_letters: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    by_type: Mapping[str, str] = field(default_factory=dict)  # «кадетская» → key of the order's one school of the type
    institution: str | None = None  # key of the school or kindergarten that issued the order

    def one(self, noun: str, verdicts: Verdicts, beside: Set[str] = frozenset()) -> str | None:
        """Key of the body that the noun means by itself, or that a person said it means.

        Whoever issued the order goes first, unless a body of that noun is among those `beside` it in the cell.
        """
        decided = verdicts.get(body_subject(noun))
        if decided is not None and decided.verb == "same" and (decided.answer or "").startswith("org|"):
            return decided.answer
        if decided is not None:
            return None
        keys = self.by_noun.get(noun, frozenset())
        own = keys & self.own
        if len(own) == 1 and not (keys & beside) - own:
            return next(iter(own))
        return next(iter(keys)) or None if len(keys) == 1 and noun not in UNITS else None

    def candidates(self, noun: str) -> tuple[Candidate, ...]:
        """The bodies that it may mean, whoever issued the order first."""
        keys = sorted(self.by_noun.get(noun, frozenset()) - {""}, key=lambda key: (key not in self.own, key))
        return tuple(Candidate(key, self.by_key[key].name) for key in keys if key in self.by_key)


def body_subject(noun: str) -> str:
    """What a decision on a bare noun is about: «which_body|отдел»."""
    return f"which_body|{noun}"


def ask_body(noun: str, candidates: Iterable[Candidate]) -> str:
    """The question's text."""
    known = ", ".join(f"«{one.label}»" for one in candidates)
    return f"Какая организация названа словом «{noun}»?" + (f" В приказе есть: {known}." if known else "")


def bodies_of(entities: Mapping[str, Organization], means: Mapping[str, str], aside: Aside) -> Bodies:
    """The bodies among an order's organizations. `means`: spelling key → key of the entity.

    A word that the text explains («далее – Комитет») has that meaning alone; a noun behind which a name is printed
    that is none of these («центр «Точка роста»») has more than one.
    """
    found = {key: one for key, one in entities.items() if one.kind != "school" and bare_noun(one.name) is None}
    by_noun: dict[str, set[str]] = {}
    for key, one in found.items():
        if (noun := head_noun(one.name)) is not None and not is_department(one.name):
            by_noun.setdefault(noun, set()).add(key)
    for noun in _named_otherwise(aside.texts, found.values()):
        by_noun.setdefault(noun, set()).add("")
    for word, target in aside.explained.items():
        if (noun := bare_noun(word)) is not None:
            by_noun[noun] = {means.get(target.key, target.key)}
    own = frozenset(means.get(target.key, target.key) for target in aside.own)
    departments = {key for key in own if key in found and _IS_OO.match(found[key].name)}
    letters = {fold(one.name): key for key, one in found.items() if _LETTERS.fullmatch(one.name)}
    spelt = {key: found[to] for key, to in means.items() if to in found}
    schools = _lone_schools(entities.values())
    by_key = {**found, **spelt, **{one.key: one for one in schools.values()}}
    nouns = {noun: frozenset(keys) for noun, keys in (*by_noun.items(), (DEPARTMENT, departments)) if keys}
    by_type = {type_: one.key for type_, one in schools.items()}
    return Bodies(by_key, nouns, letters, own, by_type, _institution(aside.issuers, means))


def _institution(issuers: tuple[Target, ...], means: Mapping[str, str]) -> str | None:
    if len(issuers) != 1 or not (issuers[0].kind == "school" or _GARDEN.match(issuers[0].name)):
        return None
    return means.get(issuers[0].key, issuers[0].key)


_GARDEN = re.compile(r"Детский сад|М[А-Я]?ДОУ\b")


DEPARTMENT = "ОО"  # letters of schools, and of the «Отдел образования» that signed an order
_IS_OO = re.compile(r"Отдел образования(?!\w)")
_COMMON_TYPES = frozenset({"средняя", "основная", "начальная"})  # «начальной школы»: a part of many


def _lone_schools(entities: Iterable[Organization]) -> dict[str, Organization]:
    """Type → the one school of the order that has it: «кадетская», «вечерняя»."""
    found: dict[str, list[Organization]] = {}
    for one in entities:
        if one.kind == "school" and one.school_type is not None and one.school_type not in _COMMON_TYPES:
            found.setdefault(one.school_type, []).append(one)
    return {type_: schools[0] for type_, schools in found.items() if len(schools) == 1}


_QUOTED_BEHIND = re.compile(r"(?P<noun>[А-ЯЁа-яё]+)\s*[«\"“](?P<name>[^»\"”\n]+)")


def _named_otherwise(texts: Iterable[str], bodies: Iterable[Organization]) -> set[str]:
    known = [fold(one.name) for one in bodies]
    found = set()
    for text in texts:
        for match in _QUOTED_BEHIND.finditer(text):
            noun = head_of(match["noun"])
            if noun is not None and not any(fold(match["name"]) in name for name in known):
                found.add(noun)
    return found


@dataclass(frozen=True, slots=True)
class Placed:
    """A title without its body, and the body's key; the title as it was and the noun where it may be several."""

    role: str | None
    key: str | None
    asked: str | None = None
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
    """«начальник отдела общего образования комитета» → «начальник отдела общего образования», the committee."""
    noun = head_of(words[-1])
    if noun is None or words[-1].lower() == noun or HEADS[noun] not in ("authority", "ministry"):
        return None
    units = [at for at in range(1, len(words) - 1) if head_of(words[at]) in _WITHIN and ends_post(words[:at])]
    key = bodies.one(noun, verdicts, beside) if units and head_of(words[units[0]]) != noun else None
    return Placed(" ".join(words[:-1]), key) if key is not None else None


_WITHIN = UNITS | {"управление", "департамент"}  # they are parts of bodies too


def ends_post(words: list[str]) -> bool:
    """«заместитель директора», «заместитель директора по ВР»; not «председатель родительского»."""
    if len(words) > 2 and words[-2] == "по" and fold(words[-1]) in AREAS:
        return True
    return names_person(words[-1]) or fold(words[-1]) in PEOPLE


def _ends(behind: list[str]) -> bool:
    """Whether nothing follows that could name the body: «департамента по общим вопросам» is a deputy's field."""
    return not behind or behind[0] in ("по", "за")


def _lettered(behind: str, bodies: Bodies) -> tuple[str, str] | None:
    match = _LETTERS.match(behind)
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
