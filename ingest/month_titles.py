"""The month that a title gives to the bare days under it: «СЕНТЯБРЬ», «Октябрь – месячник права»."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.months import NOMINATIVE, STEMS

_NAME = "|".join(NOMINATIVE)
_YEAR = r"20\d\d\s*(?:г(?:ода?|\.)?)?"
_ONLY = expression(rf"(?:месяц:?\s*)?({_NAME})\s*(?:месяц)?\s*(?:{_YEAR})?\W*", re.IGNORECASE)
# «7. Март», «3.6. Февраль», «IX. Май», «Раздел 2. Октябрь»
_NUMBER = r"(?:(?:(?:раздел|часть|блок)\s*(?:№\s*)?)?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IІVXХ]{1,5})\s*[.):]?\s+)?"
# What more a month's title says: «– месячник …», «. Месячник …», «⏎Девиз месяца …», « «Новый год…»», « (тема: …)».
# After a colon or in brackets only words in quotes or a month's theme: «Ноябрь: провести рейд» is when, and what,
# «Октябрь (по графику)», «Октябрь, 3-5» are deadlines.
_KIND = (
    r"(?!перв|втор|трет|четв|последн)[а-яё-]+(?:ая|ий|ый|ие|ые)\s+"  # «осенние каникулы»; «вторая неделя» is a deadline
)
_THEME = rf"\s*[«\"“„]|\s*(?:{_KIND})?(?:месячник|декада|неделя|каникулы|тема|девиз)"
_FURTHER = rf"(?:\s*[-–—.,;\n](?!\s*(?:\d|по\b|согласно|далее|ежегодно|постоянно))|\s*[:(]?(?={_THEME}))"
_AND_MORE = expression(
    rf"{_NUMBER}(?:месяц:?\s*)?(?P<month>{_NAME})(?![а-яё])\s*(?:месяц)?\s*(?:{_YEAR})?(?P<rest>{_FURTHER}.*)?\W*",
    re.IGNORECASE | re.DOTALL,
)
# not «к 9 мая», «День 8 марта»: an occasion
_NAMED = expression(rf"(?<![а-яё])(?<!\d )(?<!\d)({'|'.join(STEMS)})(?:[ьйяюе]|ем|ём|а|у|ом)?(?![а-яё])", re.IGNORECASE)
# «План работы на октябрь 2022 г.», «Мероприятия на март»: the month of what stands below
_FOR_MONTH = expression(
    rf"(?:\S+\s+){{0,8}}?на\s+({_NAME})(?:\s+месяц)?(?:\s*{_YEAR})?\W*", re.IGNORECASE
)  # fmt: skip

# «В течение года», «Летние каникулы», «Июнь – август»: of the level of the months that the plan is parted into
_SPAN = expression(
    r"(?:в течение|на протяжении)\s+(?:всего\s+)?(?:учебного\s+|календарного\s+)?(?:года|месяца|лета|четверти)"
    r"|весь\s+(?:учебный\s+)?год|ежемесячно|ежеквартально|еженедельно|ежедневно|постоянно|лето"
    r"|(?:осенни|зимни|весенни|летни)[ейя]\s+(?:каникулы|период)"
    rf"|(?:{_NAME})(?:\s*[-–—,и]\s*(?:{_NAME}))+",
    re.IGNORECASE,
)
_NTH = r"(?:[1-5IІVXХ]{1,3}(?:-?(?:я|ое|ый|й))?|перв\w+|втор\w+|треть\w+|четв[её]рт\w+|последн\w+)"
# «II полугодие», «1 четверть», «Май (1 неделя)», «Октябрь – ноябрь 2022 г.»: when, and no months below them
_TERM = expression(
    rf"{_NTH}\s+(?:учебн\w+\s+)?(?:полугоди[ея]|четверть|триместр|квартал|модуль)(?:\s+{_YEAR})?"
    rf"|(?:{_NAME})\s*\(\s*{_NTH}(?:\s*[-–—,и]\s*{_NTH})*\s+(?:недел[яи]|декад[аы]|половина)\s*\)"
    rf"|(?:{_NAME})(?:\s*[-–—,и]\s*(?:{_NAME}))+\s+{_YEAR}",
    re.IGNORECASE,
)


def is_span_of_months(title: str) -> bool:
    """True for a title that says over which time and nothing else: «В течение года», «Октябрь – ноябрь»."""
    return _SPAN.fullmatch(title.strip(" \n.:")) is not None


def time_over(titles: Sequence[str]) -> str:
    """All that titles (outermost first) say of when: «Сентябрь 2022 г.», «Октябрь – ноябрь», «II полугодие».

    "" = nothing: a month in words that are not understood leaves that. Of «Сентябрь – месячник права» the month.
    """
    when = ""
    for title in titles:
        if is_month(title) or is_span_of_months(title) or _TERM.fullmatch(title.strip(" \n.:")):
            when = title
        elif (own := month_ahead(title)) is not None:
            when = when if is_month(when) and month_of(when) == own else own
        elif months_named(title) - months_named(when):
            when = ""
    return when


def is_month(title: str) -> bool:
    """True for a title that is nothing but a month: «СЕНТЯБРЬ 2020 г.», «Месяц: май»."""
    return _ONLY.fullmatch(title.strip()) is not None


def month_of(title: str) -> str | None:
    """The month that a title begins with and speaks of; None for others.

    «7. Март», «Сентябрь – месячник безопасности»; not «Мартовские чтения», «Сентябрь – октябрь».
    """
    found = _AND_MORE.fullmatch(title.strip())
    if found is None:
        return None
    month = found["month"].lower()
    begins = found["month"][0].isupper() or found["rest"] is None
    return month if begins and months_named(found["rest"] or "") <= {month} else None


def month_over(titles: Sequence[str]) -> str | None:
    """The month that titles (outermost first) give to the days under them.

    A title that speaks of another month in words that are not understood leaves none: «Мероприятия ноября».
    """
    month: str | None = None
    for title in titles:
        own = month_ahead(title)
        month = own or (None if months_named(title) - {month} else month)
    return month


def month_ahead(text: str) -> str | None:
    """The month that a text above rows is for: «План на январь», and whatever `month_of` knows."""
    plain = " ".join(text.split())
    found = _FOR_MONTH.fullmatch(plain)
    return found[1].lower() if found else month_of(text)


def months_named(text: str) -> frozenset[str]:
    """All months that a text speaks of, in whatever case: «Мероприятия ноября»; not «Праздник 8 Марта»."""
    return frozenset(NOMINATIVE[STEMS.index(found[1].lower())] for found in _NAMED.finditer(text))
