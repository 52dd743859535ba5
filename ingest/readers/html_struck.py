"""What a page's style sheet strikes out by a class: «.c3{text-decoration:line-through}», as Google writes documents."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

_ASIDE = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(\w*)((?:\.[\w-]+)+)")  # «.c3», «span.c3»; not «a:hover» nor «.c3 b»
_DECORATION = re.compile(r"text-decoration(?:-line)?\s*:\s*([^;]*)", re.IGNORECASE)
_STYLE = "text-decoration:line-through"

_Rule = tuple[str, frozenset[str], bool]  # a tag, "" for any; its classes; whether they strike out


def write_struck(root: HtmlElement) -> None:
    """Writes what classes strike out into the elements' own styles, for the reader to find it there."""
    rules = [rule for sheet in root.iter("style") for rule in _rules(_ASIDE.sub(" ", sheet.text or ""))]
    if not any(strikes for _, _, strikes in rules):
        return
    for element in root.iter():
        style = element.get("style", "") if isinstance(element.tag, str) else None
        if style is not None and not _DECORATION.search(style) and _is_struck(element, rules):
            element.set("style", f"{style};{_STYLE}")


def _rules(sheet: str) -> Iterator[_Rule]:
    """The rules of a sheet that say whether something is underlined, struck out or neither, in order."""
    for selectors, declarations in _RULE.findall(sheet):
        said = _DECORATION.findall(declarations)
        for selector in selectors.split(",") if said else ():
            found = _SELECTOR.fullmatch(selector.strip())
            if found is not None:
                yield found[1].lower(), frozenset(found[2][1:].split(".")), "line-through" in said[-1].lower()


def _is_struck(element: HtmlElement, rules: Sequence[_Rule]) -> bool:
    """What the last rule says that the element fits."""
    classes = frozenset(element.get("class", "").split())
    if not classes:
        return False
    said = [strikes for tag, names, strikes in rules if tag in ("", element.tag) and names <= classes]
    return bool(said) and said[-1]
