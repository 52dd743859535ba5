"""Where a title before a name begins in a measure's own text: «музыкального руководителя», not «новым директором»."""

from collections.abc import Sequence

from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form, is_participle, noun_cases, parses
from normalize.parties.units import Unit
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.roles import nominative_role, read_role
from normalize.vocabulary import forms_of

POST_ADJECTIVES = frozenset(forms_of("roles", "post_adjective"))
_DESCRIBING = frozenset(forms_of("roles", "describing_adjective"))
_FIELDS = frozenset(forms_of("roles", "field_of_post"))
_YOUNG = "молодой"  # «молодой специалист» has a law of its own; «молодой учитель» is a young teacher


def first_adjective(before: Sequence[Unit], post: Unit) -> Unit:
    """The unit with which the title of `post` begins: its adjectives belong to it; «назначенных» only describes."""
    opening = post
    for unit in reversed(before[: before.index(post)]):
        if unit.kind != "word" or not _belongs(unit.text, post.text):
            break
        opening = unit
    return opening


def role_before_name(printed: str, post: Unit) -> str:
    """A title of a measure's text in the nominative, written out: «соц. педагога» → «социальный педагог»."""
    if fold(post.text) in ABBREVIATIONS and not _written_out(post.text):  # «зам. директора», «муз. рук.»
        return read_role(printed)
    role = nominative_role(printed)
    return read_role(role) if "." in role else role


def _written_out(word: str) -> str:
    """«старший» of «ст.», an adjective; "" for other words."""
    full = ABBREVIATIONS.get(fold(word), "") if word.endswith(".") else ""
    return full if " " not in full and adjective_cases(full) else ""


def stands_behind_po(before: Sequence[Unit], at: int) -> bool:
    """«учебной работе» of «заместителя директора по учебной работе Вязовой А.К.»: a field of posts behind «по».

    Not «плану» of «консультация педагогов по плану Вязовой А.К.».
    """
    fields = False
    for unit in reversed(before[: at + 1]):
        if unit.kind != "word" or unit.text == "по":
            return unit.kind == "word" and fields
        cases = noun_cases(unit.text) | adjective_cases(unit.text)
        if not any(case == "datv" for case, _ in cases):
            return False
        fields = fields or dictionary_form(unit.text) in _FIELDS
    return False


def _belongs(word: str, post: str) -> bool:
    base = dictionary_form(_written_out(word) or word)
    if base in POST_ADJECTIVES:
        return True
    if not word[0].islower() or is_participle(word) or base in _DESCRIBING:
        return False
    if _written_out(word):
        return True  # «муз. руководителя»
    if base == _YOUNG and dictionary_form(post) != "специалист":
        return False
    return bool(_forms(word, "ADJF") & _forms(post, "NOUN"))


def _forms(word: str, part: str) -> frozenset[tuple[str, str, str]]:
    """Case, number and gender of each reading as that part of speech; a pronoun («наших») has none."""
    return frozenset(
        (str(one.tag.case), str(one.tag.number), "" if one.tag.number == "plur" else str(one.tag.gender))
        for one in parses(word)
        if _is_part(one.tag.grammemes, part)
    )


def _is_part(grammemes: frozenset[str], part: str) -> bool:
    if part == "NOUN":  # «дежурного» heads a title too
        return bool({"NOUN", "ADJF"} & grammemes)
    return part in grammemes and "Apro" not in grammemes
