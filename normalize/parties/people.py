"""Rules of responsible cells about people: a name with what stands beside it, and the place where somebody works."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.organization_heads import HEADS
from normalize.organization_names import organization_key
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.titles import is_title_and_name
from normalize.parties.units import Target
from normalize.parties.walk import NO_PLACE, Walk, is_acronym, is_plural, unexplained
from normalize.post_of_one import role_at_school
from normalize.roles import singular_role
from normalize.schools import school_key, school_name


def read_person(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A name: «Едигарева Н.В.»; with title first it takes the title that waits."""
    if phrase.kind != "person":
        return False
    roles, walk.roles = walk.roles, ()
    person = phrase.units[0].person
    draft = Draft(phrase.start, phrase.end, "person", person, None, None, "name", 1.0)
    if person is not None and person.initials.count(".") < 2:
        draft = replace(draft, score=0.5)  # who it is is asked where names are resolved
    before = walk.drafts[-1] if walk.drafts else None
    if walk.titled is not None and (
        walk.names > 0 or phrase.joint in _OF_A_LIST or (walk.many and phrase.joint == ";")
    ):
        role, target = walk.titled
        rule = "shared title" if walk.names else "title before a colon"
        areas = tuple((area, target) for area in walk.areas)
        draft = replace(draft, role=role, target=target, rule=rule, plural=walk.names > 0, other_roles=areas)
        walk.waiting = []
        walk.names -= walk.names > 0
        if walk.names == 0 and rule == "shared title":
            walk.titled, walk.areas = None, ()
        _ask_places(walk, phrase)
    elif walk.pending is not None:
        role, target, pending = walk.pending
        draft = replace(draft, role=role, target=target or _place_before(walk, pending), rule="title first")
        draft = replace(draft, other_roles=tuple((area, draft.target) for area in walk.areas))
        if walk.first_post is not None:
            (first, place), second = walk.first_post, (role, draft.target)
            draft = replace(draft, role=first, target=place, other_roles=(second, *draft.other_roles))
        walk.pending, walk.first_post, walk.areas = None, None, ()
        walk.waiting = []
    elif phrase.joint == "(" and before is not None and before.rule in _OF_LISTS and _ends_list(walk, before):
        walk.doubt("several_schools", f"Из какой школы {person.name if person else ''}?", before.start, phrase.end)
        walk.waiting = []
    elif phrase.joint in ("(", "-", ":") and before is not None and _is_place(before):
        shared = before.role if before.kind != "organization" and before.plural else None
        if shared is not None:  # «директора СОШ № 4 - Вязова А.К., СОШ № 6 - Лосев П.И.»: they are the directors
            walk.drafts.pop()
            walk.roles = roles
        title = singular_role(shared) if shared else None
        draft = replace(draft, role=title, target=before.target, rule="name behind the place", score=0.9)
        walk.waiting = [len(walk.drafts)]  # «СОШ № 7: Вязова А.К., директор»
    elif _is_in_list_of_place(walk, phrase, following) and before is not None:
        common = before.role if before.rule == "name behind the place" else None  # «директора СОШ № 4: …»; no own title
        draft = replace(draft, role=common, target=before.target, rule="name behind the place", score=0.9)
        walk.roles = roles if common else ()
        walk.waiting = [len(walk.drafts)]
    elif walk.host is not None:
        draft = replace(draft, target=walk.host, rule="place first", score=0.9)
        walk.host = None
        walk.waiting = [len(walk.drafts)]
    else:
        walk.waiting = [*walk.waiting, len(walk.drafts)] if _is_waiting(walk) else [len(walk.drafts)]
    walk.drafts.append(_placed_by_number(walk, draft))
    if is_title_and_name(walk.phrases) and ")" not in walk.text[walk.phrases[0].end : phrase.start]:
        printed, name = squeeze(walk.text[walk.phrases[0].start : phrase.end]), person.name if person else ""
        walk.doubt("title_and_name", f"«{printed}»: это должность {name} или двое?", walk.phrases[0].start, phrase.end)
    return True


def _placed_by_number(walk: Walk, draft: Draft) -> Draft:
    """«директора школ Вязова А.К. (№ 8), Лосев П.И. (№ 20)»: the brackets say which of the schools."""
    found = _NUMBER_IN_BRACKET.match(walk.text, draft.end)
    role = role_at_school(draft.role or "")
    if found is None or draft.target is not None or role == draft.role:
        return draft
    number, (start, end) = found["number"], found.span("number")
    key, name = school_key(None, number, None), school_name(None, number, None)
    target = Target(key, name, "school", start, end, None, number)
    return replace(draft, role=role, target=target)


_NUMBER_IN_BRACKET = re.compile(r"\s*\(\s*№\s*(?P<number>\d{1,3})\s*\)")


def _ask_places(walk: Walk, phrase: Phrase) -> None:
    """«учителя СОШ № 4 и СОШ № 6 Вязова А.К., Лосев П.И.»: at the last name it is asked who works where."""
    if walk.unplaced is None or walk.names:
        return
    printed = squeeze(walk.text[walk.unplaced : phrase.end])
    walk.doubt("several_schools", f"Чья какая школа: «{printed}»?", walk.unplaced, phrase.end)
    walk.unplaced = None


def _is_place(before: Draft) -> bool:
    """A school or an organization, also a kindergarten of a list: «Заведующие ДОУ № 1 (Вязова А.К.), № 2»."""
    in_list = before.kind == "group" and before.target is not None and before.rule in _OF_LISTS
    return before.kind in ("school", "organization") or in_list


def _is_in_list_of_place(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """True for the second name of «ЦДО (Вязова А.К., Лосева П.И.)», of «СОШ № 7: Вязова А.К., Лосева П.И.»."""
    before = walk.drafts[-1] if walk.drafts else None
    place = next((one for one in reversed(walk.drafts) if one.kind in ("school", "organization")), None)
    if before is None or before.kind != "person":
        return False
    between = walk.text[before.end : phrase.start]
    if place is None or before.target != place.target:  # «директора СОШ № 4 (Вязова А.К., Лосев П.И.)»: hers by now
        opened = walk.text.rfind("(", 0, before.start)
        return (
            before.rule == "name behind the place"
            and opened >= 0
            and ")" not in walk.text[opened : phrase.start]
            and re.fullmatch(r"\s*(?:,|;|\bи\b)\s*", between) is not None
        )
    opening = max(walk.text.rfind(sign, place.end, before.start) for sign in "(:")
    if opening >= 0 and walk.text[opening] == "(":
        return ")" not in walk.text[opening : phrase.start] and re.search(r"[,;]|\bи\b", between) is not None
    separates = r"[\s,;и]*" if before.rule == "name behind the place" else r"[^;\n:()]*,\s*"  # with her title
    if opening < 0 or re.fullmatch(separates, between) is None:
        return False
    is_title = following is not None and following.kind == "title" and following.joint != ";"
    is_own = is_title and following is not None and not is_plural(following) and not following.targets
    is_end = following is None or following.kind in ("person", "schools", "organization") or following.joint == ";"
    return (is_end or is_own) and not re.search(r"[;\n]", between)


def _place_before(walk: Walk, title: Phrase) -> Target | None:
    """Of «СОШ № 7: директор Вязова А.К., завуч Лосев П.И.»: the place that opened the list."""
    before = walk.drafts[-1] if walk.drafts else None
    if before is None:
        return None
    between = walk.text[before.end : title.start]
    if before.kind in ("school", "organization"):
        return before.target if re.fullmatch(r"\s*[(:]\s*", between) else None
    place = next((one for one in reversed(walk.drafts) if one.kind in ("school", "organization")), None)
    goes_on = before.rule == "title first" and place is not None and before.target == place.target
    opened = place is not None and re.match(r"\s*[(:]", walk.text[place.end :]) is not None
    return before.target if goes_on and opened and re.fullmatch(r"\s*,\s*", between) else None


_OF_A_LIST = (":", ",", "\n", "и")  # between the names of a list that a title opens; ";" where it is a plural
_OF_LISTS = frozenset({"schools", "schools of a title", "list goes on"})


def _ends_list(walk: Walk, last: Draft) -> bool:
    """True where the school is one of several of its list: «директора школ №№ 2, 11 (Вязова А.К., …)»."""
    before = walk.drafts[-2] if len(walk.drafts) > 1 else last
    between = walk.text[before.end : last.start]
    if _NEXT_OF_LIST.match(walk.text, last.end):
        return False  # «СОШ №№ 2, 4 (Зуев Л.П.), 6»: the bracket is of № 4
    return (
        before is not last
        and before.rule in _OF_LISTS
        and re.fullmatch(r"(?:[«\"][^«»\"]*[»\"]|[\s,и№–-])*", between) is not None
    )


_NEXT_OF_LIST = re.compile(r"\s*\([^()]*\)\s*(?:[,;]\s*(?:и\s+)?|и\s+)(?:№\s*)*\d")


def _is_waiting(walk: Walk) -> bool:
    """True where the last draft is a person without a title: the next title may be for both."""
    return bool(walk.waiting) and walk.waiting[-1] == len(walk.drafts) - 1 and walk.drafts[-1].role is None


def read_school_before_name(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«СОШ № 3 Стогов Д.Е., ООШ № 8 Тихова М.П.»: the school says where the name behind it works."""
    if walk.index not in walk.hosts or walk.roles or walk.unplaced is not None:
        return False
    walk.host, walk.waiting = phrase.targets[0], []
    return True


def read_persons_schools(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Вязова А.К. (СОШ № 11, 19)»: several schools of one person: none is a party, and it is asked."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or phrase.kind != "schools" or len(phrase.targets) < 2:
        return False
    if phrase.joint not in ("(", "-") or walk.text[last.end : phrase.start].strip(" (-–—\n"):
        return False
    printed = squeeze(walk.text[last.start : phrase.end])
    walk.doubt("several_schools", f"Несколько школ у одного человека: «{printed}».", last.start, phrase.end)
    walk.waiting = []
    return True


def read_persons_place(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Вязов А.В.-школа №1», «Лосева А.С. школа №3»: a school or organization right behind a name."""
    if phrase.joint in ("(", "-") and _take_bracket(walk, phrase):
        return True
    if not walk.waiting or walk.waiting[-1] != len(walk.drafts) - 1:
        return False
    draft = walk.drafts[-1]
    if phrase.joint == "(" and is_acronym(phrase) and fold(phrase.units[0].text) in NO_PLACE:
        return True  # «Вязова А.К. (ВПР)»: what she answers for
    if phrase.joint == "(" and is_acronym(phrase) and draft.target is None:  # «Вязова А.К. (ЦДО)»
        walk.drafts[-1] = replace(
            draft, target=unexplained(phrase.units[0].text, phrase.start), rule="place behind the name", score=0.9
        )
        return True
    if phrase.joint == "(" and draft.kind == "person" and draft.target is None and _is_body(phrase):
        walk.drafts[-1] = replace(draft, target=_bare(phrase), rule="place behind the name", score=0.9)
        return True
    between = walk.text[draft.end : phrase.start]
    if phrase.kind not in ("schools", "organization") or between.count(")") > between.count("("):
        return False  # «СОШ № 3 (отв. Вязов А.К.), СОШ № 5»: the bracket is closed
    close = phrase.joint in ("", "-", "(") or (phrase.joint == "\n" and phrase.kind == "schools")
    if draft.kind != "person" or draft.target is not None or len(phrase.targets) != 1:
        return False
    if draft.role is None and (close or (phrase.kind == "schools" and phrase.joint == ",")):
        walk.drafts[-1] = replace(
            draft, target=phrase.targets[0], rule="place behind the name", score=0.9 if close else 0.8
        )
        walk.waiting = []
        return True
    stray = phrase.kind == "schools" and phrase.joint in (",", "\n") and not _reads_nominative(phrase)
    if draft.role is not None and stray:
        walk.drafts[-1] = replace(draft, target=phrase.targets[0], rule="stray comma", score=0.9)
        walk.waiting = []
        return True
    return False


def _is_body(phrase: Phrase) -> bool:
    """«(комитет)», «(департамент)»: a body's noun alone, which the order has to explain."""
    return len(phrase.units) == 1 and HEADS.get(fold(phrase.units[0].text)) in ("authority", "ministry")


def _bare(phrase: Phrase) -> Target:
    name = phrase.units[0].text.capitalize()
    return Target(organization_key(name), name, "authority", phrase.start, phrase.end)


def _take_bracket(walk: Walk, phrase: Phrase) -> bool:
    """«учитель-методист Вязова А.К. (СШ № 7)»: the bracket says where she with her title before her name works."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.role is None or last.target is not None:
        return False
    if phrase.kind not in ("schools", "organization") or len(phrase.targets) != 1:
        return False
    behind_title = phrase.joint == "(" and walk.waiting == [len(walk.drafts) - 1]  # «Вязов А.К., учитель (СОШ № 3)»
    if not behind_title and not re.fullmatch(r"\s*[(–—-]\s*", walk.text[last.end : phrase.start]):
        return False
    walk.drafts[-1] = replace(
        last, role=role_at_school(last.role), target=phrase.targets[0], rule="place behind the name", score=0.9
    )
    return True


_NOMINATIVE_SCHOOL = re.compile(r"\w+(?:ая|яя)\s|школа\b|лицей\b|гимназия\b", re.IGNORECASE)


def _reads_nominative(phrase: Phrase) -> bool:
    """«Основная школа № 27» is a party of its own; «Основной школы № 27» belongs to the post before."""
    return _NOMINATIVE_SCHOOL.match(phrase.units[0].text.lstrip('«"“„')) is not None
