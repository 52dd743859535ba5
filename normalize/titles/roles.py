"""Titles: the words of a post or a body → a role in the nominative, written out (CONTRACT.md §2)."""

import re
from functools import lru_cache

from ingest.expressions import expression
from normalize.fold import fold, read_cyrillic, squeeze
from normalize.morphology import (
    adjective_cases,
    dictionary_form,
    inflect,
    is_word,
    names_person,
    parses,
)
from normalize.titles.age_groups import write_out_groups
from normalize.titles.agreement import agree
from normalize.titles.class_nouns import is_short_of_all, write_out_nouns
from normalize.titles.compounds import join_compounds
from normalize.titles.heads import OF_CLASSES, PEOPLE, find_head
from normalize.titles.written_out import expand, write_out_classes
from normalize.vocabulary import alternatives, forms_of

SUBJECTS = frozenset(fold(form) for form in forms_of("roles", "subject"))
LABELS = frozenset(fold(form) for form in forms_of("roles", "label"))
OWN_LABELS = frozenset(
    fold(form) for form, value in forms_of("roles", "label").items() if value in ("label", "short label")
)
DUTY_LABELS = frozenset(fold(form) for form in forms_of("roles", "duty_label"))
SUBJECT_NAMES = frozenset(fold(form) for form in forms_of("roles", "subject_name"))
AREAS = frozenset(fold(form) for form in forms_of("roles", "area"))
_SOURCES = expression(r"\s+из\s+числа\b.*$|\s+в\s+составе\b.*$", re.DOTALL)
# «педагоги по графику», «учителя согласно расписанию занятий»: when, not who
_SCHEDULE = expression(
    rf"(?i)(?<=[а-яё.])\s+(?:{alternatives('roles', 'by_schedule')})(?:\s+(?:дежурств\w*|занятий|уроков|работы))?\s*$"
)
_LOOSE_END = expression(
    r"(?:\s+(?:под\s+(?:руководством|председательством)|во\s+главе|при|в|из|от|на|базе|с|со|и|по|для|г\.?)|[\s,;:.\-–—])+$"
)
# «учителя – логопеды»; not «родители – члены комитета», where the second says which of the first
_PARTED_COMPOUND = expression(
    rf"(?<=[а-яё])(?:\s+[-–—]\s*|[-–—]\s+)(?!(?:{alternatives('roles', 'which_of_them')})(?!\w))(?=[а-яё])"
)
_LOOSE_START = expression(r"^(?:[\s,;:.\-–—]|и\s)+")


def read_role(printed: str) -> str:
    """A title as the contract wants it: abbreviated posts written out, first letter small, brackets left out.

    «Зам. директора по УВР» → «заместитель директора по УВР»; «Экспертная группа (совет)» → «экспертная
    группа»; «… группа из числа специалистов …» → «… группа».
    """
    text = _areas_of_bracket(read_cyrillic(printed))
    text = join_compounds(squeeze(re.sub(r"\([^()]*\)?", " ", text)))
    text = re.sub(r"\s+,", ",", _SCHEDULE.sub("", _SOURCES.sub("", text)))
    text = re.sub(r"\bпо(?=[А-ЯЁ]{2})", "по ", text)
    several = is_short_of_all(text)
    text = expand(write_out_groups(write_out_classes(write_out_nouns(text))))
    text = re.sub(r"(?<=[а-яё])[–—](?=[а-яё])", "-", text)
    text = _PARTED_COMPOUND.sub("-", text)
    text = _MARK_BEFORE_LIST.sub(" ", text)
    text = OF_CLASSES.sub("классные руководители", text)
    text = re.sub(r"^заместитель(?=\s(?:директоров|руководителей|заведующих|начальников)\b)", "заместители", text)
    text = re.sub(r"^помощник(?=\sвоспитателей\b)", "помощники", text)
    text = re.sub(r"^заместитель директора(?=\s(?:школ|ОО|ОУ|лицеев|гимназий)\b)", "заместители директоров", text)
    text = _LOOSE_START.sub("", _LOOSE_END.sub("", text))
    text = _without_quotes(text.strip())
    role = _small_first(agree(_without_capitals(_without_rank(text))))
    return plural_role(role) if several else role


def _areas_of_bracket(text: str) -> str:
    """«зам. директора (УВР, ВР)» → «зам. директора по УВР»; of the areas in a bracket the first one."""
    found = _DEPUTY_WITH_BRACKET.search(text)
    if found is None or not all(fold(word) in AREAS for word in re.findall(r"\w+", found["areas"])):
        return text
    first = found["areas"].split(",")[0].split(" и ")[0].strip()
    return f"{text[: found.start('bracket')]}по {first}{text[found.end() :]}"


_DEPUTY_WITH_BRACKET = expression(
    r"(?i)\b(?:зам[а-яё]*\.?\s*(?:дир(?:\.|ектор\w*)|рук(?:\.|овод\w*)|завед\w*)|завуч\w*)\s*"
    r"(?P<bracket>\((?:по\s+)?(?P<areas>\w+(?:(?:,\s*|\s+и\s+)\w+)*)\))"
)


# «Классные руководители, 5-9 кл.», «воспитатели групп: «Пчёлки»»
_MARK_BEFORE_LIST = expression(r"(?<=\bруководител[ьи]),\s(?=\d|[IVX])|(?<=\bгрупп)\s?:\s(?=[«\"“])")
_RANK = expression(
    rf"\s*\b(?:(?:старший|младший)\W?\s)?(?:{alternatives('honours', 'rank')})"
    rf"\s(?:{alternatives('honours', 'service')}|{alternatives('honours', 'service_former')})\b"
)


def _without_rank(text: str) -> str:
    """«инспектор ПДН майор полиции» → «инспектор ПДН»; a rank alone stays."""
    return _RANK.sub("", text).strip() or text


def _without_quotes(text: str) -> str:
    """Quotes around the whole are none of it, nor one without its pair; «педагоги «Точек роста»» keeps both."""
    while text and text[0] in '«"“„' and (text[-1] in '»”"' or not re.search('[»”"]', text[1:])):
        text = text[1:].removesuffix(text[-1] if text[-1] in '»”"' else "").strip()
    if text and text[-1] in '»”"' and not re.search('[«“„"]', text[:-1]):
        text = text[:-1].strip()
    text = text + "»" if text.count("«") > text.count("»") else text
    return text + '"' if text.count('"') == 1 else text


def _without_capitals(text: str) -> str:
    """«ЗАМЕСТИТЕЛЬ ДИРЕКТОРА» was typed in capitals; «ШМО» is an abbreviation."""
    if not text.isupper() or not any(len(word) > 4 and is_word(word) for word in text.split()):
        return text
    return " ".join(word.lower() if len(word) > 3 and is_word(word) else word for word in text.split())


def _small_first(text: str) -> str:
    """The first letter small, but an acronym stays: «ШМО»."""
    first = text.split(" ")[0]
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].lower() + text[1:]


@lru_cache(maxsize=4096)
def singular_role(role: str) -> str:
    """A plural title for one of several people: «ведущие специалисты отдела» → «ведущий специалист отдела»."""
    words = role.split(" ")
    head = find_head(words)
    if head is None or not head.plural:
        return _of_one(role) if role.startswith(_ACTING) else role
    noun = _singular_noun(words[head.index])
    words[head.index] = noun
    gender = _gender(noun)
    for index in range(head.index):
        words[index] = inflect(words[index], "nomn", "sing", gender) or words[index]
    return _of_one(" ".join(words))


_ACTING = ("исполняющий обязанности ", "временно исполняющий обязанности ")
_OF_SEVERAL = expression(
    r"^(?P<deputy>заместитель|помощник|(?:временно )?исполняющий обязанности) "
    r"(?P<whose>директоров|руководителей|заведующих|начальников|председателей)"
    r"(?P<schools> школ$| школ(?= по ))?"
)


def _of_one(role: str) -> str:
    """«заместитель директоров по УВР» → «заместитель директора по УВР»: one deputy has one director."""
    found = _OF_SEVERAL.match(role)
    if found is None:
        return role
    whose = inflect(found["whose"], "gent", "sing") or found["whose"]
    return f"{found['deputy']} {whose}{' школы' if found['schools'] else ''}{role[found.end() :]}"


def _singular_noun(noun: str) -> str:
    """«специалисты» → «специалист»; «учителя-тьюторы» → «учитель-тьютор», though «тьютор» is in no dictionary."""
    parts = []
    for part in noun.split("-"):
        bare = part[:-1] if part.endswith(("ы", "и")) else ""
        parts.append(bare if bare.lower() in PEOPLE else inflect(part, "nomn", "sing") or part)
    return "-".join(parts)


def _gender(noun: str) -> str:
    return next(
        (str(parse.tag.gender) for parse in parses(noun) if parse.tag.case == "nomn" and parse.tag.gender), "masc"
    )


def plural_role(role: str) -> str:
    """A singular title for several people: «классный руководитель» → «классные руководители»."""
    words = role.split(" ")
    head = find_head(words)
    if head is None or head.plural or head.body:
        return role
    for index in range(head.index + 1):
        words[index] = inflect(words[index], "nomn", "plur") or words[index]
    return re.sub(r"\bучители\b", "учителя", " ".join(words))  # the dictionary's first plural is of another sense


def nominative_role(role: str) -> str:
    """A title in any case → nominative: «старшему методисту центра» → «старший методист центра».

    Only the adjectives before the head noun and the head noun change; the title as it is where no word of it
    names a person.
    """
    words = role.split(" ")
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        number = number_of_post(word)
        if number is None or (adjective_cases(word) and names_person(following)):
            continue
        noun = inflect(word, "nomn", number) or word
        gender = [_gender(noun)] if number == "sing" else []
        before = [inflect(one, "nomn", number, *gender) or one for one in words[:index]]
        return " ".join([*before, noun, *words[index + 1 :]])
    return role


_POSTS_AS_ADJECTIVES = forms_of("roles", "post_as_adjective")


def number_of_post(word: str) -> str | None:
    """The number of a word that names people, «дежурных» too; None for other words.

    "plur", or "sing" where it can be both.
    """
    if dictionary_form(word) in _POSTS_AS_ADJECTIVES:
        return "sing" if any(number == "sing" for _, number in adjective_cases(word)) else "plur"
    if not names_person(word):
        return None
    return "plur" if names_person(word, "plur") and not names_person(word, "sing") else "sing"


_ALL_SCHOOLS = forms_of("roles", "all_schools")


def names_all_schools(role: str) -> bool:
    """True for «руководители ОО», «директора всех школ города»: a post in every school, nobody's in particular."""
    head, _, rest = role.partition(" ")
    return find_head([head]) is not None and fold(rest).removeprefix("всех ") in _ALL_SCHOOLS


def area_role(role: str, area: str) -> str | None:
    """A second deputy of one title: «заместитель директора по УВР», «ВР» → «заместитель директора по ВР»."""
    match = re.match(r"(?P<post>(?:зам|завед|завуч|ответственн)\w*.*\sпо)\s+\S+(?P<whose>(?:\s.*)?)", role)
    if match is None or not (fold(area) in AREAS or is_area_in_words(area)):
        return None
    return f"{match['post']} {area}{match['whose'] if _IS_PLACE.fullmatch(match['whose']) else ''}"


def is_area_in_words(printed: str) -> bool:
    """«методической работе», «учебно-воспитательной работе» behind «зам. директора по УВР /»."""
    return re.fullmatch(r"(?:[а-яё-]+ой\s)(?:и\s[а-яё-]+ой\s)?работе", printed) is not None


_IS_PLACE = expression(r"\s(?:[А-ЯЁ]{2,}|школ|лицеев|гимназий)")  # «… по УВР ОО»
