"""Rule of responsible cells about a class or squad before a dash: «1 отряд – Хвощ О.А.», whose it is and no party."""

import re

from normalize.fold import squeeze
from normalize.parties.class_lists import names_classes
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk, is_post

_DASH = re.compile(r"\s*[-–—:]\s*")


def read_class_before_name(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«1 отряд – Хвощ О.А., 2 отряд – восп. Белка Н.Н.», «5 класс – Лис А.А.»; not «9 «А» класс, Лис А.А.»."""
    if phrase.kind == "person" or phrase.targets or following is None:
        return False
    if _DASH.fullmatch(walk.text[phrase.end : following.start]) is None:
        return False
    if following.kind != "person" and not (is_post(following) and _has_name_behind(walk)):
        return False
    return names_classes(squeeze(walk.text[phrase.start : phrase.end]))


def _has_name_behind(walk: Walk) -> bool:
    """Whether the phrase behind the next one is a name that nothing parts from it: «восп. Белка Н.Н.»."""
    beside = walk.phrases[walk.index + 2 : walk.index + 3]
    return any(one.kind == "person" and one.joint == "" for one in beside)
