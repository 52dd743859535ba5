"""Names of people in any case → nominative, where a rule is certain."""

import re

from ingest.expressions import expression
from normalize.morphology import inflect, parses
from normalize.people.patterns import PATRONYMIC_SHE, TURKIC

_FEMALE_OBLIQUE = expression(r"(?:ов|ев|ёв|ин|ын)ой$")
_FEMALE_FULL = expression(r"(?:(?P<short>(?:ов|ев|ёв|ин|ын))(?:ой|у)|(?P<sky>[сц]к)(?:ой|ую|ая))$")
_MALE_FULL = expression(r"(?:(?P<short>(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е)|(?P<sky>[сц]к)(?:ого|ому|им|ом))$")
_OOL = expression(r"(?<=-[Оо]ол)(?:а|у|ом|е)$")


def nominative_surname(surname: str) -> tuple[str, bool]:
    """The nominative where it is certain: only «-овой/-евой/-иной» → «-ова/-ева/-ина» (notes/names.md §2).

    Of a double surname one such half says that she is a woman: «Лыковой-Вяземской» → «Лыкова-Вяземская».
    """
    ool = _OOL.search(surname)
    if ool is not None:  # «Кызыл-оола»: a woman's does not change
        return surname[: ool.start()], True
    halves = surname.split("-")
    if any(_FEMALE_OBLIQUE.search(half) for half in halves):
        return "-".join(_half_nominative(half, she=True) or half for half in halves), True
    return surname, False


def nominative_full_name(surname: str, given: str, patronymic: str) -> tuple[str, str, str, bool]:
    """Surname, given name and patronymic in the nominative, and whether they were printed in another case.

    The patronymic's ending carries gender and case.
    """
    she = re.fullmatch(PATRONYMIC_SHE, patronymic) is not None
    if patronymic.endswith("на" if she else "ич") or re.search(TURKIC, patronymic):
        return surname, given, patronymic, False
    ending, nominative = (r"(?:ы|е|у|ой|ою)$", "а") if she else (r"(ич)(?:а|у|ем|ом|е)$", r"\1")
    given = _given_nominative(given, "femn" if she else "masc")
    return _surname_nominative(surname, she), given, re.sub(ending, nominative, patronymic), True


def _surname_nominative(surname: str, she: bool) -> str:
    """A surname's nominative where the gender is known: «Петровой Анны» → «Петрова», «Ивана … Петрова» → «Петров».

    A man's double surname only where both halves tell: of «Мамину-Сибиряку» one would stay in its case.
    """
    if _OOL.search(surname):
        return nominative_surname(surname)[0]
    halves = surname.split("-")
    turned = [_half_nominative(half, she) for half in halves]
    if not she and None in turned:
        return surname
    return "-".join(one or half for one, half in zip(turned, halves, strict=True))


def _half_nominative(surname: str, she: bool) -> str | None:
    """The nominative of a surname, or of half of one, by its ending; None for one that no rule turns."""
    found = (_FEMALE_FULL if she else _MALE_FULL).search(surname)
    if found is None:
        return None
    if found["short"]:
        return surname[: found.end("short")] + ("а" if she else "")
    return surname[: found.end("sky")] + ("ая" if she else "ий")


def _given_nominative(given: str, gender: str) -> str:
    for parse in parses(given):
        if "Name" in parse.tag and gender in parse.tag:
            form = parse.inflect({"nomn", "sing"})
            if form is not None:
                return str(form.word).capitalize()
    return inflect(given, "nomn", "sing") or given
