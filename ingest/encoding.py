"""The text of a plain file, whichever of the encodings met in Russian offices it has."""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x98\ufffd]")
# What LibreOffice leaves in a page for a content control (\x04), DOS at a text's end (\x1a); NUL only programs have.
_STRAY = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CHARACTERS_PER_STRAY = 100  # a picture whose bytes happen to be letters has one in ten
_CYRILLIC = re.compile(r"[А-яЁё]")
_TURNED = re.compile(r"(?<![А-яЁё])[а-яё][А-ЯЁ]{2,}(?![А-яЁё])|[А-яЁё][─-╿][а-яё]")
_LETTERS_PER_TURN = 50  # at least, in a text whose encoding was right: «кПСС» is met as a misprint
_FOREIGN = re.compile(r"[^\x00-\x7fА-яЁё№«»—–…“”„’§°±•·\u00a0\u00ad\u2500-\u257f]")  # the last: rulings


def decode_text(data: bytes) -> str | None:
    """The text of `data`: a byte order mark decides, then UTF-8, windows-1251, cp866 (DOS), KOI8-R; None = no text.

    UTF-16 is read only with its mark, since without one its bytes look like a program's.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data, encoding)
    text = _decode(data, "utf-8")
    if text is not None:
        return text
    decoded = (_decode(data, encoding) for encoding in ("cp1251", "cp866", "koi8-r"))
    russian = [text for text in decoded if text is not None and _reads_as_russian(text)]
    # KOI8-R's small letters are windows-1251's capitals: «Приказ» reads as «оПХЙЮГ», and the other way round
    straight = [text for text in russian if _count_turned(text) * _LETTERS_PER_TURN <= len(_CYRILLIC.findall(text))]
    return min(
        straight or russian, key=_count_foreign, default=None
    )  # DOS's «─» is windows-1251's «Д», and a table has many


def without_stray(text: str) -> str:
    """The text without control characters, which print nothing."""
    return _STRAY.sub("", text)


def _decode(data: bytes, encoding: str) -> str | None:
    """The text without stray control characters; None where it has many or another that no text has."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    plain = without_stray(text)
    few = (len(text) - len(plain)) * _CHARACTERS_PER_STRAY <= len(text)
    return plain if few and not _CONTROL.search(plain) else None


def _reads_as_russian(text: str) -> bool:
    """Whether the encoding was right: windows-1251 turns any bytes into letters, but seldom into Cyrillic ones.

    A file in another one-byte encoding gives many letters that Russian lacks («Ќ», «ў», «¤»).
    """
    return _count_foreign(text) * 10 <= len(_CYRILLIC.findall(text))


def _count_turned(text: str) -> int:
    return len(_TURNED.findall(text))


def _count_foreign(text: str) -> int:
    return len(_FOREIGN.findall(text))
