"""Names of institutions in the genitive or in capitals -> nominative, as far as small tables go.

Real morphology belongs to normalize/; a head needs but the dozen nouns that issue orders.
"""

import re

# noun stem: (nominative, gender, endings of the genitive and instrumental)
NOUNS = {
    "управлен": ("управление", "n", ("ия", "ием")),
    "министерств": ("министерство", "n", ("а", "ом")),
    "учрежден": ("учреждение", "n", ("ия", "ием")),
    "департамент": ("департамент", "m", ("а", "ом")),
    "отдел": ("отдел", "m", ("а", "ом")),
    "комитет": ("комитет", "m", ("а", "ом")),
    "центр": ("центр", "m", ("а", "ом")),
    "институт": ("институт", "m", ("а", "ом")),
    "лице": ("лицей", "m", ("я", "ем")),
    "администраци": ("администрация", "f", ("и", "ей")),
    "гимнази": ("гимназия", "f", ("и", "ей")),
    "школ": ("школа", "f", ("ы", "ой")),
}
FORMS = {stem + end: (noun, gender) for stem, (noun, gender, ends) in NOUNS.items() for end in ends}
FORMS |= {noun: (noun, gender) for noun, gender, _ in NOUNS.values()}
ADJECTIVE = {"n": "ое", "f": "ая", "m": "ый"}
STRESSED = ("городск", "областн", "краев", "окружн")  # «городской комитет», but «муниципальный»
# In a line of capitals they look like any other word.
ABBREVIATIONS = frozenset(
    ("МБОУ", "МАОУ", "МКОУ", "МОУ", "МОБУ", "ГБОУ", "ГАОУ", "ГКОУ", "КГКУ", "КГБОУ", "КГОКУ", "МБУ", "МАУ", "МКУ",
     "ГБУ", "ГАУ", "ГКУ", "УО", "РОО", "РУО", "ГУО", "ИМЦ", "ДО", "ДПО", "СОШ", "ООШ", "НОШ", "ОШ", "ЦДО", "РФ")
)  # fmt: skip
# Words that are names in a line of capitals: of a town after «г.» or «города», of a district before «района».
TOWN = re.compile(
    r"(?<=\bг\.)\s*[а-яё-]+|(?<=\bгорода )[а-яё-]+|"
    r"\b(?!муниципальн|городск|сельск)[а-яё-]+ого(?= (?:городского округа|муниципального|района\b))|"
    r"(?<=городского округа )(?!город\b)[а-яё-]+"
)
SHORTEST_WORD = 5  # letters: «МКУ УО» and «ЦДО» are abbreviations, and no words in capitals


def to_nominative(phrase: str) -> str:
    """«Управления образования» -> «Управление образования»; what is not in the tables stays as printed."""
    words = phrase.split()
    at = next((i for i, word in enumerate(words[:4]) if word.lower() in FORMS), None)
    if at is None or not all(re.search(r"(?i)(ого|его|ой|ым|им)$", word) for word in words[:at]):
        return _capital(phrase)
    noun, gender = FORMS[words[at].lower()]
    adjectives = [_adjective(word, gender) for word in words[:at]]
    head = noun.capitalize() if words[at][0].isupper() else noun
    return _capital(" ".join([*adjectives, head, *words[at + 1 :]]))


def lower_capitals(text: str) -> str:
    """«УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА ЛЕСОГОРСКА» -> «Управление образования города Лесогорска»."""
    if text.upper() != text or not re.search(rf"[А-ЯЁ]{{{SHORTEST_WORD},}}", text):
        return text
    words = [word if word.strip('«»".,') in ABBREVIATIONS else word.lower() for word in text.split()]
    titled = TOWN.sub(lambda found: found[0].title(), " ".join(words))
    return _capital(re.sub(r"«[а-яё]", lambda found: found[0].upper(), titled))


def town_name(name: str) -> str:
    """«Лесогорска» -> «Лесогорск», «Нижнего Новгорода» as printed: only endings that leave no choice."""
    return "-".join(_town_part(part) for part in name.split("-")) if " " not in name else name


def _town_part(part: str) -> str:
    if re.search(r"(ск|град|бург|город)а$", part):
        return part[:-1]
    return re.sub(r"ского$", "ский", part)


def _adjective(word: str, gender: str) -> str:
    stem = re.sub(r"(?i)(ого|его|ой|ым|им)$", "", word)
    if gender == "m" and stem.lower().startswith(STRESSED):
        return stem + "ой"
    ending = "ий" if gender == "m" and stem.lower().endswith("ск") else ADJECTIVE[gender]
    return stem + ending


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
