"""What stands between a name and a title behind it: a joint that makes two of them, a line end that may."""

import re

from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk, is_post


def joins_another(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К. и психолог», «Вязова А.К. + психолог», «Вязова А.К. / психолог»: two; not «Вязов А.К. /завуч/»."""
    if phrase.joint == "/":
        return _CLOSING_SLASH.match(walk.text[phrase.end :]) is None
    return phrase.joint == "и" or phrase.units[0].kind == "and"  # «Вязова А.К.,⏎и психолог»


_CLOSING_SLASH = re.compile(r"\s*/\s*(?:[,;.\n]|$)")


def is_on_next_line(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К.⏎психолог» and nobody else who has a title on the line behind: hers, or another line.

    Not «Вязова А.К.⏎методист⏎Лосев П.И.⏎программист», where lines of names and titles take turns.
    """
    if phrase.joint != "\n":
        return False
    pairs = zip(walk.phrases, walk.phrases[1:], strict=False)
    titled = [name for name, title in pairs if name.kind == "person" and is_post(title) and title.joint == "\n"]
    return len(titled) < 2 and walk.titled_names < 2
