"""Lists of names that a title and a colon open: «Учителя: Вязова А.К., Лосев П.И.», also where the commas are lost."""

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.post_of_one import heads_a_body
from normalize.vocabulary import forms_of

_BETWEEN_NAMES = (":", ",", "\n", "и")  # ";" where the title is a plural
_LEADERS = tuple(forms_of("roles", "leader"))


def goes_on_with_name(walk: Walk, phrase: Phrase) -> bool:
    """Whether a name is one more of the list that a title has opened."""
    if phrase.joint in ("", ")"):
        return walk.pending is None and _may_be_of_several(walk) and _is_beside_name(walk, phrase)
    return phrase.joint in _BETWEEN_NAMES or (walk.many and phrase.joint == ";" and not is_behind_row(walk))


def is_behind_row(walk: Walk) -> bool:
    """Whether the row of «Учителя: Вязова А.К., Лосев П.И.; …» ends before the phrase at hand: commas join its names.

    Not of «Учителя: Вязова А.К., Лосев П.И. (СОШ № 4); …», whose rows are those of schools.
    """
    for at in range(walk.index - 1, 0, -1):
        before, one = walk.phrases[at - 1 : at + 1]
        if one.kind != "person" or one.joint not in (",", "и") or before.kind != "person":
            return False
        if before.joint == ":":
            return True
    return False


def _may_be_of_several(walk: Walk) -> bool:
    """«Учителя», «Кл. рук.»; not «Директор», whom a school has one of: the second name may be anybody."""
    role = fold(walk.titled[0]) if walk.titled is not None else ""
    return walk.many or role.startswith(_LEADERS) or not heads_a_body(role)


def _is_beside_name(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К. Лосев П.И.», «Вязова А.К. (СОШ № 4) Лосев П.И.»; not «Вязова А.К. завуч Лосев П.И.»."""
    before = walk.phrases[walk.index - 1] if walk.index else None
    return before is not None and (before.kind == "person" or walk.text[before.end :].lstrip().startswith(")"))
