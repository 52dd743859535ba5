"""Rule of responsible cells about a name: what stands before it, and waits for it or goes on."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from normalize.fold import squeeze
from normalize.parties.bare_initials import may_be_body
from normalize.parties.drafts import SHARED_BEFORE, Draft
from normalize.parties.labels_before import without_label
from normalize.parties.name_lists import goes_on_with_name
from normalize.parties.numbers_behind import place_by_number
from normalize.parties.phrase import LED, Phrase
from normalize.parties.places_before import is_department
from normalize.parties.titles import is_post_and_duty, is_title_and_name, lacks_comma
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_acronym, is_plural
from normalize.titles.heads import find_head
from normalize.titles.roles import singular_role

OF_BODY = "name behind the body"  # in a bracket: he speaks for it


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at hand. `roles`: of the list of schools before it, which only some rules keep."""

    phrase: Phrase
    following: Phrase | None
    draft: Draft
    before: Draft | None
    roles: tuple[str, ...]


def read_person(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A name: «Едигарева Н.В.»; with title first it takes the title that waits."""
    if phrase.kind != "person":
        return False
    person = phrase.units[0].person
    unsure = person is not None and person.initials.count(".") < 2  # who it is is asked where names are resolved
    draft = Draft(phrase.start, phrase.end, "person", person, None, None, "name", 0.5 if unsure else 1.0)
    before = walk.drafts[-1] if walk.drafts else None
    name = _Name(without_label(walk, phrase, before), following, draft, before, walk.roles)
    walk.roles = ()
    draft = next(read for rule in _BESIDE_A_NAME if (read := rule(walk, name)) is not None)
    walk.drafts.append(place_by_number(walk, draft, draft.end))
    if person is not None and may_be_body(walk, phrase, following):
        text = f"«{squeeze(phrase.units[0].text)}» – это человек или организация?"
        walk.doubt("unknown_phrase", text, phrase.start, phrase.end)
    if is_title_and_name(walk.phrases) and ")" not in walk.text[walk.phrases[0].end : phrase.start]:
        printed, called = squeeze(walk.text[walk.phrases[0].start : phrase.end]), person.name if person else ""
        text = f"«{printed}»: это должность {called} или двое?"
        walk.doubt("title_and_name", text, walk.phrases[0].start, phrase.end)
    elif is_post_and_duty(walk.phrases) or lacks_comma(walk.phrases, walk.index):
        start = walk.phrases[walk.index - 2].start
        text = f"«{squeeze(walk.text[start : phrase.end])}»: это двое или один человек с двумя должностями?"
        walk.doubt("title_and_name", text, start, phrase.end)
    return True


def _is_one_body(before: Draft) -> bool:
    """«городской родительский совет (Вязов А.К.)»; not «эксперты (Вязов А.К.)»."""
    head = find_head((before.role or "").split(" ")) if before.kind == "group" else None
    return head is not None and head.body and not head.plural


def _with_title_of_list(walk: Walk, name: _Name) -> Draft | None:
    """«учителя физики Вязова А.К., Лосев П.И.», «Кураторы: Вязова А.К., …»: the title that opens the list."""
    if walk.titled is None or not (walk.names > 0 or goes_on_with_name(walk, name.phrase)):
        return None
    role, target = walk.titled
    shared = walk.names > 0
    rule = SHARED_BEFORE if shared else "title before a colon"
    walk.waiting = []
    walk.names -= shared
    areas = tuple((area, target) for area in walk.areas)
    if walk.names == 0 and shared:
        walk.titled, walk.areas = None, ()
    _ask_places(walk, name.phrase)
    return replace(name.draft, role=role, target=target, rule=rule, plural=shared, other_roles=areas)


def _with_title_before(walk: Walk, name: _Name) -> Draft | None:
    """«Зам. директора по УВР, ВР Вязова А.К.»: the title that waits, with further areas or with a post before it."""
    if walk.pending is None:
        return None
    role, target, pending = walk.pending
    target = target or _place_before(walk, pending)
    others: tuple[tuple[str, Target | None], ...] = tuple((area, target) for area in walk.areas)
    if walk.first_post is not None:
        (role, target), others = walk.first_post, ((role, target), *others)
    walk.pending, walk.first_post, walk.areas = None, None, ()
    walk.waiting = []
    return replace(name.draft, role=role, target=target, rule="title first", other_roles=others)


def _of_some_school(walk: Walk, name: _Name) -> Draft | None:
    """«директора школ №№ 2, 11 (Вязова А.К., …)»: it is asked of which.

    «Средние школы №№ 2, 7 – Вязова А.К.» has the schools for itself, and her who looks after them: of none.
    """
    before, person = name.before, name.draft.person
    if name.phrase.joint not in ("(", "-", ":") or before is None or before.rule not in _OF_LISTS:
        return None
    if not _ends_list(walk, before):
        return None
    if name.phrase.joint != "(" and before.role is None:
        walk.waiting = [len(walk.drafts)]
        return name.draft
    text = f"Из какой школы {person.name if person else ''}?"
    walk.doubt("several_schools", text, before.start, name.phrase.end)
    walk.waiting = [] if name.phrase.joint == "(" else [len(walk.drafts)]
    return name.draft


def _behind_place(walk: Walk, name: _Name) -> Draft | None:
    """«СОШ № 7 (Вязова А.К.)», «директора СОШ № 4 - Вязова А.К., СОШ № 6 - Лосев П.И.»: they are the directors."""
    before = name.before
    beside = name.phrase.joint in ("(", "-", ":", LED) or (before is not None and _is_right_before(walk, name, before))
    if not beside or before is None or not _is_place(before):
        return None
    shared = before.role if before.kind != "organization" and before.plural else None
    if shared is not None:
        walk.drafts.pop()
        walk.roles = name.roles
    walk.waiting = [len(walk.drafts)]  # «СОШ № 7: Вязова А.К., директор»
    title = singular_role(shared) if shared else None
    return replace(name.draft, role=title, target=before.target, rule="name behind the place", score=0.9)


def _is_right_before(walk: Walk, name: _Name, before: Draft) -> bool:
    """«МКУ «Методический центр» Вязова А.К.»: nothing parts the quoted name from hers; not «… им. Вязова А.К.»."""
    between = walk.text[before.end - 1 : name.phrase.start]
    return name.phrase.joint == "" and before.rule == "organization" and _QUOTE_END.fullmatch(between) is not None


_QUOTE_END = re.compile(r"[»\"”]{1,2}[^\S\n]+")


def _in_list_of_place(walk: Walk, name: _Name) -> Draft | None:
    """«директора СОШ № 4: Вязова А.К., Лосев П.И.»: the second is what the first is; no title of her own."""
    before = name.before
    if before is None or not _is_in_list_of_place(walk, name.phrase, name.following):
        return None
    common = before.role if before.rule == "name behind the place" else None
    walk.roles = name.roles if common else ()
    walk.waiting = [len(walk.drafts)]
    return replace(name.draft, role=common, target=before.target, rule="name behind the place", score=0.9)


def _of_host(walk: Walk, name: _Name) -> Draft | None:
    """«СОШ № 3 Стогов Д.Е.»: the school that waits for its name."""
    if walk.host is None:
        return None
    draft = replace(name.draft, target=walk.host, rule="place first", score=0.9)
    walk.host = None
    walk.waiting = [len(walk.drafts)]
    return draft


def _alone(walk: Walk, name: _Name) -> Draft:
    """Nothing stands before it: a title behind may be its own, and that of the names before."""
    walk.waiting = [*walk.waiting, len(walk.drafts)] if _is_waiting(walk) else [len(walk.drafts)]
    before = name.before
    if before is not None and before.rule == OF_BODY and ")" not in walk.text[before.end : name.phrase.start]:
        return replace(name.draft, rule=OF_BODY, target=before.target)  # the second in the bracket
    if before is None or name.phrase.joint != "(" or not _is_one_body(before):
        return name.draft
    return replace(name.draft, rule=OF_BODY, target=before.target if is_department(before) else None)


# The first that answers wins.
_BESIDE_A_NAME: tuple[Callable[[Walk, _Name], Draft | None], ...] = (
    _with_title_of_list,
    _with_title_before,
    _of_some_school,
    _behind_place,
    _in_list_of_place,
    _of_host,
    _alone,
)


def _ask_places(walk: Walk, phrase: Phrase) -> None:
    """«учителя СОШ № 4 и СОШ № 6 Вязова А.К., Лосев П.И.»: at the last name it is asked who works where."""
    if walk.unplaced is None or walk.names:
        return
    printed = squeeze(walk.text[walk.unplaced : phrase.end])
    walk.doubt("several_schools", f"Чья какая школа: «{printed}»?", walk.unplaced, phrase.end)
    walk.unplaced = None


def _is_place(before: Draft) -> bool:
    """A school or an organization, also a kindergarten of a list: «Заведующие ДОУ № 1 (Вязова А.К.), № 2»."""
    in_list = before.kind == "group" and before.target is not None and before.rule in (*_OF_LISTS, "acronym")
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
    if opening < 0 and _is_listed_behind_dash(walk, place, before, between):
        return following is None or _begins_anew(following)
    separates = r"[\s,;и]*" if before.rule == "name behind the place" else r"[^;\n:()]*,\s*"  # with her title
    if opening < 0 or re.fullmatch(separates, between) is None:
        return False
    is_title = following is not None and following.kind == "title" and following.joint != ";"
    is_own = is_title and following is not None and not is_plural(following) and not following.targets
    is_end = following is None or following.kind in ("person", "schools", "organization") or following.joint == ";"
    return (is_end or is_own) and not re.search(r"[;\n]", between)


def _begins_anew(following: Phrase) -> bool:
    """Whether it says nothing of the name before: a name, a body, another line."""
    says_place = following.joint in ("(", "-")
    beside = following.kind in ("person", "organization") or is_acronym(following)
    return not says_place and (beside or following.joint in (";", "\n"))


def _is_listed_behind_dash(walk: Walk, place: Draft, before: Draft, between: str) -> bool:
    """«Управление образования – Вязова А.К., Лосев П.И.»: he too; not of a school, which may be hers alone."""
    dashed = _DASH.search(walk.text, place.end, before.start) is not None
    in_row = re.fullmatch(r",\s*|\s+и\s+", between) is not None
    return place.kind == "organization" and before.rule == "name behind the place" and in_row and dashed


_DASH = re.compile(r"\s[–—-]\s")


def _place_before(walk: Walk, title: Phrase) -> Target | None:
    """Of «СОШ № 7: директор Вязова А.К., завуч Лосев П.И.»: the place that opened the list."""
    before = walk.drafts[-1] if walk.drafts else None
    if before is None:
        return None
    between = walk.text[before.end : title.start]
    if before.kind in ("school", "organization"):
        if before.rule in _OF_LISTS and _ends_list(walk, before):
            return None  # «Школы №№ 2, 7 – куратор Вязова А.К.»
        return before.target if re.fullmatch(r"\s*[(:]\s*|\s*[-–—]\s+", between) else None
    place = next((one for one in reversed(walk.drafts) if one.kind in ("school", "organization")), None)
    goes_on = before.rule == "title first" and place is not None and before.target == place.target
    opened = place is not None and re.match(r"\s*[(:]", walk.text[place.end :]) is not None
    return before.target if goes_on and opened and re.fullmatch(r"\s*,\s*", between) else None


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
