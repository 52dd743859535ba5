"""Posts of two words that lost their hyphen: «педагог психолог», «учителя⏎логопеды»."""

import re

from ingest.expressions import expression
from normalize.morphology import dictionary_form, names_person
from normalize.vocabulary import forms_of

_COMPOUNDS = forms_of("roles", "compound")
_FIRST = "|".join(sorted({form.split(" ")[0].rstrip("ь") for form in _COMPOUNDS}))
_TWO_WORDS = expression(
    rf"(?<![\w-])(?P<first>(?:{_FIRST})[а-яё]*)(?P<gap>[ \n])(?P<second>[а-яё]+)(?![\w-])", re.IGNORECASE
)


def join_compounds(text: str) -> str:
    """The text with the hyphens back; as long as it was. Both words have to be of one number."""
    return _TWO_WORDS.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    first, second = match["first"].lower(), match["second"].lower()
    if match["gap"] == "\n" and match["second"][0].isupper():
        return match.group()  # on a line of its own: «Педагог⏎Психолог»
    known = f"{dictionary_form(first)} {dictionary_form(second)}" in _COMPOUNDS
    if not known or _SOCIAL.search(match.string[: match.start()]):
        return match.group()
    of_one_number = any(names_person(first, one) and names_person(second, one) for one in ("sing", "plur"))
    joined = f"{match['first']}-{match['second']}"
    return joined if of_one_number else match.group()


_SOCIAL = expression(r"(?i)\bсоц[а-яё]*\.?\s*$")  # «соц. педагог психолог»: two posts
