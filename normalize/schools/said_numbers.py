"""What numbers behind a word for a school are: schools or none, one by one or in pairs."""

import re

from ingest.expressions import expression
from normalize.schools.numbers_apart import are_no_classes

_FORM_OF_REPORT = expression(r"(?:форм|отчет|сведени|статистич)[а-я]*(?![а-я])[^.;]{0,40}$")


def is_list(match: re.Match[str]) -> bool:
    """A number needs «№», but for «Лицей 44» (a type before it), «школ 5, 7, 9» (a list), «школа 21» at an end."""
    if match["numero"] == "-" and _is_report(match):
        return False
    if match["colon"] and not match["numero"]:
        are_classes = "-" in match["list"] and not are_no_classes(match["list"])  # «в школах: 1-4, 5-9»
        end = match.start("status_after" if match["status_after"] else "colon")  # «школ-партнеров: 2 и 9»
        return not are_classes and _SEVERAL.search(match.string, match.start(), end) is not None
    if match["numero"] or match["type"] is not None or match["shared"] is not None:
        return True
    alone = _ALONE.match(match.string, match.end()) is not None and len(match["list"]) < 3
    return "," in match["list"] or (match["untyped"] is not None and alone)


# «школа 21» before a separator, «школа 2 – лицей 9»
_ALONE = expression(r"\s*(?:[,;.)]|$|-\s*(?:школ[а-я]*|сош|сш|оош|ош|нош|лице[а-я]*|гимнази[а-я]*)\s*(?:№\s*)?\d)")
_SEVERAL = expression(r"(?:школ(?:ы|ам|ами|ах)?|сош|оош|лице(?:и|ев|ям|ями|ях)|гимнази(?:и|й|ям|ями|ях))\s*$")


def _is_report(match: re.Match[str]) -> bool:
    """«ОО-1, ОО-2», «форма ОШ-1»: forms of statistics; «ОШ-27» elsewhere is a school."""
    if match["untyped"] is not None:
        return match["untyped"] == "оо"
    return match["type"] == "ош" and _FORM_OF_REPORT.search(match.string[: match.start()]) is not None


# «сетевых пар школ: 17-37, 2-21»
_PAIRS = expression(r"(?<![а-я])пар(?:а|ы|е|у|ой|ам|ами|ах)?(?![а-я])[^.;]*$", re.IGNORECASE)


def are_pairs(match: re.Match[str], plain: str) -> bool:
    """Whether the text before the list says that a hyphen joins two schools, and makes no range."""
    return _PAIRS.search(plain, max(0, match.start() - 40), match.start("list")) is not None
