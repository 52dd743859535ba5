"""Whose a post at a school is, behind a name that has a title already: hers as well, or an office without a name."""

import re

from normalize.fold import fold
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_body, is_plural, title_of
from normalize.titles.heads import find_head
from normalize.titles.post_of_one import heads_a_body
from normalize.vocabulary import alternatives, forms_of

_ON_TOP = frozenset(forms_of("roles", "function")) | frozenset(forms_of("roles", "assignment"))


def is_second_post(walk: Walk, phrase: Phrase) -> bool:
    """«Лобов Т.К., руководитель ГМО, учитель Лицея № 10»: where he works, behind what he is for the whole town.

    Not where the first title has a place of its own («…, директор ЦДО, директор СОШ № 4»): an office.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.role is None or last.plural:
        return False
    if last.target is not None:
        return phrase.joint == "," and _looks_after(last) and _is_of_one(phrase) and _is_of_another(phrase, last)
    if phrase.joint not in (",", "и") or not _is_of_one(phrase):
        return False
    if is_on_top(last):
        place = title_of(walk, phrase)[1]
        elsewhere = place is not None and place.kind not in ("authority", "ministry")
        return elsewhere and (last.rule != "title first" or _is_hers_behind_title(last, phrase, place))
    if last.rule == "title first" or _heads_a_body(phrase):
        return False
    return len(phrase.targets) == 1 and phrase.targets[0].kind == "school"


def _is_hers_behind_title(last: Draft, phrase: Phrase, place: Target | None) -> bool:
    """«Председатель ГМО Вязова А.К., учитель СОШ № 7», «Руководитель ГМО Вязова А.К., методист ЦДО»: where she works.

    Not «Руководитель отряда ЮИД Вязова А.К., инспектор ОГИБДД», nor «Классный руководитель Вязова А.К., врач ЦРБ»:
    whose title stands before her name has none behind it, and the post is of a body that her school has nothing of.
    Nor «… Вязова А.К. и методист ЦДО»: two.
    """
    if phrase.joint != "," or _is_leader(last):
        return False
    return (place is not None and place.kind == "school") or _OF_TOWN.search(last.role or "") is not None


_OF_TOWN = re.compile(rf"\b(?:[РГО]МО|{alternatives('organizations', 'territorial')})")


def is_post_behind_duty(walk: Walk, phrase: Phrase) -> bool:
    """«Председатель МО – Вязова А.К., учитель химии»: what she is besides, or an office without a name; it is asked.

    Not «Директор – Вязова А.К., завуч», where both are posts, nor «Председатель – Вязова А.К., секретарь».
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.rule != "title first" or last.target is not None:
        return False
    if phrase.joint != "," or not _is_of_one(phrase) or phrase.targets or not is_on_top(last):
        return False
    return not _is_leader(last) and _OF_ONE_GROUP.match(title_of(walk, phrase)[0]) is None


def _looks_after(last: Draft) -> bool:
    """«Куратор СОШ № 14 Вязова А.К., директор СОШ № 40»: hers is behind her name, the other in her care."""
    return last.rule == "title first" and fold(last.role or "").split(" ")[0] in _OVER_SCHOOLS


def _is_of_another(phrase: Phrase, last: Draft) -> bool:
    """Whether the post is of one school, and not of that of the title before."""
    school = phrase.targets[0] if phrase.targets and phrase.units[-1].kind == "schools" else None
    return school is not None and last.target is not None and school.key != last.target.key


def _is_leader(last: Draft) -> bool:
    """«классный руководитель»: a post."""
    return fold(last.role or "").startswith(_LEADERS)


_LEADERS = tuple(forms_of("roles", "leader"))
_OF_ONE_GROUP = re.compile(
    r"(?:ответственный )?секретарь|(?:со)?председатель|член\b|заместитель (?:председателя|руководителя)"
)


def is_charge_of_schools(phrase: Phrase, last: Draft) -> bool:
    """«Вязова А.К., методист ЦДО, куратор школ №№ 2, 7», «… директор СОШ № 4, куратор школы № 7»: other schools than
    her own that she looks after; it is asked. Not «координатор СОШ № 7», who is the school's own.
    """
    head = phrase.head
    if phrase.kind != "title" or head is None or fold(phrase.words[head.index].text) not in _OVER_SCHOOLS:
        return False
    own = last.target is not None and any(school.key == last.target.key for school in phrase.targets)
    return last.kind == "person" and last.role is not None and not own and _are_schools(phrase)


_OVER_SCHOOLS = frozenset(forms_of("roles", "over_schools"))


def _are_schools(phrase: Phrase) -> bool:
    return bool(phrase.targets) and phrase.units[-1].kind == "schools"


def is_doubtful(walk: Walk, phrase: Phrase, last: Draft) -> bool:
    """«Вязова А.К., методист, учитель СОШ № 4»: two posts, and one may be a colleague's; so in a row of offices.

    So «Вязова А.К., председатель ГМО, директор СОШ № 4»: the one whom everybody finds without a name; and what stands
    on the other side of the name, «Руководитель ГМО Вязова А.К., методист ЦДО», but for a teacher's school.
    """
    if last.rule == "title first" and all(place.kind != "school" for place in phrase.targets):
        return True
    if not is_on_top(last) or _heads_a_body(phrase):
        return True
    beside = walk.phrases[walk.index + 1 : walk.index + 2]
    return any(_is_of_one(one) and one.targets and one.joint in (",", "и") for one in beside)


def _heads_a_body(phrase: Phrase) -> bool:
    return heads_a_body(" ".join(unit.text.lower() for unit in phrase.words))


def _is_of_one(phrase: Phrase) -> bool:
    """A post of one person, at no more than one school."""
    return phrase.kind == "title" and not is_plural(phrase) and not is_body(phrase) and len(phrase.targets) < 2


def is_on_top(last: Draft) -> bool:
    """«председатель Совета», «руководитель ГМО», «муниципальный тьютор»: what somebody is on top of a post."""
    words = (last.role or "").split(" ")
    head = find_head(words)
    return head is not None and not head.plural and fold(words[head.index]) in _ON_TOP
