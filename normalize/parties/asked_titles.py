"""What is asked about a title behind names: whether it is theirs, and who of them works where."""

import re

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.parties.phrase import Phrase
from normalize.parties.sets import UNIONS_OF_A_SCHOOL
from normalize.parties.walk import Walk, department_of
from normalize.titles.post_of_one import heads_a_body, role_of_one
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

_FEW = frozenset(forms_of("roles", "few"))
_MANY = frozenset(forms_of("roles", "many"))
_OF_SCHOOL = expression(r"(?:гимназии|лицея|школы|школы-интерната)(?:\s|$)")


def ask_of_all(walk: Walk, phrase: Phrase, following: Phrase | None, role: str) -> None:
    """A title that says little: theirs, or of others; and which place is whose, where more follow."""
    start = walk.drafts[walk.waiting[0]].start
    placed = all(walk.drafts[index].target is not None for index in walk.waiting)
    if not placed and phrase.joint not in ("-", "(") and _says_little(role):
        walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", start, phrase.end)
    elif following is not None and following.joint in (",", "и") and _says_where(following, walk.text):
        printed = squeeze(walk.text[phrase.start : following.end])
        walk.doubt("several_schools", f"Чья какая школа: «{printed}»?", start, following.end)


def ask_of_heads(walk: Walk, phrase: Phrase, following: Phrase | None, role: str) -> None:
    """«Вязова А.К., Лосев П.И., руководители школ»: all heads beside the two, or those; «руководители ОО» are all."""
    ahead = following is not None and following.kind == "person"
    if len(walk.waiting) > 1 and phrase.joint == "," and role.endswith(" школ") and not ahead:
        start = walk.drafts[walk.waiting[0]].start
        walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", start, phrase.end)


def ask_of_placed(walk: Walk, phrase: Phrase, role: str) -> None:
    """«Вязова А.К. (СОШ № 4), Лосев П.И. (лицей № 12), социальные педагоги»; not «…, директора», «… – педагоги»."""
    behind_dash = re.search(r"[-–—]\s*$", walk.text[: phrase.start]) is not None
    if behind_dash or (" " not in role and heads_a_body(role_of_one(role))):
        return
    start = walk.drafts[walk.waiting[0]].start
    walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", start, phrase.end)


def _says_little(role: str) -> bool:
    """«эксперты», «школьные координаторы», «руководители ШМО», «учителя физики»: many have such a title."""
    words = role.split()
    if singular_role(role).split()[-1] in _FEW:
        return False  # «Вязова А.К., Лосев П.И., методисты»
    # «руководители РМО» are the named ones, but each school has several of an «ШМО»
    of_letters = len(words) == 2 and words[1].isupper() and fold(words[1]) not in UNIONS_OF_A_SCHOOL
    return (len(words) < 3 and not of_letters) or fold(singular_role(role)).split()[0] in _MANY


def _says_where(phrase: Phrase, text: str) -> bool:
    """«директора СШ № 51 и лицея № 9», «… и гимназии», «… и ЦДО соответственно»: who works where is open."""
    printed = fold(text[phrase.start : phrase.end])
    return phrase.kind == "schools" or _OF_SCHOOL.match(printed) is not None or printed.endswith("соответственно")


def ask_several_schools(walk: Walk, phrase: Phrase) -> None:
    """«директор СОШ № 4, 6»: one person of several schools; not «рук. центра «Точка роста» СОШ № 2»."""
    if len(phrase.targets) > 1 and department_of(phrase) is None:
        walk.doubt(
            "several_schools",
            f"Несколько школ в должности одного человека: «{walk.text[phrase.start : phrase.end]}».",
            phrase.start,
            phrase.end,
        )
