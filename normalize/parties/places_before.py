"""Where the holder of a post works that names no place of its own: in the place that stands before it."""

from ingest.expressions import expression
from normalize.fold import fold
from normalize.organizations.service_bodies import is_police
from normalize.parties.drafts import Draft
from normalize.parties.phrase import LED, Phrase
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_post
from normalize.titles.heads import ABBREVIATIONS, find_head
from normalize.vocabulary import forms_of


def place_before(walk: Walk, phrase: Phrase) -> Target | None:
    """«МБУК «ЦБС» (директор Вязова А.К.)», «МБУ «ИМЦ», директор Вязов А.К.»: the place before the title at hand."""
    before = walk.drafts[-1] if walk.drafts else None
    if before is None or before.target is None:
        return None
    if before.kind == "group":  # «специалисты ИМЦ (рук. Вязов А.К.)», «кафедра ИРО (зав. …)»: of their body
        theirs = is_department(before) or (before.plural and _heads(phrase, before.target))
        return before.target if phrase.joint == "(" and theirs else None
    if before.kind not in ("school", "organization"):
        return None
    if phrase.joint in (",", "-", "", "\n"):  # not «школы №№ 4, 6, директор …»
        alone = before.role is None and _is_only_one(walk)
        ours = _heads(phrase, before.target) or (phrase.joint == "" and _is_there(phrase, before.target))
        return before.target if alone and (ours or _is_of_police_unit(phrase, before.target)) else None
    return before.target if phrase.joint in ("(", LED) else None


def _is_only_one(walk: Walk) -> bool:
    """«СОШ № 4, директор …»; not «СОШ №№ 4, 6, директор …», «СОШ № 4, лицей № 6, директор …»."""
    place, before = walk.phrases[walk.index - 1], walk.phrases[max(walk.index - 2, 0) : walk.index - 1]
    in_list = place.kind == "schools" and place.joint in (",", "и") and [one.kind for one in before] == ["schools"]
    return len(place.targets) < 2 and not in_list


def is_department(group: Draft) -> bool:
    """«отдел воспитания УО», «кафедра педагогики»: who speaks for it works in its body; not «рабочая группа»."""
    head = find_head((group.role or "").split(" "))
    return head is not None and not head.plural and fold((group.role or "").split(" ")[head.index]) in _DEPARTMENTS


_DEPARTMENTS = (frozenset(forms_of("roles", "department")) | {"кафедра"}) - {"группа", "служба"}


def _printed(phrase: Phrase) -> str:
    return fold(" ".join(ABBREVIATIONS.get(fold(word.text), word.text) for word in phrase.words))


def _heads(phrase: Phrase, place: Target) -> bool:
    """Whether the post by itself is that of the place's head: «директор» of a centre, «начальник» of a department."""
    if len(phrase.units) > len(phrase.words):
        return False
    return place.kind in _HEAD_POSTS.get(_printed(phrase), "").split()


def _is_there(phrase: Phrase, place: Target) -> bool:
    """«Лужская ЦРБ врач-педиатр Вязова А.К.»: one wording; not «Управление образования социальный педагог …», nor
    «МБУ «ИМЦ» директор школы …».
    """
    if place.kind == "school" or not is_post(phrase) or _OF_OTHERS.search(_printed(phrase)):
        return False
    taught = _OF_LESSONS if place.kind in ("center", "institute") else _OF_SCHOOLS
    return taught.match(_printed(phrase)) is None


def _is_of_police_unit(phrase: Phrase, place: Target) -> bool:
    """«ОМВД по Лесному району, инспектор ПДН Вязова А.К.»."""
    return is_police(place.name) and is_post(phrase) and fold(phrase.words[-1].text) in _POLICE_UNITS


_HEAD_POSTS = forms_of("roles", "head_post")
_POLICE_UNITS = frozenset(forms_of("organizations", "service_unit"))
_POSTS_OF_SCHOOLS = [form for form, value in forms_of("roles", "post_at").items() if value.startswith("school")]
_OF_SCHOOLS = expression(rf"(?:{'|'.join(_POSTS_OF_SCHOOLS)}|классный)(?![а-я])")
_OF_OTHERS = expression(r"\s(?:(?:школ|лице|гимнази|детс)[а-я-]+|сад\w*|оу|оо|доу)(?![а-я])")
_OF_LESSONS = expression(r"(?:учител|завуч|классный)")
