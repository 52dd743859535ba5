"""Bodies of an order that a noun alone may mean: «директор департамента» is the issuer's.

The noun means the one body of the order with that head, the issuer included; of two it is asked which. So do letters
that the order prints as an organization elsewhere. What a title names: `bodies_of_titles`.
"""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from ingest.expressions import expression
from normalize.fold import fold
from normalize.model import Candidate, Decision, Organization
from normalize.morphology import adjective_cases, inflect, noun_cases
from normalize.names.explained_departments import is_department
from normalize.names.resolution import Verdicts
from normalize.organization_heads import HEADS, UNITS, head_of
from normalize.organization_names import is_kindergarten, legal_part, proper_part
from normalize.parties.units import Target

_OF_ONE_ORDER = ("authority", "ministry", "center", "institute")  # «библиотеки» may be any school's
# «ИМЦ», «КДН и ЗП», «ЦДО по общим вопросам»
LETTERS = expression(r"(?P<letters>[А-ЯЁ]{2,}(?:и[А-ЯЁ]+|\sи\s[А-ЯЁ]{2,})?)(?P<rest>(?:\s(?:по|за|в)\s.+)?)$")


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
    beside: frozenset[str] = frozenset()  # keys of bare numbers that a list has beside a typed school of that number
    around: tuple[Target, ...] = ()  # schools of a number that its head and its further columns print with a type

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
    explained: frozenset[str] = frozenset()  # nouns that the order's text explains: «далее – Администрация»
    by_type: Mapping[str, str] = field(default_factory=dict)  # «кадетская» → key of the order's one school of the type
    institution: str | None = None  # key of the school or kindergarten that issued the order

    def one(self, noun: str, verdicts: Verdicts, beside: Set[str] = frozenset()) -> str | None:
        """Key of the body that the noun means by itself, or that a person said it means.

        Whoever issued the order goes first, unless a body of that noun is among those `beside` it in the cell.
        """
        decided = verdicts.get(body_subject(noun))
        if decided is not None:
            return body_said(decided)
        keys = self.by_noun.get(noun, frozenset())
        own = keys & self.own
        if len(own) == 1 and not (keys & beside) - own:
            return next(iter(own))
        return next(iter(keys)) or None if len(keys) == 1 and noun not in UNITS else None

    def candidates(self, noun: str) -> tuple[Candidate, ...]:
        """The bodies that it may mean, whoever issued the order first."""
        keys = sorted(self.by_noun.get(noun, frozenset()) - {""}, key=lambda key: (key not in self.own, key))
        return tuple(Candidate(key, self.by_key[key].name) for key in keys if key in self.by_key)


def body_said(decided: Decision | None) -> str | None:
    """Key of the body that a person said is meant; None where nobody said anything, or something else."""
    is_body = decided is not None and decided.verb == "same" and (decided.answer or "").startswith("org|")
    return decided.answer if decided is not None and is_body else None


def body_subject(noun: str) -> str:
    """What a decision on a bare noun is about: «which_body|отдел»."""
    return f"which_body|{noun}"


def ask_body(noun: str, candidates: Iterable[Candidate]) -> str:
    """The question's text."""
    known = ", ".join(f"«{one.label}»" for one in candidates)
    return f"Какая организация названа словом «{noun}»?" + (f" В приказе есть: {known}." if known else "")


def ask_whose(noun: str, candidates: Iterable[Candidate]) -> str:
    """The question's text, of staff: «методист»."""
    known = ", ".join(f"«{one.label}»" for one in candidates)
    return f"«{noun}» без организации: из какой? В приказе есть: {known}."


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
    explained = {noun: target for word, target in aside.explained.items() if (noun := bare_noun(word)) is not None}
    for noun, target in explained.items():
        by_noun[noun] = {means.get(target.key, target.key)}
    own = frozenset(means.get(target.key, target.key) for target in aside.own)
    departments = {key for key in own if key in found and _IS_OO.match(found[key].name)}
    letters = {fold(one.name): key for key, one in found.items() if LETTERS.fullmatch(one.name)}
    spelt = {key: found[to] for key, to in means.items() if to in found}
    schools = _lone_schools(entities.values())
    by_key = {**found, **spelt, **{one.key: one for one in schools.values()}}
    nouns = {noun: frozenset(keys) for noun, keys in (*by_noun.items(), (DEPARTMENT, departments)) if keys}
    by_type = {type_: one.key for type_, one in schools.items()}
    return Bodies(by_key, nouns, letters, own, frozenset(explained), by_type, _institution(aside.issuers, means))


def _institution(issuers: tuple[Target, ...], means: Mapping[str, str]) -> str | None:
    if len(issuers) != 1 or not (issuers[0].kind == "school" or is_kindergarten(issuers[0].name)):
        return None
    return means.get(issuers[0].key, issuers[0].key)


DEPARTMENT = "ОО"  # letters of schools, and of the «Отдел образования» that signed an order
_IS_OO = expression(r"Отдел образования(?!\w)")
_COMMON_TYPES = frozenset({"средняя", "основная", "начальная"})  # «начальной школы»: a part of many


def _lone_schools(entities: Iterable[Organization]) -> dict[str, Organization]:
    """Type → the one school of the order that has it: «кадетская», «вечерняя»."""
    found: dict[str, list[Organization]] = {}
    for one in entities:
        if one.kind == "school" and one.school_type is not None and one.school_type not in _COMMON_TYPES:
            found.setdefault(one.school_type, []).append(one)
    return {type_: schools[0] for type_, schools in found.items() if len(schools) == 1}


_QUOTED_BEHIND = expression(r"(?P<noun>[А-ЯЁа-яё]+)\s*[«\"“](?P<name>[^»\"”\n]+)")


def _named_otherwise(texts: Iterable[str], bodies: Iterable[Organization]) -> set[str]:
    known = [fold(one.name) for one in bodies]
    found = set()
    for text in texts:
        for match in _QUOTED_BEHIND.finditer(text):
            noun = head_of(match["noun"])
            if noun is not None and not any(fold(match["name"]) in name for name in known):
                found.add(noun)
        found |= {noun for noun, name in _several_by_name(text) if not any(fold(name) in one for one in known)}
    return found


# at each word: «методисты центров «Точка роста»» begins with a plural of its own
_SEVERAL = expression(
    r"(?<![А-ЯЁа-яё-])(?=(?P<noun>[А-ЯЁа-яё]{4,}(?:ы|ов|ам|ами|ах|ей))(?:\s+[а-яё]+){0,2}\s*[«\"“](?P<name>[^»\"”\n]+))"
)


def _several_by_name(text: str) -> Iterable[tuple[str, str]]:
    """«центр», «Точка роста» of «руководители центров образования «Точка роста»»: one of them is a centre too."""
    for match in _SEVERAL.finditer(text):
        noun = inflect(match["noun"], "nomn", "sing")
        if noun in HEADS and {number for _, number in noun_cases(match["noun"])} == {"plur"}:
            yield noun, match["name"]
