"""Abbreviated heads of institutions without a name: one head, or all of them, «рук. филиалов», «зав. ДОУ»."""

from itertools import takewhile

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form, is_nominative_adjective, noun_cases
from normalize.parties.phrase import Phrase
from normalize.parties.sets import COLLEGE_UNIONS, INSTITUTIONS, OTHER_INSTITUTIONS, SCHOOLS_OF_A_KIND, UNIONS
from normalize.parties.units import Unit
from normalize.parties.walk import Walk
from normalize.titles.heads import ABBREVIATIONS, WHOLE
from normalize.titles.roles import read_role
from normalize.vocabulary import forms_of

_HEADS = frozenset(forms_of("roles", "post_of_one"))
_BODIES = frozenset(forms_of("roles", "body_of_one"))
_OF_MANY = (INSTITUTIONS - OTHER_INSTITUTIONS) | UNIONS | COLLEGE_UNIONS
OF_PLACES = "set of places"  # the rule of such a title
_PLACES = INSTITUTIONS | SCHOOLS_OF_A_KIND | frozenset(forms_of("roles", "places"))


def is_one_of_several(walk: Walk, phrase: Phrase) -> bool:
    """«Заместители директоров, рук. ШМО»: an abbreviated post stands for several where every other one is a plural.

    «рук. филиалов», «нач. летних лагерей» say so by themselves; not «учителя, зав. библиотекой», nor «учителя, зам.
    директора»: one of each.
    """
    post = _short_head(phrase)
    if post is None:
        return False
    behind = phrase.words[1:]
    if _names_several(behind):
        return True
    if not walk.all_plural or post not in ("руководитель", "заведующий"):
        return False
    return not behind or may_be_each_head(phrase)


def may_be_each_head(phrase: Phrase) -> bool:
    """«рук. ГМО», «зав. ДОУ»: a head of what there are many of."""
    behind = phrase.words[1:]
    return _short_head(phrase) is not None and len(behind) == 1 and fold(behind[0].text) in _OF_MANY


def says_set_of_places(phrase: Phrase) -> bool:
    """«рук. ОУ», «зав. ДОУ», «рук. ППЭ»: letters that are not declined, so that nothing says whether it is all of them.

    Not «рук. ШМО»: one union has one.
    """
    behind = phrase.words[1:]
    letters = len(behind) == 1 and behind[0].text.isupper() and fold(behind[0].text) in _PLACES
    return letters and _short_head(phrase) in _HEADS - {"начальник"}  # «нач. ОО» heads a department of education


def _short_head(phrase: Phrase) -> str | None:
    """«заведующий» of «зав. ДОУ»; None for whole words, and for posts that head nothing."""
    head = phrase.head
    if head is None or head.body or head.index > 0 or (head.plural and not _is_of_partners(phrase)):
        return None
    post = ABBREVIATIONS.get(fold(phrase.words[0].text), "").split(" ")[-1]
    return post if post in _HEADS else None


def _is_of_partners(phrase: Phrase) -> bool:
    """«рук. школ-партнеров», «рук. ОУ-лидеров»; not «рук. педагогов-наставников»: their one head."""
    place, hyphen, _ = phrase.words[1].text.partition("-") if len(phrase.words) > 1 else ("", "", "")
    return bool(hyphen) and fold(place) in INSTITUTIONS


def _names_several(behind: list[Unit]) -> bool:
    """«филиалов», «детсадами», «летних лагерей», «школьными музеями», «школ-партнеров»; not «зав. учебными
    мастерскими», «зав. кадрами», who may be one, nor «рук. ГМО учителей начальных классов»."""
    adjectives = list(takewhile(lambda unit: _are_plural_adjectives(unit.text), behind[:-1]))
    noun = behind[len(adjectives)].text if behind else ""
    is_body = dictionary_form(noun.lower().removeprefix("дет")) in _BODIES
    if any(_is_plural("gent", noun_cases(part)) for part in noun.split("-")):
        return True
    cases = noun_cases(noun) or noun_cases(noun.lower().removeprefix("метод"))  # «рук. методобъединений»
    return _is_plural("gent", cases) or (is_body and _is_plural("ablt", cases))


def _are_plural_adjectives(word: str) -> bool:
    cases = adjective_cases(word)
    return _is_plural("gent", cases) or _is_plural("ablt", cases)


def _is_plural(case: str, cases: frozenset[tuple[str, str]]) -> bool:
    return (case, "plur") in cases and all(number == "plur" for _, number in cases)


# «кл. рук. нач. звена» are as many as «кл. рук.»
_OF_LEVEL = expression(
    r" (?:(?:начальн|средн|старш|младш|основн)(?:ого|ой|ей)(?: (?:звена|школы|ступени))?(?: и |$))+$"
)


def is_short_of_many(phrase: Phrase) -> bool:
    """«кл. рук.», «ПДО»: letters that say no number, of a post that a school has many of.

    Not «кл. рук-ль», «классный рук.», which are one, nor «кл. рук. 5 «А»»: each class has one.
    """
    head = phrase.head
    if head is None or head.plural:
        return False
    written_out = read_role(" ".join(unit.text for unit in phrase.units if unit.kind != "bracket"))
    if fold(_OF_LEVEL.sub("", written_out)) not in _POSTS_OF_MANY:
        return False
    *before, printed = [unit.text for unit in phrase.words[: head.index + 1]]
    said = any(is_nominative_adjective(word) for word in before)
    return not said and "-" not in printed and (fold(printed) in ABBREVIATIONS or fold(printed) in WHOLE)


def may_be_of_many(phrase: Phrase) -> bool:
    """«кл. рук.», «рук. кружков»: behind one name hers, or all who hold it; «Вязова А.К., ПДО» is one."""
    if phrase.words and fold(phrase.words[0].text) in WHOLE:
        return False
    return is_short_of_many(phrase) or heads_several(phrase)


def heads_several(phrase: Phrase) -> bool:
    """«зав. отделениями», «рук. кружков»: before several names the title of each."""
    return _short_head(phrase) is not None and _names_several(phrase.words[1:])


_POSTS_OF_MANY = frozenset(forms_of("roles", "of_many"))


def is_short_beside(phrase: Phrase) -> bool:
    """An abbreviated post that is not the name's before it: «Вязова А.К.; кл. рук.»."""
    return phrase.joint == ";" and is_short_of_many(phrase)
