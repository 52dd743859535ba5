"""The words of a school's name: how they are printed, and in the nominative: «гимназии» → «гимназия»."""

import re

from normalize.vocabulary import forms_of

_FIRST_PARTS = "|".join(form.capitalize() for form in forms_of("schools", "first_part"))
# «Каменск-Уральской», also «Каменск-уральской»; not «Социально-педагогической», which is no place
ADJECTIVE = (
    r"(?P<adjective>(?:[А-ЯЁ][а-яё]+-)?[А-ЯЁ][а-яё]+(?:ая|яя|ой|ей|ую|юю|ые|ых|ий|ого|ому|им|ом|ый)"
    rf"|(?:[А-ЯЁ][а-яё]*[бвгджзйклмнпрстфхцчшщьы]|{_FIRST_PARTS})-[а-яё]+(?<!че)[сц]к(?:ая|ой|ую|ие|их|ий|ого|ому|им|ом))"
)
MIDDLE = r"(?P<middle>(?:средн|основн|начальн)(?:яя|ей|юю|ая|ой|ую)\s+(?:общеобразовательн\w+\s+)?)?"
# «Ивановская СОШ-ДС», «Сосновская НШДС»: a school with its kindergarten; behind blanks, «СОШ - детский сад», only where
# its name ends
_IN_WORDS = r"детск(?:ий|ого|ому|им|ом)\s+сад(?:а|у|ом|е)?"
GARDEN = rf"(?:[-–]?Д/?С(?!\w)|[-–]{_IN_WORDS}|\s?[-–]\s?{_IN_WORDS}(?=\s*(?:[»\"”]|№)))"
KIND = (
    rf"(?P<kind>(?:СОШ|СШ|ООШ|ОШ|НОШ|НШ)(?:{GARDEN})?"
    r"|(?:[Шш]кол(?:а|ы|е|у|ой|ами|ам|ах)?"
    r"|[Гг]имнази(?:я|и|ю|ей|й)|[Лл]ице(?:й|я|ю|ем|е|и|ев))"
    rf"(?:\s?[-–]\s?интернат[а-яё]*|[-–]{_IN_WORDS})?)(?![а-яё\w-])"
)
LETTERS = rf"(?:{'|'.join(form.upper() for form in forms_of('schools', 'legal'))})"  # «МБОУ», in capitals only

_NOUNS = {"гимн": "гимназия", "лице": "лицей", "школ": "школа"}
_ADJECTIVES = {"средн": "средняя", "основ": "основная", "начал": "начальная"}

_WITH_GARDEN = re.compile(r"(?P<school>[А-ЯЁ]*Ш)\s?[-–]?\s?(?:(?P<letters>Д/?С)|детск\w+\sсад\w*)$")


def noun_of(kind: str) -> str:
    """The nominative of a word for a school; an abbreviation stays."""
    if (garden := _WITH_GARDEN.match(kind)) is not None:
        return f"{garden['school']}-ДС" if garden["letters"] else f"{garden['school']} – детский сад"
    second = "-интернат" if "интернат" in kind.lower() else " – детский сад" if "детск" in kind.lower() else ""
    return _NOUNS[kind.lower()[:4]] + second if kind.lower()[:4] in _NOUNS else kind


def nominative_of(match: re.Match[str]) -> str:
    if not match["middle"]:
        return noun_of(match["kind"])
    word = _ADJECTIVES[match["middle"].lower()[:5]]
    general = " общеобразовательная" if "общеобр" in match["middle"] else ""
    return f"{word}{general} {noun_of(match['kind'])}"


def adjective_of(adjective: str, kind: str) -> str:
    """«Каменск-Уральской» + гимназия → «Каменск-Уральская»; «Великосельского» + лицей → «Великосельский»."""
    if kind.lower().startswith("лице") and adjective.endswith(("ий", "ый", "ой")):
        return adjective
    stem = re.sub(r"(?:ая|яя|ой|ей|ую|юю|ые|ых|ий|ого|ому|им|ом|ый)$", "", adjective)
    if kind.lower().startswith("лице"):
        return stem + ("ий" if stem.endswith(("к", "г", "х")) else "ый")
    return stem + "ая"
