"""Abbreviated words of a title, written out in the form that their noun or their place in the title wants."""

import re

from ingest.expressions import expression, longest_first
from normalize.fold import fold, squeeze
from normalize.morphology import adjective_cases, inflect, names_person, noun_cases, parses
from normalize.titles.agreement import SHORT, agree
from normalize.titles.contractions import write_out_contractions
from normalize.titles.heads import ABBREVIATIONS, PEOPLE, WHOLE, find_head
from normalize.titles.inside import INSIDE_FORMS, is_no_post_here, read_inside
from normalize.titles.levels import is_of_level
from normalize.titles.subjects import teacher
from normalize.vocabulary import forms_of

_ADJECTIVES = frozenset(value for value in ABBREVIATIONS.values() if value.endswith(("ий", "ый", "ой")))
_FIELD_FORMS_OF = forms_of("roles", "field")
_FIELDS = {fold(form): field for form, field in _FIELD_FORMS_OF.items()}


def write_out(text: str) -> str:
    """The words of a name or title with abbreviations of posts and fields written out: «доп. образования»."""
    return agree(_expand_words(text)) if "." in text else text


def expand(text: str) -> str:
    """Every abbreviation of a title written out; the endings of adjectives are left for `agree`."""
    text = teacher().sub("учит. ", write_out_contractions(text))
    expanded = _DEPUTY.sub(_in_genitive, _expand_words(_expand_whole(_write_out_fields(text))))
    expanded = _ACTING.sub(_whose_duties, expanded)
    return expanded if expanded == text else _as_many(expanded)


def _pattern(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s*").replace(r"\.", r"\s?\.\s?").removesuffix(r"\s?")


_FORMS = longest_first({*forms_of("roles", "abbreviation"), *INSIDE_FORMS})
_ABBREVIATED = expression(
    rf"(?<![\w-])(?:{'|'.join(map(_pattern, _FORMS))})(?![\w-])\.?"
    rf"|(?<![\w-])(?:{'|'.join(_pattern(form) for form in _FORMS if form.endswith('.'))})"
    rf"|(?<![\w-])[а-яё]+о-(?:{'|'.join(map(_pattern, longest_first(INSIDE_FORMS)))})(?![\w-])\.?",
    re.IGNORECASE,
)
_FIELD_FORMS = "|".join(re.escape(form).replace(re.escape("."), "[.]?") for form in longest_first(_FIELD_FORMS_OF))
# «учитель информ.», «учителя мат., рус. яз. и физ.»: only behind those who teach, and before nothing else
_FIELD = expression(
    r"(?P<who>\b(?:учител\w+|уч-л[ья]|учит\.|препод\w*\.?|педагог\w*|методист\w*|[РШГ]?МО|каб\w*\.?)\s+"
    r"(?:\w+(?:(?:\.\s*|\s+)(?:яз|кл|культ)\w*)?\.?(?:\s*,\s*|\s+и\s+))*)"
    rf"(?P<field>{_FIELD_FORMS})"
    r"(?=\s*(?:$|[,;)]|и\s))",
    re.IGNORECASE,
)


def _write_out_fields(text: str) -> str:
    """The text with one shortened subject after the other written out: «учителя мат., физ. и хим.»."""
    while (more := _FIELD.sub(_field, text)) != text:
        text = more
    return text


def _field(match: re.Match[str]) -> str:
    return match["who"] + _FIELDS[fold(match["field"])]


def _expand_whole(text: str) -> str:
    """«м/с», «ЗУВР» as the first word, or behind adjectives: «ст. м/с» → «ст. медицинская сестра»."""
    words = _GLUED.sub(". ", text).split(" ")
    for index, word in enumerate(words):
        if word.lower() in WHOLE:
            return " ".join([*words[:index], WHOLE[word.lower()], *words[index + 1 :]])
        if not _is_nominative_adjective(word) or _leads(word):
            return text
    return text


_GLUED = expression(r"(?<=[а-яё])\.(?=[а-яё]{3}|м/с)", re.IGNORECASE)  # «ст.медсестра», «ст.м/с»


def _leads(word: str) -> bool:
    """«заведующая» of «заведующая ПДО»: a participle that is a post of its own, and no adjective before the letters."""
    post = ABBREVIATIONS.get(fold(word), word.lower())
    return post in PEOPLE and any("PRTF" in parse.tag for parse in parses(post))


def _expand_words(text: str) -> str:
    return squeeze(_ABBREVIATED.sub(_expansion, text))


def head_of_administration(text: str, start: int, end: int) -> str | None:
    """«глава» for the «гл.» from `start` to `end` of «гл. администрации», «главы» of «зам. гл. администрации», «гл.
    администраций сёл»; None for another word, and for «гл. специалист»."""
    body = _HAS_HEAD.match(text, end) if text[start:end].lower() in ("гл.", "гл") else None
    deputy = re.search(r"\w\.?\s+$", text[:start])
    return None if body is None else "главы" if body["many"] or deputy else "глава"


def _expansion(match: re.Match[str]) -> str:
    printed, before = match.group(), match.string[: match.start()]
    inside = read_inside(printed, before, match.string[match.end() :]) if not _UNION.search(before) else None
    if inside is not None:
        return inside + (SHORT if inside.endswith(("ий", "ый", "ой")) else "") + " "
    value = ABBREVIATIONS.get(fold(printed), printed)
    head = head_of_administration(match.string, match.start(), match.end())
    if head is not None:
        return f"{head} "
    if value == printed or is_no_post_here(value, before):
        return printed
    if value == "руководитель" and re.search(r"\bпод\s*$", before):
        return "руководством "
    if value == "администрация" and _is_bare_noun(match.string[match.end() :].lstrip(" .")):
        value = "административный"  # «адм. совет»
    if value == "начальник" and not before.strip() and _is_bare_noun(match.string[match.end() :].lstrip(" .")):
        value = "начальный"  # «нач. классы»; «нач. лагеря» is a post
    if value == "начальник" and is_of_level(before, match.string[match.end() :]):
        if _ENDS.match(match.string, match.end()):
            return printed  # «учителя нач.»: of what is not said
        value = "начальный"  # «учителя нач. звена»
    if value == "группы" and _heads_several(before) and _OF_A_COURSE.match(match.string, match.end()):
        return "групп "  # «Кураторы гр.»
    if value == "классный" and _ENDS.match(match.string, match.end()) and _ends_in_noun(before):
        return "классов " if _heads_several(before) else "класса "  # «Совет кл.»
    if value == "группы" and before.strip() and all(map(_is_nominative_adjective, before.split())):
        return "группа "  # «Раб. гр.»
    if value == "группы" and _OF_SEVERAL_NAMES.match(match.string[match.end() :]):
        value = "групп"  # «воспитатели гр. № 3, 4»
    if _UNION.search(before):
        value = _of_all(value)
    return value + (SHORT if value in _ADJECTIVES | {"административный", "начальный"} else "") + " "


_ENDS = expression(r"\s*(?:$|[,;)])")
_OF_A_COURSE = expression(r"\s*(?:$|[,;)]|(?:\d|[IVX]+)\S{0,3}\s+курс)")
_NOUN_BEFORE = expression(r"[а-яё]{3,} $")
_HAS_HEAD = expression(r"\s*(?:сельск\w+\s+|городск\w+\s+)?(?:администраци|поселени)(?:[ия]|(?P<many>й))(?!\w)")
_OF_SEVERAL_NAMES = expression(
    r"\s*(?:№\s?№|№\s?\d+\s?(?:,|-|–|и)\s?(?:№\s?)?\d|\d+\s?(?:,|и)\s?\d|[«\"“][^«»\"“”]+[»\"”]\s?(?:,|и)\s?[«\"“])"
)


def _heads_several(before: str) -> bool:
    """«Кураторы», «родительские комитеты»: the title before an abbreviation is of several."""
    head = find_head(before.replace(SHORT, "").split())
    return head is not None and head.plural


def _ends_in_noun(before: str) -> bool:
    """«родительский комитет»; not «начальных» of «учителя начальных кл.»."""
    last = _NOUN_BEFORE.search(before)
    return last is not None and bool(noun_cases(last.group()[:-1])) and not adjective_cases(last.group()[:-1])


def _is_bare_noun(behind: str) -> bool:
    """Whether a nominative stands there that nothing governs: «совет», not «школы», nor «г. Лесногорска»."""
    word = re.match(r"[а-яё]+", behind)
    cases = noun_cases(word.group()) if word else frozenset()
    return bool(cases) and all(case in ("nomn", "accs") for case, _ in cases)


def _is_nominative_adjective(word: str) -> bool:
    return ABBREVIATIONS.get(fold(word)) in _ADJECTIVES or ("nomn", "sing") in adjective_cases(word)


_UNION = expression(r"(?:\b[РШГ]?МО|\w*объединени\w+)\s*$")


def _of_all(post: str) -> str:
    """«рук. ШМО кл. рук.»: a union is of many: «классных руководителей»."""
    words = post.split(" ")
    head = find_head(words)
    if head is None or head.body:
        return post
    several = [inflect(word, "gent", "plur") or word for word in words[: head.index + 1]]
    return " ".join([*several, *words[head.index + 1 :]])


# «зам. нач.» is written out as «заместитель начальник»: whose deputy stands in the genitive
_DEPUTY = expression(
    r"(?P<deputy>заместител\w+|помощник\w*|советник\w*)\s"
    r"(?P<whose>начальник|директор|руководитель|заведующий|председатель|воспитатель|бухгалтер)\b",
    re.IGNORECASE,
)


def _in_genitive(match: re.Match[str]) -> str:
    return f"{match['deputy']} {inflect(match['whose'], 'gent', 'sing') or match['whose']}"


# «и.о. зам. директора»: whose duties stands in the genitive, as the deputy's superior does
_ACTING = expression(
    rf"(?P<acting>исполняющ\w+ обязанности) (?P<short>(?:(?!заведующий)\w+{SHORT} )*)(?P<post>[\w-]+){SHORT}?(?!\w)"
)


def _whose_duties(match: re.Match[str]) -> str:
    post = match["post"]
    whose = inflect(post, "gent", "sing") if post in PEOPLE or names_person(post, "sing") else None
    nominative = ("nomn", "sing") in noun_cases(post) | adjective_cases(post)
    return f"{match['acting']} {match['short']}{whose}" if whose and nominative else match.group()


def _as_many(text: str) -> str:
    """«классные рук.» → «классные руководители»: the adjective that is printed says how many."""
    words = text.split(" ")
    if not is_plural_adjective(words[0]):
        return text
    for index, word in enumerate(words[1:4], start=1):
        if names_person(word, "sing") and not adjective_cases(word):
            several = [inflect(one, "nomn", "plur") or one for one in words[1 : index + 1]]
            return " ".join([words[0], *several, *words[index + 1 :]])
        if not adjective_cases(word):
            break
    return text


def is_plural_adjective(word: str) -> bool:
    """«классные»; not «классный», nor «заведующие», who are people by themselves."""
    cases = adjective_cases(word)
    return ("nomn", "plur") in cases and ("nomn", "sing") not in cases


_CLASSES = expression(
    r"(?P<list>[,–-]\s?|\bи\s)?(?P<number>\b(?:\d{1,2}|[IVX]+))(?P<letter>(?:-?(?:х|ых|их|го|е)|[\s-]?[«\"]?[а-дА-Д][»\"]?)?)"
    r"\s*кл\b\.?",
)


def write_out_classes(text: str) -> str:
    """«кл. рук. 5 кл.» → «… 5 класса», «кл. рук. 9, 11 кл.» → «… классов»; «5-7 кл.» alone → «классы»."""
    mentions = list(_CLASSES.finditer(text))
    for found in reversed(mentions):
        word = _noun_of_classes(found, text[: mentions[0].start()], len(mentions) > 1)
        text = f"{text[: found.end('letter')]} {word}{text[found.end() :]}"
    return text


def _noun_of_classes(found: re.Match[str], title: str, again: bool) -> str:
    """`title`: what stands before all classes; `again`: they are not the only ones, «9 кл., 11 кл.»."""
    several = bool(found["list"]) or found["letter"][-1:] in ("х", "е")
    if not re.search("[а-яё]{2}", title):
        return "классы" if several or re.search(r"\d", title) else "класс"
    head = find_head(title.split())
    one = not several and not again and head is not None and not head.plural
    return "класса" if one else "классов"
