"""Letters and words that stand for many institutions or unions at once: «ОО», «ДОУ», «ШМО»; and rows of them."""

from normalize.titles.roles import AREAS
from normalize.vocabulary import forms_of


def _letters(section: str, *values: str) -> frozenset[str]:
    return frozenset(form for form, value in forms_of("roles", section).items() if value in values)


SCHOOLS = frozenset(forms_of("roles", "all_schools"))  # «школ», «ОО», «общеобразовательных организаций»
KINDERGARTENS = _letters("institutions", "kindergartens")
OTHER_INSTITUTIONS = _letters("institutions", "others")
INSTITUTIONS = SCHOOLS | KINDERGARTENS | _letters("institutions", "municipal kindergartens") | OTHER_INSTITUTIONS
SCHOOLS_OF_A_KIND = _letters("institutions", "schools of a kind")
UNIONS_OF_A_SCHOOL = _letters("union", "school")
UNIONS = UNIONS_OF_A_SCHOOL | _letters("union", "territory")
COLLEGE_UNIONS = _letters("union", "college")
NOT_ORGANIZATIONS = SCHOOLS | AREAS  # letters that no organization is named by, whatever an order explains
