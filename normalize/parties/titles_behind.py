"""Rules of responsible cells about titles behind names: of the last one, of all, or of somebody who is not named."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.morphology import adjective_cases, names_person
from normalize.parties.area_brackets import roles_in_bracket
from normalize.parties.asked_titles import ask_of_all, ask_of_heads, ask_of_placed, ask_several_schools
from normalize.parties.bracketed_titles import titles_in_brackets
from normalize.parties.drafts import SHARED
from normalize.parties.numbers_behind import place_by_number
from normalize.parties.phrase import LED, TOGETHER, Phrase
from normalize.parties.phrase_words import ends_in_surname
from normalize.parties.short_heads import is_short_beside, is_short_of_many, may_be_of_many
from normalize.parties.short_of_places import is_of_all_places, is_of_listed_schools
from normalize.parties.title_joints import is_on_next_line, joins_another
from normalize.parties.titles import alternates
from normalize.parties.titles_of_several import is_short_of_several
from normalize.parties.units import Target
from normalize.parties.walk import OPEN_TITLE, Walk, is_body, is_plural, names_in_another_case, title_of
from normalize.titles.post_of_one import role_of_one
from normalize.titles.roles import names_all_schools, nominative_role, singular_role
from normalize.vocabulary import forms_of


def read_title_of_waiting(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A title behind its name, or a plural one behind several: each of them gets it in the singular."""
    oblique = _is_oblique_post(walk, phrase)
    if phrase.joint in (TOGETHER, LED):
        return False  # «Вязова А.К. при участии методиста»
    placed = [] if walk.waiting else _placed_names(walk, phrase)
    walk.waiting = walk.waiting or placed
    if (phrase.kind != "title" and not oblique) or not walk.waiting or is_body(phrase) or ends_in_surname(phrase):
        return False  # «Вязова А.К., ст. вожатая Лосева»: two people
    if walk.waiting[-1] != len(walk.drafts) - 1 or walk.drafts[-1].role is not None:
        return False
    if (phrase.joint in (".", ";") and is_plural(phrase)) or _parted_from_name(walk, phrase):
        return False
    (role, target), plural = title_of(walk, phrase), is_plural(phrase) or is_of_listed_schools(phrase)
    if joins_another(walk, phrase) or (not plural and is_short_beside(phrase)):
        return False
    # «Вязова А.К., Лосев П.И. – директора школ» are theirs, and «…, кураторы школ» may be: none is a school's own post
    of_all = names_all_schools(role) and phrase.joint != "-" and not _is_assignment(role)
    if plural and of_all:
        ask_of_heads(walk, phrase, following, role)
    if plural and (len(walk.waiting) == 1 or of_all or _OF_CLASSES.match(role)):
        return False  # «Иванова И.И., методисты ЦДО», «…, руководители ОО», «…, классные руководители 1-11 классов»
    if plural and (fold(phrase.words[0].text) in _THE_OTHERS or _are_others(walk, phrase)):
        return False
    if placed and (target is not None or phrase.targets or _NUMBERED.search(role)):
        walk.waiting = []
        return False  # «Вязова А.К. (СОШ № 60), Лосев П.И. (лицей № 12), методисты ЦДО»: theirs stand in brackets
    if placed:
        ask_of_placed(walk, phrase, role)
    if plural:
        _give_to_all(walk, phrase, role, target)
        ask_of_all(walk, phrase, following, role)
    elif _is_short_of_row(walk, phrase):
        _give_to_all(walk, phrase, role, target)
        start = walk.drafts[walk.waiting[0]].start
        printed = squeeze(walk.text[start : phrase.end])
        walk.doubt("shared_title", f"«{printed}»: это должность всех названных?", start, phrase.end)
    else:
        role = nominative_role(role) if oblique and not names_in_another_case(phrase) else role
        _give_to_last(walk, phrase, singular_role(role), target)
        walk.drafts[-1] = place_by_number(walk, walk.drafts[-1], phrase.units[len(phrase.words) - 1].end)
    ask_several_schools(walk, phrase)
    walk.waiting = [len(walk.drafts) - 1]
    return True


def _is_short_of_row(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К., Лосев П.И. – гл. спец. УО»: a short title that says no number, behind a dash and names in a row.

    Not «Вязова А.К.⏎Лосев П.И. – рук. ШМО»: each name has a line. A line may end right before the dash.
    """
    in_row = len(walk.waiting) > 1 and _stand_in_row(walk)
    return in_row and phrase.joint == "-" and is_short_of_several(phrase)


def _stand_in_row(walk: Walk) -> bool:
    """Whether the names that wait for a title stand on one line, with nothing but commas between."""
    first, last = walk.drafts[walk.waiting[0]], walk.drafts[walk.waiting[-1]]
    return re.search(r"[;:\n]", walk.text[first.start : last.end]) is None


def _placed_names(walk: Walk, phrase: Phrase) -> list[int]:
    """«Вязова А.К. (СОШ № 60), Лосев П.И. (лицей № 12), директора»: names with a place in brackets and no title."""
    first = len(walk.drafts)
    while first and walk.drafts[first - 1].rule == "place behind the name" and walk.drafts[first - 1].role is None:
        first -= 1
    several = len(walk.drafts) - first > 1 and is_plural(phrase) and phrase.joint in (",", "-", ")")
    return list(range(first, len(walk.drafts))) if several else []


_NUMBERED = re.compile(r"№|\d")  # «директора ДШИ №№ 1, 2»: a place that is read as words
_THE_OTHERS = frozenset(forms_of("roles", "others"))


def _are_others(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К., Лосев П.И., директора школ №№ 2, 7, 11»: three directors beside the two; of fewer it is asked."""
    schools = _schools_of_list(walk, phrase)
    if len(schools) < 2 or len(schools) == len(walk.waiting) or phrase.joint in ("-", "("):
        return False
    if len(schools) < len(walk.waiting):
        start, end = walk.drafts[walk.waiting[0]].start, max(target.end for target in schools)
        printed = squeeze(walk.text[start:end])
        walk.doubt("several_schools", f"Названные люди или ещё кто-то: «{printed}»?", start, end)
    return True


def _schools_of_list(walk: Walk, phrase: Phrase) -> list[Target]:
    """The schools of a title, those of the lists that go on behind it included."""
    schools = list(phrase.targets) if phrase.units[-1].kind == "schools" else []
    for further in walk.phrases[walk.index + 1 :]:
        if not schools or further.kind != "schools" or further.joint not in (",", "и", ";", "\n"):
            break
        schools += further.targets
    return schools


def _give_to_all(walk: Walk, phrase: Phrase, role: str, target: Target | None) -> None:
    """«Вязова А.К., Лосев П.И., методисты ЦДО»: both are; behind a dash or in brackets for sure."""
    one_each = len(phrase.targets) == len(walk.waiting) > 1  # «…, директора СОШ №№ 2, 7»: asked all the same
    for at, index in enumerate(walk.waiting):
        walk.drafts[index] = replace(
            walk.drafts[index],
            role=role_of_one(role),
            target=(phrase.targets[at] if one_each else target) or walk.drafts[index].target,
            rule="title behind the name" if phrase.joint in ("-", "(") else SHARED,
            plural=True,
        )


def _give_to_last(walk: Walk, phrase: Phrase, role: str, target: Target | None) -> None:
    """«Вязова А.К., заместитель директоров по УВР»: her title; where it may be somebody else's, it is asked."""
    last = walk.drafts[-1]
    is_open = _is_anybodys(walk, phrase) or (target is None and is_on_next_line(walk, phrase))
    rule = OPEN_TITLE if is_open else "title behind the name"
    others = tuple((further, target or last.target) for further, _, _ in roles_in_bracket(phrase, role))
    others += tuple((further, None) for further in titles_in_brackets(phrase))
    walk.drafts[-1] = replace(
        last, role=role, target=target or last.target, rule=rule, plural=False, other_roles=others
    )
    if is_open:
        name = last.person.name if last.person else ""
        walk.doubt("whose_title", f"«{role}» — это {name} или кто-то ещё?", last.start, phrase.end)


def _parted_from_name(walk: Walk, phrase: Phrase) -> bool:
    """«Оргкомитет (Вязова А.К.), инспектор ПДН», «Вязова А.К., Лосев П.И.; директор СОШ № 4»: no title of the name."""
    if behind_bracket(walk, phrase):
        return True
    titled = any(draft.rule == "title behind the name" for draft in walk.drafts)
    return phrase.joint == ";" and (len(walk.waiting) > 1 or titled)


def behind_bracket(walk: Walk, phrase: Phrase) -> bool:
    """Whether the bracket in which the last name stands is closed before the phrase."""
    between = walk.text[walk.drafts[-1].end : phrase.start]
    return between.count(")") > between.count("(")


def _is_anybodys(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К., Лосев П.И., психолог»: the last one's title, or somebody's without a name; so «Вязова А.К.; завуч».

    Not «Вязова А.К., Лосев П.И. – психолог», nor with names on lines of their own: «Вязова А.К.⏎Лосев П.И., психолог»,
    nor where others of the cell have titles behind them. «Вязова А.К., кл. рук.» may be all class teachers, «…, рук.
    ОО» those of all schools.
    """
    if alternates(walk.phrases):
        return True
    if phrase.joint in (",", "\n", ".") and (may_be_of_many(phrase) or is_of_all_places(phrase)):
        return walk.titled_names < 2
    if phrase.joint == "" and len(walk.waiting) > 1 and is_short_of_several(phrase):
        return walk.titled_names < 2 and _stand_in_row(walk)  # «Вязова А.К., Лосев П.И. кл. рук.»
    begins_anew = phrase.joint == "" and walk.text[phrase.start].isupper()  # «Вязова А.К. Лосев П.И. Кл. рук.»
    if len(walk.waiting) < 2 or not (phrase.joint in (",", "\n", "и", ".") or begins_anew):
        return phrase.joint == ";" or (begins_anew and is_short_of_many(phrase))
    one, last = (walk.drafts[index] for index in walk.waiting[-2:])
    if phrase.joint == "," and re.search(r"[;\n]", walk.text[one.end : last.start]):
        return False
    return walk.titled_names < 2 or is_representative(phrase)


def is_representative(phrase: Phrase) -> bool:
    """«представитель ГИБДД»: whom a body sends, seldom one of the named."""
    head = phrase.head
    return head is not None and fold(phrase.words[head.index].text) == "представитель"


def _is_assignment(role: str) -> bool:
    return fold(singular_role(role)).split(" ")[0] in _ASSIGNMENTS


_ASSIGNMENTS = frozenset(forms_of("roles", "assignment"))


_OF_CLASSES = re.compile(r"классные руководители [\dIVX]+\s?[-–]\s?[\dIVX]")  # «1-11 классов»: of more than are named


def _is_oblique_post(walk: Walk, phrase: Phrase) -> bool:
    """«Вязовой М.Л., проректору …», «Лосеву П.И., методисту»: name and post in another case than the nominative."""
    person = walk.drafts[-1].person if walk.drafts else None
    if phrase.kind != "unknown" or person is None or not are_people(phrase):
        return False
    return person.oblique or person.governed or names_in_another_case(phrase, "sing")


def are_people(phrase: Phrase) -> bool:
    """«родителей», «старшего методиста»: people in any case."""
    words = [unit.text for unit in phrase.words]
    adjective = bool(words) and bool(adjective_cases(words[0]))
    return bool(words) and (names_person(words[0]) or (adjective and any(map(names_person, words[1:2]))))
