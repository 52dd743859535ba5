"""Rules of responsible cells about titles before names, shared ones too, and about bare ones before «и»."""

import itertools
import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.organizations.service_bodies import is_service_body
from normalize.parties.area_brackets import roles_in_bracket
from normalize.parties.bodies import is_known_body
from normalize.parties.class_lists import lists_classes, names_classes
from normalize.parties.continued_titles import goes_on, governs
from normalize.parties.phrase import Phrase
from normalize.parties.places_before import place_before
from normalize.parties.short_heads import heads_several
from normalize.parties.titles_of_several import says_no_number
from normalize.parties.walk import (
    Walk,
    is_body,
    is_plural,
    is_post,
    role_of,
    title_of,
)
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.post_of_one import role_of_one
from normalize.titles.roles import DUTY_LABELS, LABELS, area_role, is_area_in_words, singular_role
from normalize.vocabulary import forms_of


def read_area(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Зам. директора по УВР, ВР»: a second deputy; «по УВР (Вязова А.К.), ВР (Лосева П.И.)»: who has a name."""
    printed = squeeze(walk.text[phrase.start : phrase.end]).removeprefix("по ")
    if phrase.kind != "area" and not (phrase.joint in ("/", ",", "и") and is_area_in_words(printed)):
        return False
    area = walk.text[phrase.start : phrase.end].removeprefix("по ").strip(" .")
    if walk.titled is not None and walk.names and (further := area_role(walk.titled[0], area)):
        walk.areas, walk.titled = (*walk.areas, further), (walk.titled[0], walk.titled[1])
        return True
    if walk.pending is not None and (further := area_role(walk.pending[0], area)):
        walk.areas = (*walk.areas, further)
        return True
    last = next((draft for draft in reversed(walk.drafts) if draft.role), None)
    role = area_role(last.role, area) if last is not None and last.role else None
    if last is None or role is None:
        return False
    named = following is not None and following.kind == "person" and following.joint in ("", "(", "-")
    if last.rule == "title first" and named and phrase.joint in (",", ";"):
        walk.pending, walk.waiting = (role, last.target, phrase), []
        return True
    if last.kind == "person":
        walk.drafts[-1] = replace(last, other_roles=(*last.other_roles, (role, last.target)))
    else:
        walk.drafts.append(replace(last, start=phrase.start, end=phrase.end, role=role, rule="second area"))
    return True


def read_title_before_name(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директор Иванова И.И.»: the title waits for its name. After a name without a title it is asked whose it is."""
    if walk.index in walk.placed:  # «Директора: Вязов А.К., СОШ № 9; Лосев П.И., СОШ № 2»
        walk.titled = (role_of_one(title_of(walk, phrase)[0]), None)
        walk.names = sum(walk.phrases[index].kind == "person" for index in walk.placed[walk.index])
        walk.many = True
        return True
    if following is not None and (letters := _letters_of_post(phrase, following)) is not None:
        _ask_order(walk, phrase, following)
        walk.pending, walk.areas, walk.roles = (letters, None, phrase), (), ()
        return True
    if names := walk.shares.get(walk.index, 0):
        _share(walk, phrase, following, names)
        return True
    if phrase.kind == "title" and following is not None and following.kind == "person" and following.joint == ":":
        return _open_list(walk, phrase)
    if walk.index not in walk.ahead:
        return _read_first_post(walk, phrase, following)
    if following is not None:
        _ask_whose(walk, phrase, following)
    role, target = title_of(walk, phrase)
    if following is not None and following.kind == "person" and not is_plural(phrase):
        role = singular_role(role)  # «классный руководитель 9 «А», 9 «Б» Вязова А.К.», «… 9-11 классов Вязова А.К.»
    walk.pending = (role, target or place_before(walk, phrase), phrase)
    walk.areas = tuple(further for further, _, _ in roles_in_bracket(phrase, role))
    walk.roles = ()
    if _is_of_one_institution(phrase) and _is_only_title(walk):
        governs(walk, phrase, role)  # «Директор СОШ № 4 Вязова А.К., СОШ № 6 Лосев П.И.»
    return True


def _letters_of_post(phrase: Phrase, following: Phrase) -> str | None:
    """«педагог-организатор» for the «ПО» of «ПО Вязова А.К.»; None for all other phrases."""
    beside = following.kind == "person" and following.joint == ""
    if not beside or len(phrase.units) != 1 or phrase.units[0].kind != "word" or not phrase.units[0].text.isupper():
        return None
    return _BEFORE_NAME.get(fold(phrase.units[0].text))


_BEFORE_NAME = forms_of("roles", "before_name")


def _share(walk: Walk, phrase: Phrase, following: Phrase | None, names: int) -> None:
    """«учителя физики Вязова А.К., Лосев П.И.»: the title of as many names behind it."""
    role, target = title_of(walk, phrase)
    if following is not None and (following.kind == "schools" or len(phrase.targets) > 1):
        target, walk.unplaced = None, phrase.start  # «учителя СОШ № 4 и СОШ № 6 Вязова А.К., Лосев П.И.»
    walk.titled, walk.names, walk.many = (role_of_one(role), target), names, True
    of_areas = following is not None and following.kind == "area"
    is_open = says_no_number(phrase) and not heads_several(phrase) and not _have_classes(walk, role, names)
    if is_open or of_areas or (names > 1 and lists_classes(role)):
        last = [one for one in walk.phrases[walk.index :] if one.kind == "person"][names - 1]
        printed = squeeze(walk.text[phrase.start : last.end])
        walk.doubt("shared_title", f"«{printed}»: это должность всех названных?", phrase.start, last.end)
    if names == 1 and following is not None:
        governs(walk, phrase, role)
        if not goes_on(walk) and not (lists_classes(role) and _has_no_number(phrase)):
            walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", phrase.start, following.end)


def _have_classes(walk: Walk, role: str, names: int) -> bool:
    """«Кл. рук. Вязова А.К. (5а), Лосев П.И. (6б)»: each of the names has a class, and so is a class teacher."""
    if not role.startswith(_OF_MANY):
        return False
    people = [one for one in walk.phrases[walk.index :] if one.kind == "person"][:names]
    brackets = [_IN_BRACKET.match(walk.text, one.units[0].end) for one in people]
    return all(found is not None and names_classes(found["inside"]) for found in brackets)


_OF_MANY = tuple(forms_of("roles", "of_many"))
_IN_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)")


def _has_no_number(phrase: Phrase) -> bool:
    """«кл. рук. 9 «А», 9 «Б»»: abbreviated, of one or several; not «классные рук.»."""
    words = [fold(word.text) for word in phrase.words[: (phrase.head.index if phrase.head else 0) + 1]]
    return words[-1] in ABBREVIATIONS and not words[0].startswith("классные")


def _open_list(walk: Walk, phrase: Phrase) -> bool:
    """«Кураторы: Вязова А.К., …»; not «Рабочая группа в составе: Вязова А.К., …»: the group, and its people."""
    if is_body(phrase):
        return False
    role, target = title_of(walk, phrase)
    target = target or place_before(walk, phrase)
    if len(phrase.targets) > 1 and phrase.units[-1].kind == "schools":  # «Директора СОШ №№ 2, 7: Вязова А.К., …»
        target = None
        names = itertools.takewhile(lambda one: one.kind == "person", walk.phrases[walk.index + 1 :])
        end = max(name.end for name in names)
        printed = squeeze(walk.text[phrase.start : end])
        walk.doubt("several_schools", f"Чья какая школа: «{printed}»?", phrase.start, end)
    walk.titled = (role_of_one(role), target)
    walk.many = is_plural(phrase)
    if walk.many:
        governs(walk, phrase, role)  # «Учителя СОШ № 1: Вязова А.К., Лосев П.И.; СОШ № 10: …»
    return True


def _ask_whose(walk: Walk, phrase: Phrase, following: Phrase) -> None:
    """Behind a name without a title it may be that one's; and words before a name may be no post.

    Not behind a name in brackets: «ЦДО (Вязова А.К.), директор СОШ № 5 Лосев П.И.».
    """
    _ask_order(walk, phrase, following)
    if phrase.kind == "unknown" and not is_post(phrase):
        printed = squeeze(walk.text[phrase.start : phrase.end])
        walk.doubt("unknown_phrase", f"Какая это должность: «{printed}»?", phrase.start, following.end)


def _ask_order(walk: Walk, phrase: Phrase, following: Phrase) -> None:
    is_open = following.joint != "-" or not _is_duty(phrase)  # «Вязова А.К., секретарь – Лосев П.И.»
    if is_open and phrase.joint == "," and walk.waiting and walk.drafts[-1].role is None and not _is_closed(walk):
        start = walk.drafts[-1].start
        text = f"Чья должность: «{squeeze(walk.text[start : following.end])}»?"
        walk.doubt("title_order", text, start, following.end)


def _is_duty(phrase: Phrase) -> bool:
    """«координатор», «секретарь», «докладчик»: what somebody does in this matter; not «директор»."""
    head = phrase.head
    return head is not None and fold(phrase.words[head.index].text) in _DUTIES


_DUTIES = frozenset(forms_of("roles", "function")) | frozenset(forms_of("roles", "assignment"))


def _is_closed(walk: Walk) -> bool:
    return walk.text[walk.drafts[-1].end :].lstrip().startswith(")")


def _is_only_title(walk: Walk) -> bool:
    """No other title in the cell but of groups behind it: «Директор СОШ № 4 Вязова А.К., СОШ № 6 Лосев П.И., …»."""
    others = [index for index, one in enumerate(walk.phrases) if one.kind == "title" and index != walk.index]
    return all(index > walk.index and is_plural(walk.phrases[index]) for index in others)


def _is_of_one_institution(phrase: Phrase) -> bool:
    """«Директор СОШ № 4», «Методист МБУ «ИМЦ»»: there are more of its kind; not «Инспектор ОМВД», «Начальник УО»."""
    if len(phrase.targets) != 1 or phrase.units[-1].kind not in ("schools", "organization"):
        return False
    place = phrase.targets[0]
    return place.kind not in ("authority", "ministry") and not is_service_body(place.name)


def _read_first_post(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Заместитель главы – начальник управления образования Хохлов А.К.»: the first of two posts of one name."""
    if following is None or following.joint != "-" or walk.index + 1 not in walk.ahead or not is_post(phrase):
        return False
    walk.first_post = title_of(walk, phrase)
    return True


def read_label(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Ответственный – директор школы», «Исполнители: …», «Отв. Яркова Н.А.»: what the column says, nobody's title."""
    words = " ".join(fold(unit.text) for unit in phrase.units if unit.kind != "bracket")
    if following is not None and words in DUTY_LABELS:
        return following.joint == "-" and following.kind == "title"  # «сопровождающие – воспитатели 1 отряда»
    if words not in LABELS or following is None:
        return False
    return following.joint in (":", "-") or (following.kind == "person" and following.joint in ("", "\n"))


def read_bare_before_and(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители и заместители руководителей по УВР Средних школ №№ 2, 7»: two titles, one list."""
    if phrase.kind != "title" or following is None or following.joint != "и" or following.kind != "title":
        return False
    if phrase.targets or is_known_body(phrase):  # «ТПМПК и директора школ № 2, 7»
        return False
    if not (following.targets or walk.shared):
        return False
    if len(phrase.words) > 2 and not (is_plural(phrase) and following.units[-1].kind == "schools"):
        return False
    walk.shared.append((role_of(phrase, walk.text), phrase.start, phrase.end))
    return True
