"""Schools behind «и» that nothing before it governs: «РЦОИ и школы № 2, 7» are parties by themselves."""

from normalize.morphology import adjective_cases, noun_cases
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import is_body_of_letters
from normalize.parties.units import Unit


def stand_by_themselves(schools: Unit, before: Phrase) -> bool:
    """Whether schools behind «и» are no more of what the phrase before is of: in the nominative, or behind letters.

    «Совет молодых педагогов и школы № 2, 7», «ГИБДД и лицей № 9», «Методисты и СОШ № 2»; not «представители
    общественности и школ № 2, 7», whose genitive the title governs, nor «… общественности и СОШ № 2», without a case.
    """
    if is_body_of_letters(before) or is_in_nominative(schools):
        return True
    return _has_no_case(schools) and before.head is not None and before.head.index == len(before.units) - 1


def is_in_nominative(schools: Unit) -> bool:
    """«Средние школы № 2, 7», «лицей № 9»; not «школы № 2», which can be a genitive, nor «СОШ № 2», which says none."""
    words = schools.text.split("№")[0].split()
    found = [noun_cases(word) | adjective_cases(word) for word in words if word.islower() or word.istitle()]
    cases = frozenset.intersection(*map(frozenset, found)) if found else frozenset()
    genitive = ("gent", "sing") in cases and len(schools.targets) == 1
    return any(case == "nomn" for case, _ in cases) and not genitive


def _has_no_case(schools: Unit) -> bool:
    """«СОШ № 2», «МБОУ СОШ № 2»: letters."""
    return all(word.isupper() for word in schools.text.split("№")[0].split())
