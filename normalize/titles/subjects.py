"""School subjects as a title governs them, and the one who teaches them."""

import re
from functools import cache

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import parses
from normalize.vocabulary import forms_of

_NAMES = frozenset(fold(form) for form in forms_of("roles", "subject_name"))


def genitive(subject: str) -> str:
    """«русский язык» → «русского языка»; «математика» → «математики», though a form of «математик» it is too."""
    things = {
        word: next((one for one in parses(word) if one.tag.case == "nomn" and "anim" not in one.tag), None)
        for word in subject.split(" ")
    }
    forms = {word: one.inflect({"gent"}) for word, one in things.items() if one is not None}
    return " ".join(word if (form := forms.get(word)) is None else str(form.word) for word in things)


@cache
def in_genitive() -> frozenset[str]:
    """All subjects, folded. Made when first asked for, as `teacher`: the dictionary takes 0.1 s to open."""
    return frozenset(genitive(subject) for subject in _NAMES)


# Abbreviations with which the name of a subject begins: «рус. яз.», «нач. кл.», «физ-ры».
BEGINS_SUBJECT = frozenset(
    {"начальных классов", "физкультуры", "русский", "английский", "иностранный", "физический", "музыкальный"}
)


@cache
def teacher() -> re.Pattern[str]:
    """«уч. физкультуры», «уч. нач. классов»; not «уч. год», «уч. часть», «уч-ся»."""
    taught = (
        in_genitive()
        | {subject.split(" ")[0] for subject in in_genitive()}
        | frozenset(forms_of("roles", "subject"))
        | frozenset(forms_of("roles", "field"))
        | {form for form, value in forms_of("roles", "abbreviation").items() if value in BEGINS_SUBJECT}
        | {"иностранных", "предмета", "предметов"}
    )
    alternatives = "|".join(
        re.escape(form).replace(r"\ ", r"\s*").replace(r"\.", r"\.?")
        for form in sorted(taught, key=lambda form: (-len(form), form))
    )
    return expression(rf"(?<![\w-])уч\.?\s*(?=(?:{alternatives})(?![а-яё]))", re.IGNORECASE)
