"""An abbreviated adjective of a title in the form that its noun wants: «соц. педагоги», «по соц. вопросам»."""

from normalize.morphology import adjective_cases, inflect, parses
from normalize.titles.heads import PEOPLE

SHORT = "\x01"  # behind an adjective that was printed as an abbreviation: its ending is still to be found


def agree(text: str) -> str:
    """An abbreviated adjective is written out as its noun wants it: «соц. педагоги» → «социальные педагоги»,
    «ст. вожатая» → «старшая вожатая», «по соц. вопросам» → «по социальным вопросам»."""
    words = text.split(" ")
    for index, word in enumerate(words):
        if word.endswith(SHORT):
            adjective = word.removesuffix(SHORT)
            form = _form_at(words, index, adjective not in PEOPLE)
            words[index] = (form and inflect(adjective, *form)) or adjective
    return " ".join(words).replace(SHORT, "").replace(" ,", ",")


def _form_at(words: list[str], index: int, governed: bool) -> tuple[str, ...] | None:
    """Case, number and gender of the adjective at `index`: those of the noun behind it and its other adjectives.

    `governed`: it may be a genitive that nothing governs, «ср. и ст. групп»; not «зав. библиотеки».
    """
    end, begin = index + 1, index - 1
    while end < len(words) and (words[end].endswith(SHORT) or words[end] in ("и", ",")):
        end += 1  # «ст. и подг. групп»
    if end == len(words):
        return None
    while begin >= 0 and words[begin].endswith(SHORT):
        begin -= 1
    if begin > 0 and words[begin] == "и" and adjective_cases(words[begin - 1]):
        begin -= 1  # «старших и подг. групп»
    before = words[begin].lower() if begin >= 0 else None
    beside = adjective_cases(before) if before is not None else frozenset()
    return _noun_form(words[end].strip(",;"), before, beside, governed)


_GOVERNED = {"по": "datv", "к": "datv", "с": "ablt", "за": "ablt", "над": "ablt"} | dict.fromkeys(
    ("в", "при", "на"), "loct"
)


def _noun_form(
    noun: str, before: str | None, beside: frozenset[tuple[str, str]], governed: bool
) -> tuple[str, ...] | None:
    """Case, number and gender in which a noun stands behind the word `before`; None = it can stand in none.

    `beside`: the cases and numbers of an adjective that is printed in full: «старшая мед. сестра».
    """
    if noun.lower() in _GOVERNED:
        return None  # «отв. по ОТ»
    if noun in ("отд", "отд."):  # or «отделение»: their adjectives are alike, «зав. нар. отд.»
        noun = "отделом" if before is not None and before.startswith("заведующ") else "отдела"
    readings = [parse.tag for parse in parses(noun.rsplit("-", 1)[-1]) if {"NOUN", "ADJF"} & parse.tag.grammemes]
    wanted = "nomn" if before is None or before in ("и", "а") else _GOVERNED.get(before, "gent")
    cases = ["nomn", *["gent"] * governed] if wanted == "nomn" else [wanted, "gent", "datv", "ablt", "loct"]
    if before == "за":
        cases = ["ablt", "accs", "gent", "datv", "loct"]  # «за пед. практику»
    if before in ("и", "а"):
        cases = ["nomn", "gent", "datv", "ablt", "loct"]  # «по питанию и воспит. работе»
    agreeing = [tag for tag in readings if (tag.case, tag.number) in beside]
    for tag in [*agreeing, *(tag for case in cases for tag in readings if tag.case == case)]:
        gender = [str(tag.gender)] if tag.number == "sing" and tag.gender else []
        case = "nomn" if tag.case == "accs" and gender != ["femn"] else str(tag.case)  # «за питьевой режим»
        return (case, str(tag.number), *gender)
    return None
