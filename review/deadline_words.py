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
    days = [_day(day) for day in parts.pop("BYDAY", "").split(",") if day]
    if frequency not in _EVERY or parts or None in days:
        return rrule  # what this does not know is shown as it stands
    every = _EVERY[frequency] if interval == "1" else f"раз в {interval} {_UNITS[frequency]}"
    return ", ".join([every, *(day for day in days if day)])


def _day(code: str) -> str | None:
    """«3TH» → «третий четверг»."""
    day, which = _DAYS.get(code[-2:]), _WHICH.get(code[:-2])
    return None if day is None or which is None else f"{which[day[1]]}{day[0]}"
