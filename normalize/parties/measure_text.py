"""People and schools in a measure's own text (CONTRACT.md §2: nothing else is a party there)."""

import re
from dataclasses import replace
from functools import lru_cache

from normalize.fold import fold, read_cyrillic, squeeze
from normalize.morphology import can_be_genitive, dictionary_form, names_person, noun_cases
from normalize.parties.drafts import SHARED, CellReading, Draft
from normalize.parties.letters_apart import spellings_in
from normalize.parties.lexer import lex
from normalize.parties.measure_places import school_before_title
from normalize.parties.phrase_words import begins_exception
from normalize.parties.units import Target, Unit
from normalize.people import PersonName
from normalize.roles import nominative_role, read_role, singular_role
from normalize.title_heads import ABBREVIATIONS
from normalize.vocabulary import forms_of

# «Жигулиной М.Л., куратора регионального проекта школ … округа в ОУ №№ 2, 7»: where the title ends
_TITLE = re.compile(r"\s*,\s*(?P<title>[а-яё](?:[^,.;:()«»]|(?<=[а-яё])\.(?=\s?[а-яё]))*)")
_LEADS_ON = re.compile(r"\s*,\s*[а-яё]+\.\s?[^,.;:()«»]*")
_POSTS = frozenset(forms_of("roles", "post"))
_ADJECTIVES = frozenset(forms_of("roles", "post_adjective"))
_TITLE_END = re.compile(r"\s(?:в|на|по теме|для|с|из|о|об|и)\s")


# «к юбилею А.С. Пушкина», «Письмо Ю.А. Гагарину», «на приз Г.И. Вязова»,
# «посвящённый Герою Советского Союза И.П. Вязову»: no party
_HONOURED = re.compile(
    r"(?i)\b(?:юбиле|памят|творчеств|произведени|стих|сказк|рассказ|роман|геро|писател|поэт|композитор|космонавт|художник"
    r"|посвящ[её]нн)\w*(?:\s+[А-ЯЁа-яё]+){0,2}\s*$|\b(?:приз|кубок|кубка|рождения|смерти|подвигу?а?|письм[оа]|спектакл[ья]|пьес[аы]е?)(?:\s+[а-яё]+)?\s*$"
)


def read_measure(text: str, acronyms: dict[str, Target]) -> CellReading:
    """The people and schools that a measure's text names, left to right; no doubts arise here.

    A school's acronym counts where the order proves it («КУГ»).
    """
    words = spellings_in(text)
    return _read_measure(text, tuple((spelling, target) for spelling, target in acronyms.items() if spelling in words))


@lru_cache(maxsize=8192)
def _read_measure(text: str, acronyms: tuple[tuple[str, Target], ...]) -> CellReading:
    units = lex(text, dict(acronyms))
    drafts: list[Draft] = []
    left_out = False
    for index, unit in enumerate(units):
        if unit.kind == "person" and unit.person is not None and not _HONOURED.search(text[: unit.start]):
            drafts.append(_read_person(text, unit.person, units[:index], units[index + 1 :], drafts))
        left_out = begins_exception(units, index) or (left_out and _still_left_out(unit))
        if unit.kind == "schools" and not left_out:
            drafts += [_read_school(unit, target) for target in unit.targets if target.kind == "school"]
    return CellReading(tuple(drafts), ())


def _still_left_out(unit: Unit) -> bool:
    """«за исключением СОШ № 3 и лицея № 9»: schools, and what joins them."""
    return unit.kind in ("schools", "and") or unit.text.strip() == "," or unit.text == "исключением"


def _read_school(unit: Unit, target: Target) -> Draft:
    span = (unit.start, unit.end) if len(unit.targets) == 1 else (target.start, target.end)
    return Draft(*span, "school", None, None, target, "school in the measure", 1.0)


def _read_person(
    text: str, name: PersonName, before: tuple[Unit, ...], behind: tuple[Unit, ...], drafts: list[Draft]
) -> Draft:
    draft = Draft(name.start, name.end, "person", name, None, None, "name in the measure", 1.0)
    role, target = _title_behind(text, name.end, behind)
    if role is not None and not _is_of_next(text, name.end, behind):
        return replace(draft, role=role, target=target, rule="title behind the name")
    if len(before) > 1 and before[-1].kind == "and" and before[-2].kind == "person" and drafts and drafts[-1].plural:
        return replace(draft, role=drafts[-1].role, rule=SHARED)
    return _with_title_before(text, draft, before)


def _title_behind(text: str, end: int, behind: tuple[Unit, ...]) -> tuple[str | None, Target | None]:
    """«Жигулиной М.Л., куратора регионального проекта» → «куратор регионального проекта»; None for no title.

    With its school or organization where one stands in it: «Лаптева И.С., директора Средней школы № 34».
    """
    match = _TITLE.match(read_cyrillic(text), end)
    if match is None:
        return None, None
    places = [unit for unit in behind if unit.targets and match.start("title") < unit.start < match.end()]
    title = text[match.start("title") : places[0].start] if places else match["title"]
    cut = _TITLE_END.split(title + " ")[0]
    words = [word for word in squeeze(cut).split(" ")[:3] if len(word) > 1]
    if not any(names_person(word) or fold(word) in ABBREVIATIONS for word in words):  # «г. Лесной»
        return None, None
    one = places and len(cut) > len(title.rstrip()) and len(places[0].targets) == 1
    read = read_role if "." in cut else nominative_role  # «зам. директора»
    return read(squeeze(cut)), places[0].targets[0] if one else None


def _is_of_next(text: str, end: int, behind: tuple[Unit, ...]) -> bool:
    """«…, зам. директора Лосев П.И.»: an abbreviated title behind a name that leads on to a further name."""
    person = next((unit for unit in behind if unit.kind == "person"), None)
    return person is not None and _LEADS_ON.fullmatch(text, end, person.start) is not None


def _with_title_before(text: str, draft: Draft, before: tuple[Unit, ...]) -> Draft:
    """«учителем русского языка Средней школы № 14 О.В. Ивановой»: the nearest post before the name.

    Between the post and the name only what the post governs may stand; a separator or a preposition other than
    «по» ends the search: «встреча с ветеранами, М.А. Дроздовой» gives her no post.
    """
    place = post = None
    for unit in reversed(before):
        if unit.kind in ("schools", "organization") and place is None and len(unit.targets) == 1:
            place = unit
        elif unit.kind == "word" and _is_post(unit.text):
            post = unit
        elif not (_is_transparent(unit) or _is_quotation(text, unit, draft)):
            break
    if post is None:
        return draft
    opening = _first_adjective(before, post)
    end = place.start if place is not None and place.start > post.start else draft.start
    printed = squeeze(text[opening.start : end])
    role = read_role(printed) if fold(post.text) in ABBREVIATIONS else nominative_role(printed.rstrip(" ,("))
    plural = names_person(post.text, "plur") and not names_person(post.text, "sing")
    target = place.targets[0] if place is not None else None
    if place is None and _is_free(post):
        target = school_before_title(text, opening, role, before)
    rule = NOMINATIVE if noun_cases(post.text) == {("nomn", "sing")} else "title before the name"
    return replace(draft, role=singular_role(role) if plural else role, target=target, rule=rule, plural=plural)


def _is_free(post: Unit) -> bool:
    """«(директор Вязова А.К.)», «(дир. Вязова А.К.)»; not «…, директора Вязовой А.К.», which may be hers anywhere."""
    return fold(post.text) in ABBREVIATIONS or ("nomn", "sing") in noun_cases(post.text)


NOMINATIVE = "nominative title before the name"  # so does the name stand: «(инспектор ПДН Вязова А.К.)»


def _first_adjective(before: tuple[Unit, ...], post: Unit) -> Unit:
    """«муниципального координатора»: the adjectives of a post belong to its title; «назначенных» does not."""
    opening = post
    for unit in reversed(before[: before.index(post)]):
        if unit.kind != "word" or dictionary_form(unit.text) not in _ADJECTIVES:
            break
        opening = unit
    return opening


def _is_post(word: str) -> bool:
    """True for a post in any case: «учителем», «координатора», «врачом-наркологом»."""
    written_out = ABBREVIATIONS.get(fold(word), "").split(" ")[0]
    first, _, last = dictionary_form(word).rpartition("-")
    compound = first in _POSTS and names_person(last)  # «врачом-наркологом»
    return word[0].islower() and (compound or dictionary_form(word) in _POSTS or written_out in _POSTS)


def _is_transparent(unit: Unit) -> bool:
    """What may stand between a post and its name: brackets, and words that the post governs."""
    return unit.kind == "bracket" or (unit.kind == "word" and _is_governed(unit.text))


def _is_governed(word: str) -> bool:
    return word == "по" or word.isupper() or can_be_genitive(word) or not word.isalpha()


def _is_quotation(text: str, unit: Unit, draft: Draft) -> bool:
    """True inside «…» that both opens and closes between the unit and the name: «проекта «500+» Плотниковой»."""
    between = text[unit.start : draft.start]
    return "«" in text[: unit.end] and between.count("»") > between.count("«")
