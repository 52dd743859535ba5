"""After whom a thing is named: «им. А.С. Пушкина», «имени академика П.Н. Светлова» (no person of the order)."""

from ingest.expressions import expression

_GAP = r"[^\S\n]"
_WORD = r"[А-ЯЁ][\w-]+"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вича|ьича|вны|ичны)(?![а-яё])"
# «им. Пушкина Ершова Т.И.», «… Ершова Татьяна Ивановна»: the second word begins somebody's name
_NO_NAME = rf"(?![\w-]|{_GAP}?[А-ЯЁ]\.|{_GAP}[А-ЯЁ][а-яё]+{_GAP}[А-ЯЁ][а-яё]+(?:вич|вна|ична)(?![а-яё]))"
HONOUR = (
    r"(?:[Ии]м\.|[Ии]мени)\s*"
    # «академика», «дважды Героя Советского Союза»
    rf"(?:[а-яё-]+\s+){{0,2}}(?:(?:[Гг]еро|[Мм]аршал)\w+\s+(?:{_WORD}\s+(?!{_PATRONYMIC})){{1,2}})?"
    r"(?:"
    rf"{_WORD}{_GAP}(?:{_PATRONYMIC}{_GAP}{_WORD}|{_WORD}{_GAP}{_PATRONYMIC})"  # «Ивана Петровича Вязова»
    rf"|(?:[А-ЯЁ]\.\s?){{1,2}}{_WORD}"  # «А.С. Пушкина», «М. Горького»; a capital behind it is somebody else's
    rf"|{_WORD}{_GAP}[А-ЯЁ]\.{_GAP}?[А-ЯЁ]\.(?!{_GAP}?[А-ЯЁ][а-яё])"  # «Пушкина А.С.»
    rf"|{_WORD}(?:{_GAP}{_WORD}{_NO_NAME})?"  # «Пушкина», «Сергея Есенина»
    r")"
)
_HONOUR = expression(rf"(?<![\w-]){HONOUR}")


def find_honours(plain: str) -> list[tuple[int, int]]:
    """The spans of «им. А.С. Пушкина» in a text, from left to right."""
    return [match.span() for match in _HONOUR.finditer(plain)]
