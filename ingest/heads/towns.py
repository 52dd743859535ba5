"""A town's name in any case -> nominative: from the list of Russia's towns, else from its ending.

An ending decides where it leaves no choice, else another form of the same name in the head («г. Дубрава»), else the
commoner of two, which is not sure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.expressions import expression
from ingest.town_forms import ADJECTIVE, NO_ADJECTIVE, is_nominative, towns_of
from ingest.vocabulary import load_entries

Case = Literal["nominative", "genitive", "prepositional", "governed", "any"]  # governed: «Управление г. …»
CASES: dict[str, Case] = {"а": "genitive", "у": "genitive", "е": "prepositional", "": "nominative"}  # of «город-»
Printed = tuple[str, Case]


@dataclass(frozen=True, slots=True)
class Town:
    """A town's nominative; `among` are all that it may be, the likeliest first: more than one is not sure."""

    name: str
    among: tuple[str, ...]
    sure: bool


STRESSED = frozenset(word for entry in load_entries("towns", "stressed") for word in entry["words"])  # stems
FIRM_END = expression(r"(ск|цк|град|бург|город)$")
ADJECTIVE_END = expression(r"(ого|его|ому|ему|ом|ем|ым|им)$")
NOMINATIVE_ADJECTIVE = expression(r"[а-яё]{2}(?:ый|ий|ая|яя|ое|ее|ые|ие)$")
# «г. Лесогорь», «г. Лугай», «г. Конаково»: as it stands; «г. Дубравой», «г. Дубрава», «г. Дубравы» may be in any case
AS_IT_STANDS = expression(r"(?:[бвгджзклмнпрстфхцчшщь]|[^ое]й|(?<![ое]г)о)$")
# «Верхнедонского» is of Верхнедонской as «Донского» of Донской; «Задонского» is not
FIRST_PART = expression(r"^(?:Верхне|Нижне|Средне|Ново|Старо|Северо|Южно|Мало|Велико|Больше)")
HUSHING = "кгхжшщч"
ALIKE = 4  # letters at the beginning that forms of one name share


def read_town(name: str, case: Case, others: Sequence[Printed] = ()) -> Town:
    """«Каменске-Уральском» -> «Каменск-Уральский»; `others` are further towns of the head, in their cases."""
    if known := _known(name, case):
        return _likeliest(known, [_known(*other) for other in others], sure=len(known) == 1)
    guessed = _forms(name, case)
    alike = [_forms(other, of) for other, of in others if other[:ALIKE] == name[:ALIKE]]
    return _likeliest(guessed, alike, sure=_is_sure(name, case))


def nominative_town(name: str, case: Case) -> str:
    """The likeliest nominative."""
    return read_town(name, case).name


def _known(name: str, case: Case) -> tuple[str, ...]:
    """The towns of Russia that the name may be in that case."""
    if case == "nominative":
        return towns_of(name)[:1] if is_nominative(name) else ()
    towns = towns_of(name)
    if case == "prepositional" and name.endswith("ом"):  # «в городе Волжском»; «с Волжском» is another case
        towns = tuple(town for town in towns if ADJECTIVE_END.search(name) and _is_adjective(town)) or towns
    return towns


def _is_adjective(town: str) -> bool:
    return town not in NO_ADJECTIVE and ADJECTIVE.fullmatch(town) is not None


def _likeliest(among: Sequence[str], shown: Sequence[Sequence[str]], *, sure: bool) -> Town:
    """The one that most other towns of the head may be: sure where no other is one of as many."""
    forms = tuple(dict.fromkeys(among))
    counts = {form: sum(form in others for others in shown) for form in forms}
    best = max(forms, key=lambda form: counts[form])
    rivals = [form for form in forms if counts[form] == counts[best]]
    return Town(best, forms, sure or (len(forms) > 1 and len(rivals) == 1))


def _is_sure(name: str, case: Case) -> bool:
    """True where the ending leaves no choice, for a name that is no town's of Russia."""
    if case == "nominative" or AS_IT_STANDS.search(name) or NOMINATIVE_ADJECTIVE.search(name.partition(" ")[0]):
        return True
    return re.search(r"[сц]к(?:ого|ому|ом)$", name) is not None or FIRM_END.search(name[:-1]) is not None


def nominative_adjective(word: str, context: str = "") -> str:
    """«Речного» -> «Речной», «Верхнего» -> «Верхний»; a nominative in the context settles the stress."""
    found = ADJECTIVE_END.search(word)
    if found is None:
        return word
    stem = word[: found.start()].removesuffix("ь")  # «Лебяжьего»
    shown = re.search(rf"\b{re.escape(stem)}(?:ой|ый|ий)(?=\s*(?:$|[»,.;]|район|муницип|городск))", context, re.M)
    if shown:
        return shown[0]
    if (towns := [town for town in towns_of(word) if town.endswith(("ый", "ий", "ой"))]) and len(towns) == 1:
        return towns[0]  # «Полевского городского округа»
    if _without_first_part(stem) in STRESSED:  # «Северо-Лесного», «Верхнедонского»
        return f"{stem}ой"
    soft = found[0] in ("его", "ему", "ем") or (found[0] == "им" and stem[-1:] not in HUSHING)
    return f"{stem}ий" if soft or stem[-1:] in HUSHING else f"{stem}ый"


def _without_first_part(stem: str) -> str:
    """«Лесн» of «Северо-Лесн», «Донск» of «Верхнедонск»; any other stem as it is."""
    return FIRST_PART.sub("", stem.rpartition("-")[2]).capitalize()


def _forms(name: str, case: Case) -> tuple[str, ...]:
    """What the name may be in the nominative, the likeliest first."""
    if case == "nominative":
        return (name,)
    if " " in name:
        case = "any" if case == "governed" else case
        first, _, last = name.partition(" ")
        if NOMINATIVE_ADJECTIVE.search(first):  # «города Новый Яр», «города Верхняя Поляна»
            return (name,)
        forms = _forms(last, _case_of_second(first, last) if case == "any" else case)
        return tuple(f"{_first_word(first, form)} {form}" for form in forms)
    if "-на-" in name:
        first, _, rest = name.partition("-")
        return tuple(f"{form}-{rest}" for form in _forms(first, case))
    first, hyphen, last = name.rpartition("-")
    lasts = _word_forms(last, case)
    # «Каменска-Уральского», but «Тау-Калы», «Орехово-Лесного», «Элиста-Сарул»: a noun's first part stays
    with_adjective = ADJECTIVE_END.search(last) is not None and last not in lasts
    firsts = _word_forms(first, case) if first and with_adjective else (first,)
    return tuple(f"{one}{hyphen}{form}" for one in firsts for form in lasts)


def _case_of_second(first: str, second: str) -> Case:
    """The case that the adjective shows: «Верхнего Лога», «Верхнем Логе», «Верхней Пышмы»."""
    if re.search(r"(ого|его|ому|ему)$", first) or (re.search(r"(ой|ей)$", first) and second[-1] in "ыи"):
        return "genitive"
    if re.search(r"(ом|ем)$", first):  # «в Верхнем Логе», «в Сосновом Бору»
        return "genitive" if second[-1] == "у" else "prepositional"
    return "any"


def _first_word(word: str, noun: str) -> str:
    """The adjective of «Нижнего Тагила», «Верхней Пышмы»."""
    if found := re.search(r"(ой|ей)$", word):
        stem = word[: found.start()]
        return stem + (("яя" if found[0] == "ей" else "ая") if noun[-1] in "аяь" else found[0])
    return nominative_adjective(word)


def _word_forms(word: str, case: Case) -> tuple[str, ...]:
    if re.search(r"[сц]к(ого|ом|ому)$", word) and len(word) > 6:
        return (nominative_adjective(word),)
    if case == "governed" and _is_of_feminine(word):
        return (_soft_or_feminine(word), word)
    if case in ("any", "governed"):
        return _forms_after_mark(word)
    if re.search(r"(ого|его)$", word) or (case == "prepositional" and re.search(r"[а-яё]{3}(ом|ем)$", word)):
        return (nominative_adjective(word),)
    if word[-1] in ("ау" if case == "genitive" else "е"):
        return _forms_of_stem(word[:-1], feminine=case == "prepositional")
    if word[-1] in "ыия":
        return (_soft_or_feminine(word),)
    return (word,)


def _is_of_feminine(word: str) -> bool:
    """Whether a word that a noun governs is «Сосновки», «Казани», «Нытвы»; not «Химки», «Мытищи», as they stand.

    «г. Ярославля», «г. Уренгоя» too, though not feminine.
    """
    return re.search(r"[^жшщчц][иы]$|(?:пол|авл|р|о)я$", word) is not None


def _forms_after_mark(word: str) -> tuple[str, ...]:
    """After «г.» any case may stand: «г. Лесогорска», «в г. Лесогорске», «по г. Луговому», and «г. Самара»."""
    # «в г. Луговом», but «с г. Псковом»
    if re.search(r"[а-яё]{2}(ого|его|ому|ему)$|[а-яё](?:[^и]н|ь)[ое]м$", word) or word[:-2] in STRESSED:
        return (nominative_adjective(word),)
    if re.search(r"[бвгджзлмнрстч]ь[яю]$", word):  # «г. Приморья»: no town's own name ends so
        return (f"{word[:-1]}е",)
    if word[-1] not in "аеу" or word.endswith("ое"):
        return (word,)
    forms = _forms_of_stem(word[:-1], feminine=False)
    sure = FIRM_END.search(word[:-1]) or re.search(r"([оеё]в|[иы]н)$", word[:-1])
    return forms if sure or word[-1] == "у" else (word, *forms)


def _forms_of_stem(stem: str, *, feminine: bool) -> tuple[str, ...]:
    """The stem before -а or -е: «Лесогорск», «Конаков», «Череповц», «Самар»."""
    if FIRM_END.search(stem):
        return (stem,)
    if re.search(r"[оеё]в$|[а-яё]{3}[иы]н$", stem):
        return (f"{stem}о", stem)
    if re.search(r"[бвгджзклмнпрстфхь]ц$", stem):
        return (f"{stem[:-1].removesuffix('ь')}ец",)
    if re.search(r"[бвгджзлмнрт]к$", stem):
        return (f"{stem[:-1]}ок",)
    if re.search(r"(пол|авл)$", stem) and feminine:
        return (f"{stem}ь",)
    if feminine:
        return (stem, f"{stem}а")
    # «города Орла»: a vowel may have gone that no letter tells
    return (f"{stem}а",) if re.search(r"[бвгджзклмнпрстфхцчшщ]л$", stem) else (stem,)


def _soft_or_feminine(word: str) -> str:
    """«Твери», «Москвы», «Калуги», «Ярославля», «Уренгоя», «Усолья»."""
    stem, last = word[:-1], word[-1]
    if last == "я" and stem.endswith("ь"):
        return f"{stem}е"
    vowel = stem[-1:] in "аеёиоуыэюя" or (last == "и" and re.search(r"[бвгджзкмпрсть]н$", stem) is not None)  # «Лобни»
    if last == "я":
        return f"{stem}{'й' if vowel else 'ь'}"
    if last == "ы" or stem[-1:] in HUSHING:
        return f"{stem}а"
    return f"{stem}{'я' if vowel else 'ь'}"
