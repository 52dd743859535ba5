"""Rules of responsible cells about a title that goes on from name to name, with a subject or school of each."""

from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.organization_names import organization_key
from normalize.parties.class_lists import names_classes
from normalize.parties.phrase import Phrase
from normalize.parties.subject_lists import are_subjects, subjects_in_genitive
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_body, is_plural, is_post, title_of
from normalize.schools.numbered import school_key, school_name
from normalize.titles.post_of_one import heads_a_body, role_at_school, role_of_one
from normalize.titles.roles import LABELS, SUBJECT_NAMES, read_role, singular_role
from normalize.titles.subjects import in_genitive
from normalize.vocabulary import forms_of

_REMARKS = frozenset(forms_of("roles", "remark"))
_MEMBERS = frozenset(forms_of("roles", "members"))
_BESIDE = ("", "(", "-", ":")  # what may stand between a school and its name
_BEHIND = (*_BESIDE, "\n")  # … and between a subject and its name


def read_remark(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«ЦРБ (Бойко С.С. – по согласованию)»: says how, and names nobody; so «Вязова А.К. (отв.)».

    So is «в составе» of «Рабочая группа под руководством Вязовой А.К. в составе: Лосева П.И., …».
    """
    if not walk.drafts:
        return False
    printed = fold(walk.text[phrase.start : phrase.end])
    beside = walk.drafts[-1].kind == "person" and not walk.text[walk.drafts[-1].end : phrase.start].strip(" (")
    if printed in _MEMBERS:
        return following is not None and following.kind == "person"
    return printed in _REMARKS or (phrase.joint == "(" and beside and printed in LABELS)


def read_subject(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Специалисты УО: Вязова А.К. – математика, Лосев П.И. – физика»: what a person is for, and no party.

    So «Галка В.В. – 5 «А» кл.», «Вязова А.К. – ГИА-11».
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or (phrase.joint != "-" and not _is_further_subject(walk, phrase)):
        return False
    printed = _printed(walk, phrase)
    is_exam = phrase.joint == "-" and _EXAM.fullmatch(printed) is not None
    return is_exam or fold(printed) in SUBJECT_NAMES or names_classes(printed)


_EXAM = expression(r"(?:ГИА|ГВЭ|ИС)[\s-]?(?:9|11)|ЕГЭ|ОГЭ|ВПР")


def _is_further_subject(walk: Walk, phrase: Phrase) -> bool:
    """«биология» of «Вязова А.К. – химия, биология, Лосев П.И. – физика»; not of «…, биология – Лосев П.И.»."""
    before, behind = walk.phrases[walk.index - 1], _phrase_at(walk, walk.index + 1)
    opens = behind is not None and behind.kind == "person" and behind.joint in ("-", "(", "")
    return phrase.joint in (",", "и") and fold(_printed(walk, before)) in SUBJECT_NAMES and not opens


def read_governing_title(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители РМО: учителей математики (Вязова А.К.), физики (Лосев П.И.)»: it goes on with each subject.

    So «Руководители РМО: русский язык – Вязова А.К., физика – Лосев П.И.»; «Директора: СОШ № 4 Вязова А.К., МБУ «ИМЦ»
    Лосев П.И.»: with each school or organization.
    """
    if phrase.kind != "title" or is_body(phrase) or following is None or following.joint != ":":
        return False
    name = _phrase_at(walk, walk.index + 2)
    if name is None or name.kind != "person":
        return False
    role, target = title_of(walk, phrase)
    one = singular_role(role)
    if _is_place_before(following, name) and (following.kind == "schools" or heads_a_body(one)):
        walk.governing = (role_at_school(one), following.targets[0])
        return True
    if name.joint not in _BEHIND:
        return False
    if is_plural(phrase) and (_is_field(walk, following) or names_classes(_printed(walk, following))):
        walk.governing = (one, target)
        return True
    if not are_subjects(_printed(walk, following)) and not (_LEADS.search(one) and _is_unknown_field(following, name)):
        return False
    walk.governing = (role_of_one(role), target)
    return True


def _is_place_before(place: Phrase, name: Phrase) -> bool:
    """«СОШ № 4 Вязова А.К.», «МБУ «ИМЦ» – Лосев П.И.»; schools with names behind dashes are a list of their own.

    So are organizations of all but heads: «Партнеры: МБУК «ЦБС» (Вязова А.К.), ДШИ».
    """
    if place.kind not in ("schools", "organization") or len(place.targets) != 1:
        return False
    return name.joint in (("", "\n") if place.kind == "schools" else _BESIDE)


def read_title_with_field(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители РМО учителей математики Вязова А.К., физики Лосев П.И.»: «руководитель РМО учителей физики»."""
    if walk.governing is None or following is None or following.kind != "person" or following.joint not in _BEHIND:
        return False
    (role, target), printed = walk.governing, _printed(walk, phrase)
    if names_classes(printed):  # «учителя начальных классов: 1 кл. – Галка В.В., 2 кл. – Сойка Н.Н.»
        of_class = read_role(f"{role} {printed}") if role == "классный руководитель" else role
        walk.governing, walk.pending, walk.waiting = (role, target), (of_class, target, phrase), []
        return True
    if not _is_field(walk, phrase):
        known = are_subjects(printed) or (_LEADS.search(role) and _is_unknown_field(phrase, following))
        return bool(known) and _take_subject(walk, phrase, following, role, target)
    teachers = _TEACHERS.match(printed)
    walk.governing = (role, target)
    if teachers is not None:  # «математики» after «учителей физики»: of teachers too
        role = role.removesuffix(teachers.group().strip()).strip()
        walk.governing = (f"{role} {teachers.group().strip()}", target)
    walk.pending, walk.waiting = (f"{role} {printed}", target, phrase), []
    return True


def _take_subject(walk: Walk, phrase: Phrase, following: Phrase, role: str, target: Target | None) -> bool:
    """«математика – Вязова А.К.»: «руководитель РМО математики»; of what is no subject she leads something, asked."""
    printed = _printed(walk, phrase)
    subjects = subjects_in_genitive(printed) if are_subjects(printed) else None
    if subjects is None:
        walk.doubt("unknown_phrase", f"«{role}» чего: «{printed}»?", phrase.start, following.end)
    of_subject = (
        f"{role} {subjects_in_genitive(printed)}" if are_subjects(printed) and _HAS_FIELD.search(role) else role
    )
    walk.pending, walk.waiting = (of_subject, target, phrase), []
    walk.governing = (role, target)
    return True


def read_title_with_school(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директора СОШ № 4 Вязова А.К., № 6 Лосев П.И., лицея № 8 Юдин М.М.»: each is the director of his school."""
    if walk.governing is None or following is None or following.kind != "person" or following.joint not in _BESIDE:
        return False
    role, first = walk.governing
    target = None if first is None else _school_of(walk, phrase, first)
    beside = following.joint == "" or phrase.kind != "organization" or walk.many or heads_a_body(role)
    if target is not None and following.joint == "(" and target.kind != (first and first.kind) and _is_of_one(walk):
        return False  # «директор лицея № 2 Брылин Ф.А., ДДТ «Орион» (Вязова А.К.)»: who speaks for it
    if target is None or not beside:  # «Методист МБУ «ИМЦ» Вязова А.К., МБУ «ЦРО» (Лосев П.И.)»: its man
        return False
    walk.governing = (role, target)
    if following.joint == ":" and walk.many:  # «Учителя СОШ № 1: Вязова А.К., …; СОШ № 10: Лосев П.И., …»
        walk.titled, walk.waiting = (role, target), []
        return True
    walk.pending, walk.waiting = (role, target, phrase), []
    return True


def _is_of_one(walk: Walk) -> bool:
    """Whether the title that goes on is printed in the singular: «директор», not «Директора:»."""
    titles = [one for one in walk.phrases[: walk.index] if one.kind == "title"]
    return bool(titles) and not is_plural(titles[-1])


def governs(walk: Walk, phrase: Phrase, role: str) -> None:
    """Keeps the title before one name for the names that follow with subjects or schools of their own."""
    if len(phrase.targets) == 1 and phrase.units[-1].kind in ("schools", "organization"):
        walk.governing = (singular_role(role), phrase.targets[0])
        return
    found = _WITH_FIELD.match(singular_role(role))
    if found is not None:
        walk.governing = (found["title"], phrase.targets[0] if phrase.targets else None)


def goes_on(walk: Walk) -> bool:
    """Whether behind the one name of a title a further subject or school stands with a name of its own."""
    part, name = _phrase_at(walk, walk.index + 2), _phrase_at(walk, walk.index + 3)
    if walk.governing is None or part is None or name is None or name.kind != "person" or name.joint not in _BESIDE:
        return False
    if part.kind == "organization" and name.joint != "":
        return False  # «Методисты МБУ «ИМЦ» Вязова А.К., МБУ «ЦРО» (Лосев П.И.)»
    return _is_field(walk, part) or _school_of(walk, part, walk.governing[1]) is not None


def _printed(walk: Walk, phrase: Phrase) -> str:
    return squeeze(walk.text[phrase.start : phrase.end])


def _phrase_at(walk: Walk, index: int) -> Phrase | None:
    return walk.phrases[index] if index < len(walk.phrases) else None


_TEACHERS = expression(r"(?:учителей|педагогов|преподавателей|воспитателей)\s(?=\S)")
_WITH_FIELD = expression(
    r"(?P<title>учитель|преподаватель|.*\b[РШГ]?МО(?:\s(?:учителей|педагогов|преподавателей))?)\s\S"
)
# Of these a subject says which: «руководитель РМО физики»; «специалист», «эксперт» have one and are not named by it
_LEADS = expression(r"\b[РШГ]?МО$|объединени[йя]$")
_HAS_FIELD = expression(rf"{_LEADS.pattern}|^(?:учитель|преподаватель)$")
_NUMBER = expression(r"№\s*(?P<number>\d{1,3})")


def _is_field(walk: Walk, phrase: Phrase) -> bool:
    """«учителей начальных классов», «физики», «русского языка»."""
    printed = _printed(walk, phrase)
    return _TEACHERS.match(printed) is not None or fold(printed) in in_genitive()


def _is_unknown_field(phrase: Phrase, name: Phrase) -> bool:
    """«дошкольное образование – Вязова А.К.», «логопеды – Лосева П.И.»: no post of one person."""
    return phrase.kind in ("unknown", "title") and not is_post(phrase) and name.joint in ("-", "(")


def _school_of(walk: Walk, phrase: Phrase, before: Target | None) -> Target | None:
    """The one school that a phrase is: «лицея № 8», or «№ 6» of the type of the school before."""
    if phrase.kind == "schools" or (phrase.kind == "organization" and _is_alike(phrase, before)):
        return phrase.targets[0] if len(phrase.targets) == 1 else None
    found = _NUMBER.fullmatch(walk.text[phrase.start : phrase.end])
    if found is None or before is None:
        return None
    number, start = found["number"], phrase.start + found.start("number")
    if before.kind != "school" and before.name.startswith(_KINDERGARTEN):
        name = f"{_KINDERGARTEN}{number}"
        return replace(before, key=organization_key(name), name=name, start=start, end=phrase.end)
    if before.kind != "school":
        return None
    key, name = school_key(before.school_type, number, None), school_name(before.school_type, number, None)
    return replace(before, key=key, name=name, start=start, end=phrase.end, school_number=number, status=None)


def _is_alike(phrase: Phrase, before: Target | None) -> bool:
    """«МБУ «ИМЦ»» after «МБДОУ «Теремок»»; not «Управление образования», which has no post of that kind."""
    above = ("authority", "ministry")
    return before is not None and (before.kind in above or all(one.kind not in above for one in phrase.targets))


_KINDERGARTEN = "Детский сад № "
