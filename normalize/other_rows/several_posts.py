"""Titles that an order gives a person beside others of hers, so that one may be another party's without a name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from normalize.fold import fold
from normalize.morphology import inflect
from normalize.parties.drafts import Draft
from normalize.posts import share_post
from normalize.same_posts import is_part, names_one_post
from normalize.titles.heads import find_head
from normalize.vocabulary import forms_of

Title = tuple[str, str]  # person key, role


def titles_against(cells: Iterable[tuple[str, Sequence[Draft]]]) -> dict[Title, set[str]]:
    """Titles loosely behind a name → those of the same person, in other cells, that they stand against.

    `cells`: each responsible cell's text and parties. «Вязова А.К., директор» against «Зам. директора Вязова А.К.»;
    «Вязова А.К., медсестра» against «Вязова А.К., библиотекарь», and the other way round: nobody is both.
    """
    behind, first = _titles(cells)
    found: dict[Title, set[str]] = {}
    for (person, role), placed in behind.items():
        before = first.get(person, set())
        others = before or {other for one, other in behind if one == person and _exclude(role, other)}
        works_there = placed and all(map(_is_function, before))  # «Председатель Вязова А.К.», «…, методист ЦДО»
        leads = _leads_something(role) and all(map(_is_function, before))  # «Председатель Вязова А.К.», «…, рук. ГМО»
        told = before and (works_there or leads or _is_told(role, before) or _is_on_top(role, before))
        if others and not told:
            found[person, role] = others
    return found


def is_loosely_behind(draft: Draft, text: str) -> bool:
    """Whether the title stands behind the name with no dash or bracket to tie it."""
    tied = re.match(r"\s*[-–—(]", text[draft.end :]) is not None
    return "title behind the name" in (draft.rule, draft.read_by) and draft.role is not None and not tied


def _titles(cells: Iterable[tuple[str, Sequence[Draft]]]) -> tuple[dict[Title, bool], Mapping[str, set[str]]]:
    """Titles loosely behind names → whether one has its place; person key → the titles before her name."""
    behind: dict[Title, bool] = {}
    first: dict[str, set[str]] = defaultdict(set)
    for text, drafts in cells:
        for draft in drafts:
            if draft.person is None or draft.role is None:
                continue
            if "title first" in (draft.rule, draft.read_by):
                first[draft.person.key] |= set() if _DUTY.match(draft.role) else {draft.role}
            elif is_loosely_behind(draft, text):
                title = draft.person.key, draft.role
                behind[title] = behind.get(title, False) or draft.target is not None
    return behind, first


def _is_told(role: str, others: Collection[str]) -> bool:
    role, others = _permanent(role), [_permanent(one) for one in others]
    return share_post((role,), others) or any(
        is_part(role, one) or is_part(one, role) or names_one_post(role, one) for one in others
    )


def _permanent(role: str) -> str:
    """«директор» of «исполняющий обязанности директора»; other titles as they are."""
    acting = _ACTING.fullmatch(role)
    return role if acting is None else f"{inflect(acting['post'], 'nomn', 'sing') or acting['post']}{acting['rest']}"


_ACTING = re.compile(r"(?:временно )?исполняющ(?:ий|ая) обязанности (?P<post>\S+)(?P<rest>.*)")


def _is_on_top(role: str, others: Collection[str]) -> bool:
    """«координатор проекта», «ответственный за питание» beside a post, or the other way round."""
    return is_assignment(role) != all(map(is_assignment, others))


def _exclude(role: str, other: str) -> bool:
    """«медсестра» and «библиотекарь», «учитель» and «участковый»: hardly one person's posts.

    Not «учитель» and «психолог», «социальный педагог» and «психолог», «участковый» and «руководитель отряда».
    """
    if role == other or _is_told(role, (other,)):
        return False
    if _OUTSIDE.search(role) or _OUTSIDE.search(other):
        return not any(is_assignment(one) or _is_function(one) for one in (role, other))
    one, another = calling_of(role), calling_of(other)
    return one is not None and another is not None and one != another


def calling_of(role: str) -> str | None:
    """«медицина» of «медицинская сестра»; None for what goes with other posts: «учитель», «руководитель ШМО»."""
    words = role.split(" ")
    head = find_head(words)
    if head is None or head.plural or _ON_TOP.search(role):
        return None
    if fold(words[head.index]) in _HEADS_OF_MORE and len(words) > head.index + 1:
        return None  # «заведующий библиотекой», «заведующий хозяйством»
    return _CALLINGS.get(fold(role), _CALLINGS.get(fold(words[head.index])))


def is_assignment(role: str) -> bool:
    """«координатор проекта», «куратор»: what somebody does on top of a post."""
    return _head_of(role) in _ASSIGNMENTS


def _is_function(role: str) -> bool:
    """«председатель», «руководитель ГМО», «секретарь»."""
    return _head_of(role) in _FUNCTIONS


def _leads_something(role: str) -> bool:
    """«руководитель ГМО», «председатель жюри»; not «секретарь», who may be anybody beside her."""
    return _is_function(role) and " " in role


def _head_of(role: str) -> str:
    words = role.split(" ")
    head = find_head(words)
    return fold(words[head.index]) if head is not None else ""


_ASSIGNMENTS = frozenset(map(fold, forms_of("roles", "assignment")))
_FUNCTIONS = frozenset(forms_of("roles", "function"))
_CALLINGS = forms_of("posts", "calling")
_HEADS_OF_MORE = frozenset({"заведующий", "заведующая"})
_ON_TOP = re.compile(r"общественн|председател|комисси|совета\b")  # «заместитель председателя», «общественный инспектор»
_OUTSIDE = re.compile(r"^участков|полици|\b(?:ПДН|ОДН|ОПДН|ГИБДД)\b")  # the police, who do no other work
_DUTY = re.compile(r"ответственн\w+ (?:за|по)\b")
