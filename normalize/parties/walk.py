"""The walk over a cell's phrases: its state, and what a title phrase says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.morphology import adjective_cases, inflect, names_person, noun_cases
from normalize.organization_names import (
    IS_TERRITORIAL,
    TERRITORIAL_BEFORE,
    organization_key,
    organization_kind,
    without_no_form,
)
from normalize.parties.drafts import CellDoubt, Draft
from normalize.parties.phrase import InOrder, Phrase
from normalize.parties.phrase_words import NO_PLACE, SERVED, WORKPLACES
from normalize.parties.units import Target, Unit
from normalize.regions import LETTERS, is_region
from normalize.titles.heads import find_head
from normalize.titles.roles import nominative_role, read_role
from normalize.vocabulary import forms_of

_OF_PLACES = dict(forms_of("roles", "institution")) | {"отдел": "part", "сектор": "part"}  # «отдел воспитания УО»
_LEGAL = frozenset(forms_of("organizations", "legal"))
OPEN_TITLE = "title behind several names"  # the rule of a title that may be somebody else's


@dataclass(slots=True)
class Walk:
    """State of the walk over a cell's phrases."""

    text: str
    phrases: Sequence[Phrase] = ()
    ahead: frozenset[int] = frozenset()  # titles that belong to the name behind them
    hosts: frozenset[int] = frozenset()  # schools where the name behind them works
    placed: Mapping[int, range] = field(default_factory=dict)  # title of a list → its names, each with its place
    in_order: tuple[InOrder, ...] = ()  # posts and names, each his own
    shares: Mapping[int, int] = field(default_factory=dict)  # plural titles → how many names behind them are meant
    names: int = 0  # how many of those are still to come
    titled_names: int = 0  # how many names of the cell have a singular title behind them
    all_plural: bool = False  # every title of the cell that is no abbreviation is a plural, and there is one
    index: int = 0  # of the phrase at hand
    drafts: list[Draft] = field(default_factory=list)
    doubts: list[CellDoubt] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)  # drafts of people who have no title yet
    roles: tuple[str, ...] = ()  # roles of the school list that a further list goes on with
    shared: list[tuple[str, int, int]] = field(default_factory=list)  # bare titles before «и»: «Руководители и …»
    pending: tuple[str, Target | None, Phrase] | None = None  # title first: the title that waits for its name
    first_post: tuple[str, Target | None] | None = None  # «директор школы – председатель …»: it waits for the name too
    areas: tuple[str, ...] = ()  # further titles of the name that is waited for: «зам. по УВР, ВР Вязова А.К.»
    host: Target | None = None  # the school that waits for its name
    titled: tuple[str, Target | None] | None = None  # «Кураторы школ:»: the title of all names that follow
    governing: tuple[str, Target | None] | None = None  # «Руководители РМО:»: it goes on with each subject or school
    unplaced: int | None = None  # where a title of several schools begins whose names are still to come
    excepted: int | None = None  # where what is left out begins, while its list goes on
    many: bool = False  # that title is printed as a plural

    def doubt(self, kind: str, text: str, start: int, end: int) -> None:
        self.doubts.append(CellDoubt(kind, text, start, end))


def is_post(phrase: Phrase) -> bool:
    """A post that one person holds: «директор СОШ № 5», also «директору СОШ № 5»."""
    head = phrase.head if phrase.kind == "title" else None
    if head is None:
        return names_in_another_case(phrase, "sing")
    return not head.plural and not head.body


def names_in_another_case(phrase: Phrase, number: str | None = None) -> bool:
    """«родителями», «старшему методисту»: people in the dative or the instrumental."""
    words = [unit.text for unit in phrase.words]
    if phrase.kind not in ("unknown", "title") or phrase.head is not None or not words:
        return False
    noun = words[1] if adjective_cases(words[0]) and len(words) > 1 and names_person(words[1]) else words[0]
    cases = {(case, count) for case, count in noun_cases(noun) if number in (None, count)}
    return names_person(noun) and bool(cases) and all(case in ("datv", "ablt") for case, _ in cases)


def role_of(phrase: Phrase, text: str) -> str:
    """The title's words without its organization or schools."""
    parts, at, inside = [], phrase.start, department_of(phrase)
    for unit in phrase.units:
        further = unit.kind == "bracket" and not text.startswith(("(", "["), unit.start)  # «, ВР» before schools
        if further or (unit.kind in ("organization", "schools") and unit is not inside):
            parts.append(_spelt(phrase, text, at, unit.start))
            at = unit.end
        if unit.kind == "schools":  # «директор СОШ № 1 Лесного района»
            territory = OF_TERRITORY.match(text[at : phrase.end].lstrip())
            at = text.index(territory.group(), at) + len(territory.group()) if territory else at
    parts.append(_spelt(phrase, text, at, phrase.end))
    role = read_role(squeeze(" ".join(parts)))
    return nominative_role(role) if names_in_another_case(phrase) else role


def _spelt(phrase: Phrase, text: str, start: int, end: int) -> str:
    """The text of a phrase between two places, with its words in the nominative where they were put into it."""
    if not phrase.is_mended:
        return text[start:end]
    printed = text[start:end]
    for unit in reversed([one for one in phrase.units if one.kind == "word" and start <= one.start < end]):
        printed = printed[: unit.start - start] + unit.text + printed[unit.end - start :]
    return printed


def department_of(phrase: Phrase) -> Unit | None:
    """The centre inside a school that a title names before it: «педагоги центра «Точка роста» СОШ № 25»."""
    for one, school in pairwise(phrase.units):
        if one.kind == "organization" and school.kind == "schools" and len(school.targets) == 1 and phrase.words:
            return one if re.match(r"центр\w*\s+[«\"“„]", one.text) else None
    return None


def is_plural(phrase: Phrase) -> bool:
    head = phrase.head
    return head.plural if head is not None else names_in_another_case(phrase, "plur")


def is_body(phrase: Phrase) -> bool:
    head = phrase.head
    return head is not None and head.body


_LETTERS_BEHIND = expression(
    r"(?P<post>.+?)\s(?P<letters>[А-ЯЁ]{2,6}(?:и[А-ЯЁ]{1,3}|\sи\s(?:ЗП|ПР))?)(?P<rest>|\s(?:по|в)\s.+"
    # «специалисты УО, курирующие вопросы питания», «методисты ЦДО, ответственные за ГИА»
    r"|,\s(?:[а-яё]+щ(?:ий|ая|ие)|ответственн(?:ый|ая|ые))\s.+)$"
)
# «ответственный за связь с ОГИБДД»: what the duty is about
_GOES_ON = (" по", " за", " при", " и", " с", " со", " в", " для", " от")


def title_of(walk: Walk, phrase: Phrase) -> tuple[str, Target | None]:
    """A title and its organization. Letters that nothing explains are one behind the head of an institution:
    «директор ЦДТ»; not «руководители ШМО», «инспектор ОДН»."""
    role = role_of(phrase, walk.text)
    if phrase.targets:
        return role, phrase.targets[department_of(phrase) is not None]
    if (bracket := _letters_in_bracket(phrase)) is not None:
        letters = bracket.text.strip("() ")
        return role, unexplained(letters, bracket.start + bracket.text.index(letters))
    match = _LETTERS_BEHIND.match(role)
    if (
        match is None
        or fold(match["letters"]) in NO_PLACE
        or match["post"].endswith(_GOES_ON)
        or _MINISTER.search(match["post"])
        or (is_region(match["letters"]) and _OF_REGION.search(match["post"]))
        or re.search(r"\s[А-ЯЁ][а-яё]+$", match["post"])  # «библиотекарь Лугова МП»: initials
        or not (
            _is_of_place(_acting(match["post"]), match["letters"])
            or fold(match["letters"]) in SERVED
            or (phrase.kind == "title" and fold(match["letters"]) in WORKPLACES)
            or (_CENTRE.fullmatch(match["letters"]) and _are_people(match["post"]))
        )
    ):
        return role, None
    start = walk.text.rfind(match["letters"], phrase.start, phrase.end)
    post = TERRITORIAL_BEFORE.sub("", f"{match['post']} ")  # «члены городской ПМПК»
    post = post[: without_no_form(post, len(post))].strip()  # «заместитель начальника ОМС УО»
    return post + match["rest"], unexplained(match["letters"], start) if start >= 0 else None


def _letters_in_bracket(phrase: Phrase) -> Unit | None:
    """«(ИМЦ)» of «методисты (ИМЦ)»: where they work; not «учитель (ИЗО)», «рабочая группа (МЦ)»."""
    last = phrase.units[-1]
    in_bracket = last.kind == "bracket" and _CENTRE_IN_BRACKET.fullmatch(last.text) is not None
    of_post = phrase.kind == "title" and not is_body(phrase) and fold(last.text) not in NO_PLACE
    return last if in_bracket and of_post else None


# Letters of a centre, of a department or of an institute; of others nobody knows that they are a body's
_CENTRE = expression(r"[А-ЯЁ]{1,4}Ц|[А-ЯЁ]{0,3}Ц[А-ЯЁ]{1,4}|[А-ЯЁ]{0,2}ИРО")
_CENTRE_IN_BRACKET = expression(rf"\(\s*(?:{_CENTRE.pattern}|[А-ЯЁ]?УО|[РГ]О?ОО)\s*\)")
_MINISTER = expression(r"\bминистр")  # «заместитель министра образования РТ»
_OF_REGION = expression(r"^(?:совет|ассоциация)\s|^глава$|правительств")  # «совет ректоров РТ»
_ACTING = expression(r"(?:временно )?исполняющ(?:ий|ая|ие) обязанности (?P<post>\S+)")


def _acting(post: str) -> str:
    """«директор» of «исполняющий обязанности директора»; any other post as it is."""
    acting = _ACTING.match(post)
    return post if acting is None else inflect(acting["post"], "nomn", "sing") or acting["post"]


def _is_of_place(post: str, letters: str) -> bool:
    """«директор», «все методисты», «коллектив»: letters behind it are those of an institution; «коллектив МБУ» has
    none."""
    words = post.split(" ")
    if _OF_PLACES.get(words[0]) == "staff" and fold(letters) in _LEGAL:
        return False
    return words[0] in _OF_PLACES or (words[0] in _EVERYBODY and len(words) == 2 and words[1] in _OF_PLACES)


def _are_people(post: str) -> bool:
    """«тьюторы», «ведущий программист»; not «отдел», nor «специалист по».

    «тьюторы ЦНППМ»: whatever they do, letters of a centre behind them say where.
    """
    head = find_head(post.split(" ")[-1:], strict=True)
    return head is not None and not head.body


_EVERYBODY = frozenset({"все", "весь"})


def unexplained(letters: str, start: int) -> Target:
    """An organization of which only its letters are printed."""
    return Target(organization_key(letters), letters, organization_kind(letters), start, start + len(letters))


def close(walk: Walk) -> None:
    """What still waits at the cell's end becomes a party of its own."""
    if walk.pending is not None:
        role, target, phrase = walk.pending
        for title in (role, *walk.areas):
            walk.drafts.append(Draft(phrase.start, phrase.end, "group", None, title, target, "office", 0.9))
    if walk.host is not None:
        walk.drafts.append(Draft(walk.host.start, walk.host.end, "school", None, None, walk.host, "schools", 1.0))
    for role, start, end in walk.shared:
        walk.drafts.append(Draft(start, end, "group", None, role, None, "group", 1.0))
    walk.drafts.sort(key=lambda draft: draft.start)


_ACRONYM = expression(r"[А-ЯЁ]{2,}(?:и[А-ЯЁ]+)?")


# «ИРО Лесной области», «ИРО РТ», «РЦ города Лесногорска»
OF_TERRITORY = expression(
    rf"[А-ЯЁ][\w-]+(?:ой|ого|его)\s+(?:области|края|района|округа|республики)|(?:г|города)\s[А-ЯЁ][\w-]+|{LETTERS}"
)


def is_acronym(phrase: Phrase) -> bool:
    """«ММЦ», also before a remark in brackets or with its territory: «городской ММЦ»."""
    words = [unit for unit in phrase.units if unit.kind != "bracket"]
    words = words[len(words) > 1 and IS_TERRITORIAL.fullmatch(words[0].text) is not None :]
    letters = phrase.kind == "unknown" and _ACRONYM.fullmatch(words[0].text) is not None
    return letters and (
        len(words) == 1 or OF_TERRITORY.fullmatch(" ".join(unit.text for unit in words[1:])) is not None
    )
