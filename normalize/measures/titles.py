"""The title of a person whom a measure's own text names: before the name, or behind it and a comma."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.fold import fold, read_cyrillic, squeeze
from normalize.measures.acting_titles import acting_role, is_acting, with_acting
from normalize.measures.adjectives import POST_ADJECTIVES, first_adjective, role_before_name, stands_behind_po
from normalize.measures.appointed import appointed_title
from normalize.measures.places import school_before_title
from normalize.morphology import can_be_genitive, dictionary_form, names_person, noun_cases, parses
from normalize.parties.drafts import Draft
from normalize.parties.units import Unit
from normalize.people.spans import PersonName
from normalize.people.surname_looks import stands_oblique
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.post_of_one import role_of_one
from normalize.titles.roles import nominative_role, number_of_post, read_role
from normalize.vocabulary import forms_of

# «Жигулиной М.Л., куратора регионального проекта школ … округа в ОУ №№ 2, 7»: where the title ends
_TITLE = re.compile(
    r"\s*(?P<mark>[,–—-])\s*(?P<title>[а-яё](?:(?!\s[-–—]\s)[^,.;:()«»]|(?<=[а-яё])\.(?=\s?[а-яё])|(?<=\b[а-яё]{3})\.(?=\s?[А-ЯЁ]{2}))*)"
)
_LEADS_ON = re.compile(r"\s*,\s*[а-яё]+\.\s?[^,.;:()«»]*")
_DASH = re.compile(r"\s[-–—]\s*")
_POSTS = frozenset(forms_of("roles", "post"))
_TITLE_END = re.compile(r"\s(?:в|на|по теме|для|с|из|о|об|и)\s")
_OF_SEVERAL = re.compile(r"[а-яё-]+\s+(?:школ|лицеев|гимназий|учреждений|организаций|О[ОУ])(?![\w-])")

_DUTIES = frozenset(forms_of("roles", "assignment")) | frozenset(forms_of("roles", "function"))

HEADS = frozenset({"заведующий", "заведующая"})  # in the nominative; to the dictionary they are forms of «заведовать»
BEFORE, BEHIND = "title before the name", "title behind the name"
NOMINATIVE = "nominative title before the name"  # so does the name stand: «(инспектор ПДН Вязова А.К.)»


def read_person(text: str, name: PersonName, before: Sequence[Unit], behind: Sequence[Unit]) -> Draft:
    """One name with the title that is printed beside it alone; what a list shares comes later."""
    draft = Draft(name.start, name.end, "person", name, None, None, "name in the measure", 1.0)
    titled = _with_title_behind(text, draft, behind)
    if titled is not None and not _is_of_next(text, name.end, behind):
        return titled
    return _with_title_before(text, draft, before)


def _with_title_behind(text: str, draft: Draft, behind: Sequence[Unit]) -> Draft | None:
    """«Жигулиной М.Л., куратора регионального проекта» → «куратор регионального проекта»; None for no title.

    So «Назначить Жигулину М.Л. куратором проекта». With its school or organization where one stands in it: «Лаптева
    И.С., директора Средней школы № 34».
    """
    plain = read_cyrillic(text)
    match = _TITLE.match(plain, draft.end) or appointed_title(plain, draft.start, draft.end)
    if match is None:
        return None
    places = [unit for unit in behind if unit.targets and match.start("title") < unit.start < match.end()]
    title = text[match.start("title") : places[0].start] if places else match["title"]
    cut = squeeze(_TITLE_END.split(title + " ")[0])
    words = [word for word in cut.split(" ")[:3] if len(word) > 1]
    if not any(names_person(word) or fold(word) in ABBREVIATIONS for word in words):  # «г. Лесной»
        return None
    if match["mark"] != "," and (not _begins_with_post(cut) or any(map(_is_verb, cut.split(" ")))):
        return None
    one = bool(places) and len(cut) >= len(squeeze(title)) and len(places[0].targets) == 1
    role = _read_title(cut)
    plural = _is_plural(cut) or _is_plural(role) or (_may_be_plural(cut) and _is_of_several(match["title"], places))
    return replace(
        draft,
        role=role_of_one(role) if plural else role,
        target=places[0].targets[0] if one else None,
        rule=BEHIND,
        plural=plural,
    )


def _begins_with_post(title: str) -> bool:
    """«главный специалист УО» of «Вязова А.К. – главный специалист УО»; not «победители» of «… – победители тура»."""
    words = re.findall(r"[\w-]+", title)
    at = next((at for at, word in enumerate(words) if dictionary_form(word) not in POST_ADJECTIVES), 0)
    post = words[at]
    return is_acting(title) or _is_post(post) or dictionary_form(post) in _DUTIES or fold(words[0]) in ABBREVIATIONS


def _is_verb(word: str) -> bool:
    """«делятся» of «Вязова А.К. – учителя делятся опытом»."""
    return bool(parses(word)) and all(parse.tag.POS == "VERB" for parse in parses(word))


def _read_title(printed: str) -> str:
    """The title in the nominative: «зам. директора» is written out, «куратора проекта» inflected."""
    if is_acting(printed):
        return acting_role(printed)
    return read_role(printed) if "." in printed else nominative_role(printed)


def _head_noun(title: str) -> str:
    return next((word for word in title.split(" ")[:3] if names_person(word)), "")


def _is_plural(title: str) -> bool:
    head = _head_noun(title)
    return names_person(head, "plur") and not names_person(head, "sing")


def _may_be_plural(title: str) -> bool:
    return names_person(_head_noun(title), "plur")


def _is_of_several(title: str, places: Sequence[Unit]) -> bool:
    """«директора школ № 2, № 9», «директора школ»: «директора» alone may be one, in another case."""
    return _OF_SEVERAL.match(title) is not None or (bool(places) and len(places[0].targets) > 1)


def _is_of_next(text: str, end: int, behind: Sequence[Unit]) -> bool:
    """«…, зам. директора Лосев П.И.», «…, директора СОШ № 5 Лосева П.И.»: a title that leads on to a further name."""
    at = next((index for index, unit in enumerate(behind) if unit.kind == "person"), None)
    if at is None:
        return False
    title = _TITLE.match(read_cyrillic(text), end)
    if title is not None and _DASH.fullmatch(text, title.end(), behind[at].start):
        return True  # «…, учитель физики – Лосев П.И.»
    return _LEADS_ON.fullmatch(text, end, behind[at].start) is not None or _leads_on(text, behind[:at], behind[at])


def _leads_on(text: str, between: Sequence[Unit], person: Unit) -> bool:
    return post_before(text, person.start, between)[0] is not None


def _with_title_before(text: str, draft: Draft, before: Sequence[Unit]) -> Draft:
    """«учителем русского языка Средней школы № 14 О.В. Ивановой»: the nearest post before the name.

    Between the post and the name only what the post governs may stand; a separator or a preposition other than
    «по» ends the search: «встреча с ветеранами, М.А. Дроздовой» gives her no post.
    """
    mark = before[-1].text.strip() if before and before[-1].kind == "separator" else ""
    end = before[-1].start if mark in MARKS else draft.start
    before = before[:-1] if mark in MARKS else before
    post, place = post_before(text, draft.start, before)
    if post is None or (mark in MARKS and not _may_open_list(text, post, mark, draft)):
        return draft
    if mark == "(" and not _is_heads_school(post, place):
        return draft
    return _titled(text, draft, before, post, place, end)


MARKS = (":", "-", "–", "—", "(")


def post_before(text: str, end: int, before: Sequence[Unit]) -> tuple[Unit | None, Unit | None]:
    """The post that governs what stands between it and `end`, and the one school or organization there."""
    place = post = None
    for at in reversed(range(len(before))):
        unit = before[at]
        if unit.kind in ("schools", "organization") and place is None and len(unit.targets) == 1:
            place = unit
        elif unit.kind == "word" and _is_post(unit.text):
            post = unit
        elif not (_is_transparent(unit) or stands_behind_po(before, at) or _is_quotation(text, unit, end)):
            break
    return post, place if post is None or (place is not None and place.start > post.start) else None


def _may_open_list(text: str, post: Unit, mark: str, draft: Draft) -> bool:
    """«кураторы – Вязова А.К.», «учителей: Вязовой А.К.»; not «Семинар для учителей: Вязова А.К.», who gives it.

    Nor «Час директора: Вязова А.К.».
    """
    if mark == "(":
        return True
    cases = {case for case, _ in noun_cases(post.text)}
    if cases == {"nomn"} or ("nomn" in cases and text[: post.start].rstrip().endswith("(")):  # «(директора: …»
        return True
    if mark != ":" or draft.person is None:
        return False
    return _is_oblique(draft.person) or _meets_heads(text, post, draft)


def _meets_heads(text: str, post: Unit, draft: Draft) -> bool:
    """«собеседования с директорами: Вязова А.К. (СОШ № 5)»: heads whose schools stand with their names."""
    with_them = re.search(r"(?<![а-яё])со?\s+$", text[: post.start]) is not None
    school_behind = re.match(r"\s*\([^()]*№", text[draft.end :]) is not None
    return with_them and school_behind and dictionary_form(post.text) in _HEADS_OF_SCHOOLS


def _is_oblique(name: PersonName) -> bool:
    return name.oblique or stands_oblique(name.surname)


def _is_heads_school(post: Unit, place: Unit | None) -> bool:
    """«директора СОШ № 2 (Вязова А.К.)»; in the bracket behind «учителей СОШ № 2» may be anybody."""
    return place is not None and place.kind == "schools" and dictionary_form(post.text) in _HEADS_OF_SCHOOLS


_HEADS_OF_SCHOOLS = ("директор", "заведующий", "руководитель", "начальник")


def _titled(text: str, draft: Draft, before: Sequence[Unit], post: Unit, place: Unit | None, end: int) -> Draft:
    """`end`: where the title ends that has no place."""
    opening = with_acting(before, first_adjective(before, post))
    printed = squeeze(text[opening.start : end if place is None else place.start]).rstrip(" ,(")
    role = acting_role(printed) if is_acting(printed) else role_before_name(printed, post)
    plural = number_of_post(post.text.rsplit(" ", 1)[-1]) == "plur" or _is_plural(role)  # «зам. директоров»
    target = place.targets[0] if place is not None else None
    if place is None and _is_free(post):
        target = school_before_title(text, opening, role, before)
    nominative = noun_cases(post.text) == {("nomn", "sing")} or post.text in HEADS
    rule = NOMINATIVE if nominative else BEFORE
    return replace(draft, role=role_of_one(role) if plural else role, target=target, rule=rule, plural=plural)


def _is_free(post: Unit) -> bool:
    """«(директор Вязова А.К.)», «(дир. Вязова А.К.)»; not «…, директора Вязовой А.К.», which may be hers anywhere."""
    return fold(post.text) in ABBREVIATIONS or ("nomn", "sing") in noun_cases(post.text)


def _is_post(word: str) -> bool:
    """True for a post in any case: «учителем», «координатора», «врачом-наркологом»."""
    written_out = ABBREVIATIONS.get(fold(word), "").split(" ")[0]
    base = dictionary_form(word.rsplit(" ", 1)[-1])  # «физ. инструктор»
    first, _, last = base.rpartition("-")
    compound = first in _POSTS and names_person(last)  # «врачом-наркологом»
    return word[0].islower() and (compound or word in HEADS or base in _POSTS or written_out in _POSTS)


def _is_transparent(unit: Unit) -> bool:
    """What may stand between a post and its name: brackets, and words that the post governs."""
    return unit.kind == "bracket" or (unit.kind == "word" and _is_governed(unit.text))


def _is_governed(word: str) -> bool:
    return word == "по" or word.isupper() or can_be_genitive(word) or not word.isalpha()


def _is_quotation(text: str, unit: Unit, end: int) -> bool:
    """True inside «…» that both opens and closes between the unit and the name: «проекта «500+» Плотниковой»."""
    between = text[unit.start : end]
    return "«" in text[: unit.end] and between.count("»") > between.count("«")
