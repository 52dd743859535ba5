"""Rule of responsible cells about a second title of one person: «Вязов А.К., проректор …, сертифицированный коуч»."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.parties.bracketed_titles import stands_in_bracket_behind_title, titles_in_brackets
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import ends_in_surname
from normalize.parties.second_posts import (
    is_charge_of_schools,
    is_doubtful,
    is_on_top,
    is_post_behind_duty,
    is_second_post,
)
from normalize.parties.sets import INSTITUTIONS
from normalize.parties.short_heads import is_short_of_many, may_be_of_many, says_set_of_places
from normalize.parties.short_of_places import is_of_listed_schools
from normalize.parties.titles_behind import behind_bracket, is_representative
from normalize.parties.walk import Walk, is_body, is_plural, title_of
from normalize.titles.heads import ABBREVIATIONS, WHOLE
from normalize.titles.post_of_one import heads_a_body
from normalize.vocabulary import alternatives, forms_of

_OF_ALL = re.compile(r"\s(?:ОО|ОУ|МОУ|ДОУ|школ|\w*образовательных (?:организаций|учреждений))$")
_OFFICES = frozenset(forms_of("roles", "office"))
_OF_INSTITUTIONS = frozenset(forms_of("roles", "institution"))
_STAFF = frozenset(forms_of("roles", "staff"))
_BESIDES_A_POST = frozenset(
    form for section in ("function", "assignment", "academic") for form in forms_of("roles", section)
)
_ACADEMIC = frozenset(forms_of("roles", "academic"))
_CHAIRED_BY_STAFF = re.compile(rf"\bпредседатель\b.*\b(?:{alternatives('roles', 'chaired_by_staff')})\b", re.IGNORECASE)


def read_further_title(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Жигулина М.Л., проректор …, сертифицированный коуч»: a second title of the same person.

    Only a singular without an organization of its own, after a comma: one with another organization is an
    office that stands for itself. Right behind the name, in a bracket or after a dash, it is his with its own too:
    «председатель жюри Вязов А.К. (директор СОШ № 9)»; so is one in a bracket right behind his title.
    """
    if phrase.kind != "title" or not walk.drafts or is_body(phrase) or is_plural(phrase) or ends_in_surname(phrase):
        return False
    last = walk.drafts[-1]
    behind_title = last.kind == "person" and not last.plural and stands_in_bracket_behind_title(walk, phrase)
    bracketed = behind_title or _in_one_bracket(walk, last.start, phrase.start)
    beside = _BESIDE_NAME.fullmatch(walk.text[last.end : phrase.start]) is not None
    second = is_second_post(walk, phrase)
    besides = is_post_behind_duty(walk, phrase) and _is_post_of_school(phrase)
    charge = is_charge_of_schools(phrase, last)
    own = second or besides or charge or _is_academic(phrase, following)
    if last.rule == "title first" and not (bracketed or beside or own):
        return False  # «Учитель физкультуры Сомов А.А., медсестра»: two
    if last.rule == "title first" and not (bracketed or beside) and is_short_of_many(phrase):
        return False  # «Рук. кружка Сомов А.А., ПДО»: all of them
    if last.kind != "person" or last.role is None or (last.plural and not beside):
        return False
    if behind_bracket(walk, phrase) and not behind_title:
        return False
    if phrase.joint not in (",", "и", "-") and not (beside or behind_title):
        return False
    if walk.text[: phrase.start].rstrip(" ,").endswith(")") and may_be_of_many(phrase) and not bracketed:
        return False  # «Вязова А.К. (завуч), кл. рук.»: all of them
    if says_set_of_places(phrase) and fold(phrase.words[-1].text) in INSTITUTIONS and not (bracketed or beside):
        return False  # «Вязова А.К. – администратор, рук. ОО»: those of all institutions
    if is_of_listed_schools(phrase) and not bracketed:
        return False  # «Вязова А.К., специалист УО, рук. школ №№ 2, 7»: those of the schools
    role, place = title_of(walk, phrase)
    if place is not None and phrase.joint != "-" and not (bracketed or beside or second or charge):
        return False
    alone = not bracketed and not beside
    if last.target is not None and alone and is_representative(phrase):
        return False  # «Вязова А.К., директор СОШ № 16, представитель ГИБДД»: somebody else's
    if last.target is not None and _OF_ALL.search(role):
        return False  # «Вязова А.К., методист МКУ «ИМЦ», зам. директора по УВР ОО»: of every school, not hers
    places = phrase.targets if len(phrase.targets) > 1 and phrase.units[-1].kind == "schools" else (place,)
    others = [*((role, one) for one in places), *((title, None) for title in titles_in_brackets(phrase))]
    walk.drafts[-1] = replace(last, other_roles=(*last.other_roles, *others))
    dashed = (
        beside and phrase.joint == "-" and place is None
    )  # «директор Вязова А.К. – завуч»: hers, or a list of posts
    is_open = (
        besides or _may_be_anothers(phrase, last) or may_be_of_many(phrase) or (alone and is_representative(phrase))
    )
    if second and place is not None:
        is_open = is_doubtful(walk, phrase, last)
    if charge and phrase.joint == ",":
        is_open = True
    if is_open and not bracketed and (phrase.joint == "," or second or (dashed and not _is_office(phrase))):
        printed, name = squeeze(walk.text[last.start : phrase.end]), last.person.name if last.person else ""
        walk.doubt("further_title", f"«{printed}»: «{role}» — это тоже {name} или кто-то ещё?", last.start, phrase.end)
    return True


_BESIDE_NAME = re.compile(r"\s*\(\s*|[ ]*[-‐‑–—−][ ]*")  # «Начальник отдела Вязов А.К. – председатель комиссии»


def _in_one_bracket(walk: Walk, start: int, end: int) -> bool:
    """Whether the places `start` and `end` stand in one bracket: «координатор (Вязов А.К., методист)»."""
    opened = walk.text.rfind("(", 0, start)
    return opened >= 0 and ")" not in walk.text[opened:end]


def _is_academic(phrase: Phrase, following: Phrase | None) -> bool:
    """«, профессор» behind «Проректор Вязов А.К.»: no party by itself; not «, профессор Сомов А.А.»."""
    alone = following is None or following.kind != "person" or following.joint != ""
    return alone and len(phrase.words) == 1 and fold(phrase.words[0].text) in _ACADEMIC


def _is_office(phrase: Phrase) -> bool:
    """«– председатель комиссии», «– секретарь»: what somebody is on top of a post."""
    head = phrase.head
    return head is not None and fold(phrase.words[head.index].text) in _OFFICES


def _is_post_of_school(phrase: Phrase) -> bool:
    """«учитель», «методист», «директор»; not «староста группы», nor «сторожа», which may be several."""
    head = phrase.head
    word = fold(phrase.words[head.index].text) if head is not None else ""
    return _is_staff(phrase) or word in _OF_INSTITUTIONS or heads_a_body(word)


def _may_be_anothers(phrase: Phrase, last: Draft) -> bool:
    """A post, by whatever noun, that a colleague without a name may hold: «старший методист», «советник директора».

    Not what somebody is on top of a post: «координатор», «председатель жюри», «доцент»; nor a post behind a rank or
    function of hers, «эксперт, методист».
    """
    printed = " ".join(unit.text for unit in phrase.units)
    if _is_staff(phrase) or _CHAIRED_BY_STAFF.search(printed) is not None:
        return True
    head = phrase.head
    word = fold(phrase.words[head.index].text) if head is not None else ""
    return fold(ABBREVIATIONS.get(word, word)).split(" ")[0] not in _BESIDES_A_POST and not is_on_top(last)


def _is_staff(phrase: Phrase) -> bool:
    """«социальный педагог», «завхоз»: a post that a colleague without a name may hold."""
    head = phrase.head
    word = phrase.words[head.index].text if head is not None else ""
    return fold(ABBREVIATIONS.get(fold(word), word)).split(" ")[0] in _STAFF or fold(word) in WHOLE
