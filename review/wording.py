"""Russian words for what the database holds: dates, counts, scopes, verbs."""

from collections.abc import Mapping
from datetime import datetime

from normalize.decided_names import names_of

SCOPES: Mapping[str, str] = {
    "here": "только в этом приказе",
    "issuer": "в приказах этого издателя",
    "year": "в приказах этого учебного года",
    "everywhere": "во всех приказах территории",
}
VERBS: Mapping[str, str] = {
    "same": "это",
    "new": "новое имя",
    "different": "разные",
    "not_a_name": "не имя",
    "unsure": "не уверен",
    "text": "ответ словами",
    "undo": "отмена",
}
ENTITIES: Mapping[str, str] = {
    "school": "школа",
    "authority": "орган управления",
    "center": "центр",
    "institute": "институт",
    "ministry": "министерство",
    "other": "организация",
}
SCHOOL_TYPES = ("средняя", "основная", "начальная", "лицей", "гимназия")
PARTIES: Mapping[str, str] = {
    "person": "человек",
    "school": "школа",
    "organization": "организация",
    "group": "группа",
}
STATUSES: Mapping[str, str] = {"resolved": "решено", "proposed": "под вопросом", "unresolved": "не решено"}
DEADLINES: Mapping[str, str] = {
    "by": "не позднее",
    "period": "в период",
    "recurring": "повторяется",
    "ongoing": "бессрочно",
}
CONTROLS: Mapping[str, str] = {
    "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\u200b": "ZWSP", "\ufeff": "BOM",
}  # fmt: skip


def russian_date(iso: str | None) -> str:
    """«2020-10-07» → «07.10.2020»; «без даты» where there is none."""
    return "без даты" if iso is None else ".".join(reversed(iso.split("-")))


def russian_moment(moment: datetime) -> str:
    """In the clock of this machine: «23.11.2026 17:03»."""
    return moment.astimezone().strftime("%d.%m.%Y %H:%M")


def counted(number: int, one: str, few: str, many: str) -> str:
    """«1 упоминание», «3 упоминания», «11 упоминаний»."""
    tens, units = number % 100 // 10, number % 10
    if units == 1 and tens != 1:
        return f"{number} {one}"
    return f"{number} {few if 2 <= units <= 4 and tens != 1 else many}"


def mentions(number: int) -> str:
    return counted(number, "упоминание", "упоминания", "упоминаний")


def order_name(number: str | None, date: str | None) -> str:
    """«приказ № 306 от 07.10.2020»."""
    return (
        f"приказ № {number or 'без номера'} от {russian_date(date)}" if date else f"приказ № {number or 'без номера'}"
    )


def quoted(text: str) -> str:
    """In quotation marks, unless it begins with one: «ШМО»; «МОУ», «ОО»."""
    return text if text.startswith("«") else f"«{text}»"


def plain_key(key: str | None) -> str:
    """A key as a person reads it: «org|гаоу дпо со иро» → «гаоу дпо со иро», «person|сомова|а|а» → «Сомова А.А.».

    Of what a decision is about, the names in it: «pair|фадеев|к|м|фадеева|к|м» → «Фадеев К.М. и Фадеева К.М.».
    """
    if key is None:
        return ""
    named = [one for one in names_of(key) if one != key]
    if named:
        return " и ".join(plain_key(one) for one in named)
    head, _, tail = key.partition("|")
    if head in ("org", "school"):
        return tail.replace("|", " ").strip()
    parts = key.split("|")
    if len(parts) >= 3 and all(len(part) <= 1 for part in parts[1:3]):  # «сомова|а|а», a namesake «сомова|а|а|3f2a»
        surname = "-".join(part.capitalize() for part in parts[0].split("-"))
        return f"{surname} {''.join(f'{one.upper()}.' for one in parts[1:3] if one)}"
    return key
