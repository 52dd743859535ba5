"""Titles of a set of schools that go on with single schools: «Руководители Средних школ, Лицеев №№ 9, 10»."""

from normalize.fold import fold
from normalize.morphology import adjective_cases, noun_cases
from normalize.parties.phrase import Phrase
from normalize.parties.schools import add_schools
from normalize.parties.set_words import titles_of_set
from normalize.parties.sets import KINDERGARTENS, OTHER_INSTITUTIONS
from normalize.parties.walk import Walk


def read_schools_behind_set(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители Средних школ, Лицея № 9», «Директора ДОУ и СОШ № 5»: the title before the set is theirs too.

    Not «Руководители школ, Лицей № 9», nor «Руководители ОО, СОШ № 5»: it may stand for itself.
    """
    if phrase.kind != "schools" or walk.roles:
        return False
    roles = titles_of_set(walk, phrase)
    if not roles or not _is_governed(walk, phrase):
        return False
    walk.roles, walk.waiting = roles, []
    for role in roles:
        add_schools(walk, role, phrase, "list goes on")
    return True


def _is_governed(walk: Walk, phrase: Phrase) -> bool:
    """Whether the school stands in the genitive; letters, which have no case, do behind «и» or another kind of set."""
    printed = phrase.units[0].text
    if printed.isalpha() and printed.isupper():
        return True  # «Администрация Средних школ, КУГ»
    first = printed.split(maxsplit=1)[0]
    cases = {case for case, _ in noun_cases(first) | adjective_cases(first)}
    if not cases or first.isupper():
        set_ = fold((walk.drafts[-1].role or "").rsplit(" ", 1)[-1])
        return phrase.joint == "и" or set_ in KINDERGARTENS | OTHER_INSTITUTIONS
    of_one = len(phrase.targets) == 1 and first[-1:] in "ыи"  # «школы № 5»; «школы №№ 2, 7» may stand for themselves
    return "gent" in cases and ("nomn" not in cases or of_one)
