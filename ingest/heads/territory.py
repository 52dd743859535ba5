"""The town or district within which the order speaks, from its head."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.region_words import ALONE, SECOND, TWO_WORDS
from ingest.heads.town_words import FIRST_WORD
from ingest.heads.towns import CASES, Case, Town, nominative_adjective, nominative_town, read_town
from ingest.town_forms import is_nominative, towns_of

# No proper name, though it may stand with a capital before «район» or «округ»
COMMON = (
    r"(?!Муниципальн|Городск(?:ого|ой|ому|ом|им)\b|Сельск(?:ого|ий|ому|ом)\b|Областн|Районн|Данн|Кажд|Наш|"
    r"(?:Перв|Втор)(?:ый|ого|ому|ом|ой|ым)\b|Межмуниципальн|Автономн|Федеральн|Административн|Образовательн)"
)
KIND = (
    r"(?P<kind>(?i:городск\w+ округ|муниципальн\w+ (?:район|округ)|"
    r"(?:район|р-н|округ|улус|кожуун|аймак)(?=а|е|у|ом|\b))|(?:МР|ГО)\b)"
)
# «Каменск-Уральского городского округа», «Лесогорского муниципального района», «Речного района»
DISTRICT = expression(rf"\b(?P<adjective>{COMMON}[А-ЯЁ][А-Яа-яё-]+(?:ого|его|ому|ему|ом|ем|им|ым|ий|ый|ой))\s+{KIND}")
OF_DISTRICT = expression(r"(?P<adjective>[А-ЯЁ][А-Яа-яё-]*ский)\s+(?P<kind>район)н\w+")  # «Лесновский районный отдел»
# «городского округа Заречный», «городского округа «Город Лесогорск», «городского округа Верхняя Пышма»
# «городского округа Заречный Озёрской области», «х. Степной Озёрского края»: there the place's name has ended
NOT_OF_REGION = r"(?![А-ЯЁ][а-яё-]+(?:ой области|ого края|ой [Рр]еспублики|ого автономного))"
NO_PLACE = (
    r"(?!Муниципальн|Государственн|Управлени|Отдел|Комитет|Департамент|Администраци|Средн|Основн|Приказ|План|Закрыт|"
    r"Республик)"
)
NAMED = expression(
    r"(?P<kind>[гГ]ородск\w+ округ\w*\s|[мМ]униципальн\w+ (?:район|округ)\w*\s|\b[гм]\.\s?[ор]\.|\bЗАТО\s|"
    r"\b(?:ГО|МР)\s(?=«))\s*«?"
    rf"(?P<name>(?:[Гг]ород )?{NOT_OF_REGION}{NO_PLACE}"
    rf"(?:(?:[А-ЯЁ][а-яё]+(?:ая|яя|ий|ый|ой|ое|ие|ые)\s|(?=[А-ЯЁ]){FIRST_WORD})(?=[А-ЯЁ]){NOT_OF_REGION}{NO_PLACE})?"
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)"
)
# «МР «Тааттинский-Эбэ улус (район)»», «МО «Тувинский район»»: in quotes a name stands as it is
QUOTED = expression(r"«(?P<name>[А-ЯЁ][А-Яа-яё-]+) (?P<kind>(?i:район|улус|кожуун|аймак))\b")
NAME = (
    rf"(?P<name>(?=[А-ЯЁ])(?:{FIRST_WORD}(?=[А-ЯЁ][а-яё])|(?=[А-ЯЁ][а-яё](?:[а-яё]|-[А-ЯЁ])))"
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)"
)
# «30.08.2022 г. Приказ № 55», «20__ г. Директор»: what stands behind a date
NO_TOWN = (
    r"(?!Приказ|Распоряжени|Постановлени|Протокол|План|Утвержд|Согласован|Рассмотрен|Принят|Приложени|Педсовет|"
    r"Директор|Заведующ|Начальник|Председател|Руководител)"
)
# In «от 30.08.2021 г. Об утверждении» a year ends; in «30.08.2021 г. Лесогорск № 12» a town stands.
TOWN = expression(
    rf"(?<!\d{{4}})(?<!\d{{4}} )(?<!\.\d\d)(?<!\.\d\d )\b(?:г\.\s*|[гГ]ород(?P<ending>а|е|у|ом)?\s+){NO_TOWN}{NAME}"
)
DATED_TOWN = expression(rf"(?<=\d)\s?г\.\s?(?P<ending>){NO_TOWN}{NAME}(?=\s*(?:№|$))", re.MULTILINE)
# «с. Малый Лог», «села Малый Лог», «п. Ольховый»; not «п. Положения»
# «СОШ № 5 а. Хабез»; «а. Провести сбор» is a point of a list, «и т.д. План» no village
VILLAGE = (
    r"(?!Положени|Устав|Закон|Правил|Поряд|План|Приказ|Протокол)"
    rf"(?P<name>(?:[А-ЯЁ][а-яё]+(?:ая|яя|ий|ый|ой|ое|ие|ые|ого|его|ей|ом|ем)\s(?=[А-ЯЁ]){NOT_OF_REGION}{NO_PLACE}){{0,2}}"
    # «с. Яр»; «п. О плане» is a point
    r"(?!(?:Об?|На|По|За|Из|От|До|Ко|Во|Со|Не)\b)[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*"
    r"(?:\s(?:Перв|Втор)(?:ый|ая|ое|ые)\b)?)"  # «Юдино Первое»
)
SETTLEMENT = expression(
    r"(?:\b(?P<kind>[сг]\.\s?п\.|с\.|п\.|пос\.|пгт\.?|р\.\s?п\.|х\.|сел[оае]\s|пос[её]л(?:ок|ка|ке)\s|деревн[яие]\s|"
    r"хутор[ае]?\s|аул[ае]?\s|станиц[аые]\s|ст-ц[аые]\s|ст\.(?=\s?[А-ЯЁ][а-яё-]+(?:ая|ой|ую)\b))|"
    r"(?:(?<=[\w»\"] )|(?<=\d г\. ))(?<!т\. )(?P<short>[ад]\.))\s*" + VILLAGE
)
LONE_VILLAGE = expression(rf"(?P<kind>)(?P<short>д\.)\s*{VILLAGE}\W*")
POINT_IN_LETTERS = expression(r"(?i)[бве][.)]\s")
SETTLEMENTS = {
    "сел": "с.", "пос": "пос.", "деревн": "дер.", "д.": "дер.", "станиц": "ст.", "ст-ц": "ст.", "хутор": "х.",
    "аул": "аул", "а.": "аул",
}  # fmt: skip
REGION = expression(
    r"\b(?P<adjective>[А-ЯЁ][А-Яа-яё-]+)(?:ой (?P<oblast>области)|ой (?P<republic>[Рр]еспублики)|"
    r"ого (?P<krai>края)|ого (?P<okrug>автономного округа)(?: [-–—] (?P<second>[А-ЯЁ][а-яё]+))?)|"
    rf"[Рр]еспублики (?P<name>(?:{TWO_WORDS}|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*)"
    rf"(?: \([А-ЯЁ][а-яё]+\)| [-–—] (?:{SECOND}))?)"
)
# «Министерство образования Кузбасса»; not «МБОУ «Школа юных шахтёров Кузбасса»»
OF_REGION_ALONE = expression(
    rf"(?:[Мм]инистерство|[Дд]епартамент|[Кк]омитет|[Пп]равительство)\b[^«\"]*?\s(?P<region>{'|'.join(ALONE)})\b"
)


def find_region(issuer: str) -> str | None:
    """The region of a regional body: «Департамент образования Озёрской области» -> «Озёрская область».

    None for a body of a town or district, also where its region is printed with it.
    """
    if any(place.search(issuer) for place in (DISTRICT, QUOTED, NAMED, TOWN, SETTLEMENT)):
        return None
    found = REGION.search(issuer)
    if found is None:
        alone = OF_REGION_ALONE.match(issuer)
        return ALONE[alone["region"]] if alone else None
    if found["name"]:
        return f"Республика {re.sub(' [-—] ', ' – ', found['name'])}"
    stem = found["adjective"]
    if found["oblast"] or found["republic"]:
        return f"{stem}ая {'область' if found['oblast'] else 'Республика'}"
    second = f" – {re.sub('ии$', 'ия', re.sub('ы$', 'а', found['second']))}" if found["second"] else ""
    return f"{nominative_adjective(stem + 'ого')} {'край' if found['krai'] else 'автономный округ'}{second}"


# A college's head names its region («ГБПОУ Озёрской области …») and its town: «г. Лесогорск» on a line of its own.
TEACHES = expression(
    r"(?i)школ|лице[йя]|гимнази|колледж|техникум|училищ|интернат|детск|профессионал\w+ образовательн|ПОУ\b"
)
OWN_TOWN = expression(rf"\W*(?:г\.\s*|город\s){NAME}\W*")


def find_school_town(issuer: str, texts: Sequence[str]) -> str | None:
    """The town on a line of its own in the head of a school or college, None for all other bodies."""
    return _town([text for text in texts if OWN_TOWN.fullmatch(text.strip())]) if TEACHES.search(issuer) else None


def find_territory(texts: Sequence[str]) -> str | None:
    """The first district printed in the texts, else the first town, else the first village; None without any.

    «Каменск-Уральского городского округа» -> «Каменск-Уральский городской округ», «в городе Лесогорске» ->
    «город Лесогорск», «г. Конаково» as it stands.
    """
    return _district(texts) or _town(texts) or _settlement(texts)


def find_unsure_town(texts: Sequence[str]) -> tuple[str, Town] | None:
    """The town as printed and what it may be, where it is the territory and no form of the head says which it is.

    «МБОУ СОШ № 5 г. Пушкина» is of Пушкин or of Пушкино.
    """
    found = None if _district(texts) else _find_town(texts)
    return None if found is None or found[1].sure else (found[0]["name"], found[1])


def _district(texts: Sequence[str]) -> str | None:
    shown = "\n".join(texts)
    for text in texts:
        if found := DISTRICT.search(text) or OF_DISTRICT.search(text):
            return f"{nominative_adjective(found['adjective'], shown)} {_kind(found['kind'])}"
        if found := QUOTED.search(text):
            return f"{found['name']} {found['kind'].lower()}"
        if found := NAMED.search(text):
            return f"{_kind(found['kind'].strip())} {_nominative_name(found['name'])}"
    return None


SHORT_KINDS = {
    "г.о.": "городской округ", "м.о.": "муниципальный округ", "м.р.": "муниципальный район",
    "ГО": "городской округ", "МР": "муниципальный район", "р-н": "район",
}  # fmt: skip


def _nominative_name(name: str) -> str:
    """«городского округа Тихого» -> «Тихий», «городского округа Верхней Пышмы» -> «Верхняя Пышма»."""
    towns = towns_of(name)
    if len(towns) == 1 and not is_nominative(name):
        return towns[0]
    return nominative_adjective(name) if re.fullmatch(r"[А-ЯЁ][а-яё-]+[ое]го", name) else name


def _kind(printed: str) -> str:
    first, _, second = printed.lower().partition(" ")
    if printed == "ЗАТО":
        return printed
    if short := SHORT_KINDS.get(printed.replace(" ", "")):
        return short
    adjective = "городской" if first.startswith("городск") else "муниципальный"
    return f"{adjective} {'округ' if second.startswith('округ') else 'район'}" if second else first


def _town(texts: Sequence[str]) -> str | None:
    found = _find_town(texts)
    if found is None:
        return None
    mark = "г." if "г." in found[0][0][:4] else "город"
    return f"{mark} {found[1].name}"


def _find_town(texts: Sequence[str]) -> tuple[re.Match[str], Town] | None:
    """The first town with its mark, and what its name is by all that the texts print."""
    found = [match for text in texts for pattern in (TOWN, DATED_TOWN) for match in pattern.finditer(text)]
    if not found:
        return None
    first, *others = [(match["name"], _case(match)) for match in found]
    return found[0], read_town(*first, others)


# «Управление образования г. Сосновки», «МКУ «ИМЦ» г. Сосновки»; not «Приказ г. Химки», «от 30 мая 2021 года г. Химки»
GOVERNS = expression(
    r"(?:[»\"]|(?<![А-Яа-яё])(?!(?i:года?|приказ\w*|распоряжени\w+)\s)[А-ЯЁ]?[а-яё]{3,}|[А-ЯЁ]{3,})\s$"
)


def _case(found: re.Match[str]) -> Case:
    if OWN_TOWN.fullmatch(found.string.strip()) and is_nominative(found["name"]):
        return "nominative"  # «г. Печоры» on a line of its own is not of Печора
    if "г." in found[0][:4]:
        if re.search(r"(?i)\b(?:в|при)\s+$", found.string[: found.start()]):
            return "prepositional"
        return "governed" if GOVERNS.search(found.string, 0, found.start()) else "any"
    return CASES.get(found["ending"] or "", "nominative")


def _settlement(texts: Sequence[str]) -> str | None:
    found = next((match for text in texts if (match := SETTLEMENT.search(text) or _lone_village(text, texts))), None)
    if found is None:
        return None
    kind = (found["kind"] or found["short"]).strip()
    mark = next((short for word, short in SETTLEMENTS.items() if kind.startswith(word)), kind)
    return f"{mark} {_nominative_settlement(found['name'], mark)}"


def _lone_village(text: str, texts: Sequence[str]) -> re.Match[str] | None:
    """«д. Малая Речка» on a line of its own, where «д.» is no point of a list."""
    found = LONE_VILLAGE.fullmatch(text.strip())
    return found if found and not any(POINT_IN_LETTERS.match(other.strip()) for other in texts) else None


def _nominative_settlement(name: str, mark: str) -> str:
    """«Малого Лога» -> «Малый Лог»; an adjective agrees with its kind: «с. Красное», «ст. Степная», «п. Красный»."""
    if " " in name:
        return nominative_town(name, "any")
    if mark in ("ст.", "дер."):
        return re.sub(r"(?<=[а-яё]{2})(?:(о)|е)(?:й|ю)$", lambda end: "ая" if end[1] else "яя", name)
    adjective = re.fullmatch(r"([А-ЯЁ][а-яё-]{2,})([ое])(?:го|му)", name)
    if adjective is None:
        return name
    return f"{adjective[1]}{adjective[2]}е" if mark == "с." else nominative_adjective(name)
