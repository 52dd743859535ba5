"""Rules of responsible cells about titles: whose they are, before and behind names, shared and further ones."""

import re
from dataclasses import replace
from itertools import pairwise

from normalize.fold import fold, squeeze
from normalize.morphology import adjective_cases, names_person
from normalize.parties.drafts import Draft
from normalize.parties.continued_titles import goes_on, governs
from normalize.parties.phrase import Phrase
from normalize.parties.units import Target
from normalize.parties.walk import (
    OPEN_TITLE,
    Walk,
    is_body,
    is_plural,
    is_post,
    names_in_another_case,
    role_of,
    title_of,
)
from normalize.roles import LABELS, area_role, names_all_schools, nominative_role, singular_role
from normalize.title_heads import ABBREVIATIONS, WHOLE
from normalize.vocabulary import forms_of


def read_area(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Зам. директора по УВР, ВР»: a second deputy."""
    if phrase.kind != "area":
        return False
    area = walk.text[phrase.start : phrase.end].strip(" .")
    if walk.pending is not None and (further := area_role(walk.pending[0], area)):
        walk.areas = (*walk.areas, further)
        return True
    last = next((draft for draft in reversed(walk.drafts) if draft.role), None)
    role = area_role(last.role, area) if last is not None and last.role else None
    if last is None or role is None:
        return False
    if last.kind == "person":
        walk.drafts[-1] = replace(last, other_roles=(*last.other_roles, (role, last.target)))
    else:
        walk.drafts.append(replace(last, start=phrase.start, end=phrase.end, role=role, rule="second area"))
    return True


def read_title_of_waiting(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A title behind its name, or a plural one behind several: each of them gets it in the singular."""
    oblique = _is_oblique_post(walk, phrase)
    if (phrase.kind != "title" and not oblique) or not walk.waiting or is_body(phrase):
        return False
    if walk.waiting[-1] != len(walk.drafts) - 1 or walk.drafts[-1].role is not None:
        return False
    if (phrase.joint in (".", ";") and is_plural(phrase)) or _parted_from_name(walk, phrase):
        return False
    (role, target), plural = title_of(walk, phrase), is_plural(phrase)
    role = nominative_role(role) if oblique and not names_in_another_case(phrase) else role
    role = role if plural else singular_role(role)  # «Вязова А.К., заместитель директоров по УВР»
    if plural and (len(walk.waiting) == 1 or names_all_schools(role) or _OF_CLASSES.match(role)):
        return False  # «Иванова И.И., методисты ЦДО», «…, руководители ОО», «…, классные руководители 1-11 классов»
    one_each = plural and len(phrase.targets) == len(walk.waiting) > 1  # «…, директора СОШ №№ 2, 7»: asked all the same
    for at, index in enumerate(walk.waiting if plural else walk.waiting[-1:]):
        walk.drafts[index] = replace(
            walk.drafts[index],
            role=singular_role(role) if plural else role,
            target=(phrase.targets[at] if one_each else target) or walk.drafts[index].target,
            rule="shared title" if plural and phrase.joint not in ("-", "(") else "title behind the name",
            plural=plural,
        )
    if not plural and _is_anybodys(walk, phrase):
        walk.drafts[-1] = replace(walk.drafts[-1], rule=OPEN_TITLE)
        _ask_whose(walk, phrase, role)
    if plural and target is None and phrase.joint not in ("-", "(") and _says_little(role):
        start = walk.drafts[walk.waiting[0]].start
        walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", start, phrase.end)
    elif plural and following is not None and following.joint in (",", "и") and _says_where(following, walk.text):
        printed, start = squeeze(walk.text[phrase.start : following.end]), walk.drafts[walk.waiting[0]].start
        walk.doubt("several_schools", f"Чья какая школа: «{printed}»?", start, following.end)
    _several_schools(walk, phrase)
    walk.waiting = [len(walk.drafts) - 1]
    return True


def _parted_from_name(walk: Walk, phrase: Phrase) -> bool:
    """«Оргкомитет (Вязова А.К.), инспектор ПДН», «Вязова А.К.; Лосев П.И.; директор СОШ № 4»: no title of the name."""
    name = walk.drafts[-1]
    between = walk.text[name.end : phrase.start]
    if between.count(")") > between.count("("):
        return True
    names = [walk.drafts[index] for index in walk.waiting]
    return phrase.joint == ";" and (
        any(";" in walk.text[one.end : other.start] for one, other in pairwise(names))
        or any(draft.rule == "title behind the name" for draft in walk.drafts)
    )


def _is_anybodys(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К., Лосев П.И., психолог»: the last one's title, or somebody's without a name; so «Вязова А.К.; завуч».

    Not «Вязова А.К., Лосев П.И. – психолог», nor with names on lines of their own: «Вязова А.К.⏎Лосев П.И., психолог»,
    nor where others of the cell have titles behind them.
    """
    if len(walk.waiting) < 2 or phrase.joint not in (",", "\n", "и", "."):
        return phrase.joint == ";"
    one, last = (walk.drafts[index] for index in walk.waiting[-2:])
    if phrase.joint == "," and re.search(r"[;\n]", walk.text[one.end : last.start]):
        return False
    head = phrase.head
    return walk.titled_names < 2 or (head is not None and fold(phrase.words[head.index].text) == "представитель")


def _ask_whose(walk: Walk, phrase: Phrase, role: str) -> None:
    last = walk.drafts[-1]
    name = last.person.name if last.person else ""
    walk.doubt("whose_title", f"«{role}» — это {name} или кто-то ещё?", last.start, phrase.end)


def _says_little(role: str) -> bool:
    """«эксперты», «школьные координаторы», «руководители ШМО», «учителя физики»: many have such a title."""
    words = role.split()
    of_letters = len(words) == 2 and words[1].isupper() and fold(words[1]) not in _OF_ONE_SCHOOL
    return (len(words) < 3 and not of_letters) or fold(singular_role(role)).split()[0] in _MANY


_OF_ONE_SCHOOL = frozenset({"мо", "шмо"})  # each school has several; «руководители РМО» are the named ones
_OF_ALL = re.compile(r"\s(?:ОО|ОУ|МОУ|ДОУ|школ|\w*образовательных (?:организаций|учреждений))$")
_OF_CLASSES = re.compile(r"классные руководители (?:\d|[IVX])")
_SETS_OF_SCHOOLS = frozenset(forms_of("roles", "all_schools")) | {"доу", "доо", "удо", "спо"}
_MANY = frozenset(forms_of("roles", "many"))
_STAFF = frozenset(forms_of("roles", "staff"))


def _is_oblique_post(walk: Walk, phrase: Phrase) -> bool:
    """«Вязовой М.Л., проректору …»: name and post in another case than the nominative."""
    person = walk.drafts[-1].person if walk.drafts else None
    return phrase.kind == "unknown" and person is not None and person.oblique and are_people(phrase)


def are_people(phrase: Phrase) -> bool:
    """«родителей», «старшего методиста»: people in any case."""
    words = [unit.text for unit in phrase.words]
    adjective = bool(words) and bool(adjective_cases(words[0]))
    return bool(words) and (names_person(words[0]) or (adjective and any(map(names_person, words[1:2]))))


def _says_where(phrase: Phrase, text: str) -> bool:
    """«директора СШ № 51 и лицея № 9», «… и гимназии», «… и ЦДО соответственно»: who works where is open."""
    printed = fold(text[phrase.start : phrase.end])
    return phrase.kind == "schools" or _OF_SCHOOL.match(printed) is not None or printed.endswith("соответственно")


_OF_SCHOOL = re.compile(r"(?:гимназии|лицея|школы|школы-интерната)(?:\s|$)")


def _several_schools(walk: Walk, phrase: Phrase) -> None:
    if len(phrase.targets) > 1:
        walk.doubt(
            "several_schools",
            f"Несколько школ в должности одного человека: «{walk.text[phrase.start : phrase.end]}».",
            phrase.start,
            phrase.end,
        )


def read_further_title(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Жигулина М.Л., проректор …, сертифицированный коуч»: a second title of the same person.

    Only a singular without an organization of its own, after a comma: one with another organization is an
    office that stands for itself.
    """
    if phrase.kind != "title" or not walk.drafts or is_body(phrase) or is_plural(phrase):
        return False
    last = walk.drafts[-1]
    bracketed = _in_one_bracket(walk, last.start, phrase.start)
    if last.rule == "title first" and not bracketed:  # «Учитель физкультуры Сомов А.А., медсестра»: two
        return False
    if last.kind != "person" or last.role is None or last.plural or phrase.joint not in (",", "и", "-"):
        return False
    role, place = title_of(walk, phrase)
    if place is not None and phrase.joint != "-" and not bracketed:
        return False
    if last.target is not None and _OF_ALL.search(role):
        return False  # «Вязова А.К., методист МКУ «ИМЦ», зам. директора по УВР ОО»: of every school, not hers
    walk.drafts[-1] = replace(last, other_roles=(*last.other_roles, (role, place)))
    if phrase.joint == "," and not bracketed and _is_staff(phrase):
        printed, name = squeeze(walk.text[last.start : phrase.end]), last.person.name if last.person else ""
        walk.doubt("further_title", f"«{printed}»: «{role}» — это тоже {name} или кто-то ещё?", last.start, phrase.end)
    return True


def _in_one_bracket(walk: Walk, start: int, end: int) -> bool:
    """Whether the places `start` and `end` stand in one bracket: «координатор (Вязов А.К., методист)»."""
    opened = walk.text.rfind("(", 0, start)
    return opened >= 0 and ")" not in walk.text[opened:end]


def _is_staff(phrase: Phrase) -> bool:
    """«социальный педагог», «завхоз»: a post that a colleague without a name may hold."""
    head = phrase.head
    word = phrase.words[head.index].text if head is not None else ""
    return fold(ABBREVIATIONS.get(fold(word), word)).split(" ")[0] in _STAFF or fold(word) in WHOLE


def read_title_before_name(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директор Иванова И.И.»: the title waits for its name. After a name without a title it is asked whose it is."""
    names = walk.shares.get(walk.index, 0)
    if names:  # «учителя физики Вязова А.К., Лосев П.И.»
        role, target = title_of(walk, phrase)
        if following is not None and (following.kind == "schools" or len(phrase.targets) > 1):
            target, walk.unplaced = None, phrase.start  # «учителя СОШ № 4 и СОШ № 6 Вязова А.К., Лосев П.И.»
        walk.titled, walk.names, walk.many = (singular_role(role), target), names, True
        if names == 1 and following is not None:
            governs(walk, phrase, role)
        if names == 1 and following is not None and not goes_on(walk):
            walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", phrase.start, following.end)
        return True
    if phrase.kind == "title" and following is not None and following.kind == "person" and following.joint == ":":
        if is_body(phrase):  # «Рабочая группа в составе: Вязова А.К., …»: the group, and its people
            return False
        role, target = title_of(walk, phrase)
        target = target or _place_of_bracket(walk, phrase)
        walk.titled, walk.many = (singular_role(role), target), is_plural(phrase)
        return True
    if walk.index not in walk.ahead:
        return _read_first_post(walk, phrase, following)
    if phrase.joint == "," and walk.waiting and walk.drafts[-1].role is None and following is not None:
        start = walk.drafts[-1].start
        walk.doubt(
            "title_order",
            f"Чья должность: «{squeeze(walk.text[start : following.end])}»?",
            start,
            following.end,
        )
    if phrase.kind == "unknown" and not is_post(phrase) and following is not None:
        printed = squeeze(walk.text[phrase.start : phrase.end])
        walk.doubt("unknown_phrase", f"Какая это должность: «{printed}»?", phrase.start, following.end)
    role, target = title_of(walk, phrase)
    walk.pending = (role, target or _place_of_bracket(walk, phrase), phrase)
    walk.roles = ()
    return True


def _place_of_bracket(walk: Walk, phrase: Phrase) -> Target | None:
    """«МБУК «ЦБС» (директор Вязова А.К.)»: the place before the bracket."""
    before = walk.drafts[-1] if walk.drafts else None
    placed = before is not None and before.kind in ("school", "organization")
    return before.target if before is not None and placed and phrase.joint == "(" else None


def _read_first_post(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Заместитель главы – начальник управления образования Хохлов А.К.»: the first of two posts of one name."""
    if following is None or following.joint != "-" or walk.index + 1 not in walk.ahead or not is_post(phrase):
        return False
    walk.first_post = title_of(walk, phrase)
    return True


def read_label(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Ответственный – директор школы», «Исполнители: …», «Отв. Яркова Н.А.»: what the column says, nobody's title."""
    words = " ".join(fold(unit.text) for unit in phrase.units if unit.kind != "bracket")
    if words not in LABELS or following is None:
        return False
    return following.joint in (":", "-") or (following.kind == "person" and following.joint in ("", "\n"))


def read_bare_before_and(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители и заместители руководителей по УВР Средних школ №№ 2, 7»: two titles, one list."""
    if phrase.kind != "title" or following is None or following.joint != "и" or following.kind != "title":
        return False
    if phrase.targets:
        return False
    shared = _schools_of_both(walk, phrase, following)
    if shared is not None:
        walk.drafts.append(
            Draft(phrase.start, phrase.end, "group", None, f"{role_of(phrase, walk.text)} {shared}", None, "group", 1.0, plural=True)
        )
        walk.waiting, walk.roles = [], ()
        return True
    if not (following.targets or walk.shared):
        return False
    if len(phrase.words) > 2 and not (is_plural(phrase) and following.units[-1].kind == "schools"):
        return False
    walk.shared.append((role_of(phrase, walk.text), phrase.start, phrase.end))
    return True


def _schools_of_both(walk: Walk, phrase: Phrase, following: Phrase) -> str | None:
    """«Директора и заведующие ОУ» → «ОУ»: both plurals are of all schools; None where the second alone says of what."""
    if len(phrase.words) > 1 or not (is_plural(phrase) and is_plural(following)) or following.targets:
        return None
    head = following.head
    rest = [] if head is None else [unit.text for unit in following.words[head.index + 1 :]]
    return rest[0] if len(rest) == 1 and fold(rest[0]) in _SETS_OF_SCHOOLS else None
