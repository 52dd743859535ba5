"""The value of a workbook's cell as the sheet shows it, as far as its meaning goes."""

import re
from datetime import date, datetime, time

from ingest.months import GENITIVE, NOMINATIVE
from ingest.readers.spacing import tidy

_LITERAL = r'(?:"[^"]*"|\\.)'
_QUOTED = re.compile(rf"{_LITERAL}|\[[^\]]*\]|_.")  # «[$-419]», «"г."», «\ », «_-»: nothing of the date
_AHEAD = re.compile(rf"(?:\[[^\]]*\])*(?P<said>{_LITERAL}+)")  # «"до "DD.MM.YYYY», «"не позднее "DD.MM.YYYY»
_SAID = re.compile(r'"([^"]*)"|\\(.)')
_PLACES = re.compile(r"0(?:\.(0+))?%?")  # but "General"


def show_value(value: object, number_format: str) -> str:
    """«01.11.2020», «до 01.11.2020», «17:30», «2.10», «95%», and any text as it is."""
    if isinstance(value, datetime | date):
        return tidy(f"{_words_ahead(number_format)}{_date(value, number_format)}")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number(value, number_format)
    return tidy(str(value))


def _words_ahead(number_format: str) -> str:
    """What the format writes in front of a date, if it has letters: «до »."""
    found = _AHEAD.match(number_format)
    said = "" if found is None else "".join(quoted or one for quoted, one in _SAID.findall(found["said"]))
    return f"{said} " if any(map(str.isalpha, said)) else ""


def _date(value: date, number_format: str) -> str:
    """«01.11.2020»; «ноябрь 2020» where the format shows no day, «01.11» or «1 ноября» where it shows no year.

    A day typed without its year gets that of the day of typing, which nobody sees in the sheet.
    """
    plain = _QUOTED.sub("", number_format).lower()
    timed = f" {value:%H:%M}" if isinstance(value, datetime) and value.time() != time() else ""
    if "m" in plain and "d" not in plain and "h" not in plain:
        return f"{NOMINATIVE[value.month - 1]} {value.year}" if "y" in plain else NOMINATIVE[value.month - 1]
    if "m" in plain and "d" in plain and "y" not in plain:
        return (f"{value.day} {GENITIVE[value.month - 1]}" if "mmm" in plain else f"{value:%d.%m}") + timed
    return f"{value:%d.%m.%Y}{timed}"


def _number(value: float, number_format: str) -> str:
    """«1», «1.5»; «2.10» and «95%» where the format has so many places, or per cent."""
    shown = _PLACES.fullmatch(number_format)
    if shown is None:
        return str(int(value)) if float(value).is_integer() else str(value)
    percent = number_format.endswith("%")
    return f"{value * (100 if percent else 1):.{len(shown[1] or '')}f}{'%' if percent else ''}"
