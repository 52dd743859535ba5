"""Names of institutions in the genitive or in capitals -> nominative, as far as small tables go.

Real morphology belongs to normalize/; a head needs but the dozen nouns that issue orders.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from ingest.expressions import expression, longest_first
from ingest.heads.region_words import LOWERED
from ingest.heads.town_words import FIRST_WORD
from ingest.vocabulary import load_entries

# noun stem: (nominative, gender, endings of the other cases)
NOUNS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    entry["stem"]: (entry["noun"], entry["gender"], tuple(entry["ends"])) for entry in load_entries("issuers", "noun")
}
ABOVE = frozenset(entry["stem"] for entry in load_entries("issuers", "noun") if entry.get("above"))
FORMS = {stem + end: (noun, gender) for stem, (noun, gender, ends) in NOUNS.items() for end in ends}
FORMS |= {noun: (noun, gender) for noun, gender, _ in NOUNS.values()}
ADJECTIVE = {"n": "ое", "f": "ая", "m": "ый"}
STRESSED = tuple(stem for entry in load_entries("issuers", "stressed") for stem in entry["stems"])
# In a line of capitals they look like any other word; what has a legal form is told by LEGAL_FORM.
ABBREVIATIONS = frozenset(word for entry in load_entries("issuers", "letters") for word in entry["words"])
# Bodies of the state that letters name: «ОМВД России по …»
SERVICES = frozenset(word for entry in load_entries("issuers", "service") for word in entry["words"])
ABBREVIATIONS |= SERVICES
# «РС(Я)», as it stands when lowered
BRACKETED = expression("|".join(re.escape(word.lower()) for word in longest_first(ABBREVIATIONS) if "(" in word))
# «МБОУ», «МАДОУ», «ГБПОУ», «КГКУ», «МБУ», «МАУДО»
LEGAL_FORM = r"(?:М|К?Г|ОГ|ФГ|Ч|Н)[БАКОДПС]{0,4}У(?:ДП?О)?"
NO_VOWEL = expression(r"[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{3,}")  # «ЦДТ», «ММЦ»
# Words that are names in a line of capitals: of a town after «г.» or «города», of a district before «района».
PLACE = expression(
    r"(?P<mark>\b(?:г|с|п|пос|пгт|ст|г\.\s?о)\.\s*|автономного округа [-–—] |"
    r"\b(?:город[ае]?|села|пос[её]лка|деревни|станицы|ст-цы|хутора|аула|"
    r"городского округа|городской округ|зато|республики)\s)"
    rf"(?P<name>(?!город\b|управлени|отдел|комитет|департамент|администраци|муниципальн|образовани|школ)"
    rf"(?:{FIRST_WORD})?[а-яё]+(?:-[а-яё]+)*)|"
    r"\b(?P<adjective>(?!муниципальн|городск|сельск|областн|районн|автономн)"
    r"[а-яё-]+(?:ого|его|ому|ему|ой|ий|ый)(?:-[а-яё]+)?)"
    r"(?=\s(?:городск(?:ого|ому|ой) округ|муниципальн(?:ого|ому|ый) (?:район|округ)|сельсовета?\b|"
    r"сельск(?:ого|ое) поселени|район[ау]?\b|р-на\b|округ[ау]?\b|"
    r"улуса?\b|кожууна?\b|аймака?\b|МР\b|ГО\b|области\b|края\b|республики\b|автономного округа\b))"
)
NO_MARK = expression(rf"\b(?:(?:санкт-петербург|севастопол)[а-яё]*|(?:{LOWERED})\b)")
# «ИМЕНИ ГЕРОЯ РОССИИ ПЕТРА САЖИНА»: up to the quote all words are a name's, but for a rank or calling.
IN_HONOUR = expression(
    r"\b(?P<mark>имени |им\.\s?)"
    r"(?P<name>(?:(?!\b(?:город|сел[ао]\b|пос[её]л|деревн|станиц|муниципальн|[а-яё]+ого (?:район|край)))[^«»\",()№])+)"
)
CALLINGS = expression(
    r"(?i)\b(?:дважды|трижды|академик|адмирал|генерал|маршал|космонавт|л[её]тчик|поэт|писател|профессор|святител|"
    r"преподобн|княз|заслуженн|народн|полн|кавалер)[а-яё-]*"
)
SCHOOL_OF = expression(r"\b([А-ЯЁ][а-яё-]+)ой(?=\s(?:СОШ|ООШ|НОШ|СШ|ОШ)\b)")  # «МОУ Подлесной СОШ»
SMALL_MARKS = expression(r"\b(?:г|с|п|д|х|ст|пос|дер|пгт|им|р\.\s?п|г\.\s?о)\.")
SHORTEST_WORD = 5  # letters: «МКУ УО» and «ЦДО» are abbreviations, and no words in capitals


def to_nominative(phrase: str) -> str:
    """«Управления образования» -> «Управление образования»; what is not in the tables stays as printed.

    A legal form before the noun goes with it: «МАОУ лицея № 6» -> «МАОУ лицей № 6».
    """
    words = SCHOOL_OF.sub(r"\1ая", phrase).split()
    start = next((i for i, word in enumerate(words) if not re.fullmatch(r"[А-Я]{2,}", word)), 0)
    at = next((i for i, word in enumerate(words[: start + 6]) if _noun(word)), None)
    if at is None or not all(re.search(r"(?i)(ого|его|ой|ей|ому|ему|ым|им)$", word) for word in words[start:at]):
        return _capital(" ".join(words))
    noun, gender = FORMS[_noun(words[at])]
    adjectives = [_adjective(word, gender) for word in words[start:at]]
    head = noun.capitalize() if words[at][0].isupper() else noun
    if "-интернат" in words[at].lower():  # «школы-интерната № 3»
        head += "-интернат"
    return _capital(" ".join([*words[:start], *adjectives, head, *words[at + 1 :]]))


def _noun(word: str) -> str:
    """The form of a noun of the table that the word is; "" for another."""
    form = re.sub(r"-интернат\w*$", "", word.lower())
    return form if form in FORMS else ""


def lower_capitals(text: str) -> str:
    """«УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА ЛЕСОГОРСКА» -> «Управление образования города Лесогорска»."""
    return _capital(_lower(text)) if _in_capitals(text) else text


def lower_lines(lines: Sequence[str]) -> str:
    """Lines joined, those in capitals lowered together: a town may stand on the line after its «ГОРОДА»."""
    runs = [(capitals, " ".join(run)) for capitals, run in groupby(lines, key=_is_upper)]
    joined = " ".join(_lower(run) if capitals and _in_capitals(run) else run for capitals, run in runs)
    return _capital(joined) if runs and runs[0][0] else joined


def _in_capitals(text: str) -> bool:
    return _is_upper(text) and re.search(rf"[А-ЯЁ]{{{SHORTEST_WORD},}}", text) is not None


def _is_upper(text: str) -> bool:
    """True for a text in capitals, marks of places aside: «с. ДОЛГОЕ»."""
    return SMALL_MARKS.sub("", text).isupper()


def _lower(text: str) -> str:
    words = [word if _is_abbreviation(word.strip('«»".,()')) else word.lower() for word in text.split()]
    kept = BRACKETED.sub(lambda of: of[0].upper(), " ".join(words))
    honoured = IN_HONOUR.sub(_name_hero, kept)
    named = PLACE.sub(_name_place, NO_MARK.sub(lambda of: of[0].title(), honoured))
    named = re.sub(
        r"\bреспублики (?=[А-ЯЁ])|(?<=ой )республики\b|российск\w+ федераци\w|\bроссии\b",
        lambda of: of[0].title(),
        named,
    )
    return re.sub(r"«[а-яё]", lambda found: found[0].upper(), named)


def _is_abbreviation(word: str) -> bool:
    return word in ABBREVIATIONS or re.fullmatch(LEGAL_FORM, word) is not None or NO_VOWEL.fullmatch(word) is not None


def _name_place(found: re.Match[str]) -> str:
    name = found["name"]
    if name is None:
        return found[0].title()
    return found["mark"] + re.sub(r"-На-", "-на-", name.title())


def _name_hero(found: re.Match[str]) -> str:
    name = re.sub(r"[а-яё]+", lambda word: word[0].capitalize(), found["name"])
    return found["mark"] + CALLINGS.sub(lambda word: word[0].lower(), name)


def _adjective(word: str, gender: str) -> str:
    stem = re.sub(r"(?i)(ого|его|ой|ей|ому|ему|ым|им)$", "", word)
    if word.lower().endswith("ей"):  # «средней школы»
        return stem + "яя"
    if gender == "m" and stem.lower().startswith(STRESSED):
        return stem + "ой"
    ending = "ий" if gender == "m" and stem.lower().endswith("ск") else ADJECTIVE[gender]
    return stem + ending


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
