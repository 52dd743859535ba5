"""A deadline as a clerk reads it: no codes, dates in Russian order."""

from review.wording import DEADLINES, russian_date

UNREAD = "срок не прочитан"

_EVERY = {"DAILY": "ежедневно", "WEEKLY": "еженедельно", "MONTHLY": "ежемесячно", "YEARLY": "ежегодно"}
_UNITS = {"DAILY": "дн.", "WEEKLY": "нед.", "MONTHLY": "мес.", "YEARLY": "г."}
_DAYS = {
    "MO": ("понедельник", 0), "TU": ("вторник", 0), "WE": ("среда", 1), "TH": ("четверг", 0), "FR": ("пятница", 1),
    "SA": ("суббота", 1), "SU": ("воскресенье", 2),
}  # fmt: skip  # with the gender of its ordinal
_WHICH = {
    "": ("", "", ""), "1": ("первый ", "первая ", "первое "), "2": ("второй ", "вторая ", "второе "),
    "3": ("третий ", "третья ", "третье "), "4": ("четвёртый ", "четвёртая ", "четвёртое "),
    "-1": ("последний ", "последняя ", "последнее "),
}  # fmt: skip
_MONTHS = {
    "1": "январь", "2": "февраль", "3": "март", "4": "апрель", "5": "май", "6": "июнь", "7": "июль", "8": "август",
    "9": "сентябрь", "10": "октябрь", "11": "ноябрь", "12": "декабрь",
}  # fmt: skip


def deadline_words(kind: str, starts_on: str | None, ends_on: str | None, rrule: str | None) -> str:
    """«не позднее 01.11.2020», «с 01.09.2020 по 31.08.2021, повторяется ежемесячно», «21.10.2020», «бессрочно»."""
    if kind == "by":
        dates = f"не позднее {russian_date(ends_on)}" if ends_on else ""
    elif starts_on is not None and starts_on == ends_on:
        dates = russian_date(starts_on)
    else:
        since, until = (
            f"{word} {russian_date(day)}" if day else "" for word, day in (("с", starts_on), ("по", ends_on))
        )
        dates = f"{since} {until}".strip()
    repeated = f"повторяется {repeat_words(rrule)}" if rrule else "повторяется" if kind == "recurring" else ""
    endless = "бессрочно" if kind == "ongoing" else ""
    return ", ".join(part for part in (dates, repeated, endless) if part) or f"{DEADLINES[kind]}: даты неизвестны"


def repeat_words(rrule: str | None) -> str:
    """«FREQ=MONTHLY;BYDAY=3TH» → «ежемесячно, третий четверг»; «FREQ=MONTHLY;INTERVAL=3» → «раз в 3 мес.»."""
    if rrule is None:
        return ""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    frequency, interval = parts.pop("FREQ", ""), parts.pop("INTERVAL", "1")
    days = _days(parts.pop("BYDAY", ""), parts.pop("BYSETPOS", ""))
    dates, months = _dates(parts.pop("BYMONTHDAY", "")), _months(parts.pop("BYMONTH", ""))
    if frequency not in _EVERY or parts or None in (days, dates, months):
        return rrule  # what this does not know is shown as it stands
    every = _EVERY[frequency] if interval == "1" else f"раз в {interval} {_UNITS[frequency]}"
    return ", ".join(filter(None, (every, days, dates, months)))


_WORKING_DAYS = "MO,TU,WE,TH,FR"


def _days(codes: str, which: str) -> str | None:
    """«3TH» → «третий четверг»; None = what this does not know."""
    if which:
        return "последний рабочий день" if (codes, which) == (_WORKING_DAYS, "-1") else None
    days = [_day(code) for code in codes.split(",") if code]
    return None if None in days else ", ".join(day for day in days if day)


def _day(code: str) -> str | None:
    day, which = _DAYS.get(code[-2:]), _WHICH.get(code[:-2])
    return None if day is None or which is None else f"{which[day[1]]}{day[0]}"


def _dates(numbers: str) -> str | None:
    """«1,15» → «1, 15 числа»; «-1» → «последний день»."""
    if numbers == "-1":
        return "последний день месяца"
    known = all(number.isdecimal() for number in numbers.split(",") if number)
    return (f"{numbers.replace(',', ', ')} числа" if numbers else "") if known else None


def _months(numbers: str) -> str | None:
    """«3,6,9,12» → «март, июнь, сентябрь, декабрь»."""
    known = [_MONTHS.get(number) for number in numbers.split(",") if number]
    return None if None in known else ", ".join(month for month in known if month)
