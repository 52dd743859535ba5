"""Word's automatic numbering: the number that Word shows in front of a paragraph.

The file stores only «this paragraph belongs to list 3, level 0»; the counting is the program's. Lists with
the same abstract definition share their counters; a `startOverride` restarts them when its list is first met.
"""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.readers.docx_numerals import format_number
from ingest.readers.docx_package import Package, W
from ingest.readers.docx_text import is_on

_VAL = W + "val"
_PLACEHOLDER = re.compile(r"%([1-9])")
_PROPERTIES = W + "pPr"
_MEMBERSHIP = W + "numPr", W + "pStyle"  # what can make a paragraph a member of a list
_MAX_STYLES = 16  # of a basedOn chain: a mutated file may go round in circles


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    style: str  # ST_NumberFormat: decimal, upperRoman, russianLower, bullet …
    pattern: str  # «%1.%2.»
    restarts_after: int | None  # 1-based level; None = any higher one; 0 = never
    digits_only: bool  # isLgl: «II» of a chapter is shown as «2» in «2.1»
    paragraph_style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A w:num: its levels, the abstract definition whose counters it shares, and the levels it restarts."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of one document: ask for each paragraph once, in document order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._found: dict[str, List] | None = None
        self._styles: dict[str, _Element] | None = None
        self._counters: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()

    def label(self, paragraph: _Element) -> str:
        """What Word shows in front of the paragraph («1.», «2.1», «а)»); "" for none and for bullets."""
        properties = next(paragraph.iterchildren(_PROPERTIES), None)
        if properties is None or next(properties.iterchildren(*_MEMBERSHIP), None) is None:
            return ""
        name, depth = self._membership(properties)
        found = self._lists().get(name or "")
        if name is None or found is None or depth not in found.levels:
            return ""
        counters = self._count(name, found, depth)
        return _show(found.levels, counters, depth)

    def has_lists(self) -> bool:
        """Whether any paragraph of the document can be numbered."""
        return bool(self._lists())

    def _membership(self, properties: _Element) -> tuple[str | None, int]:
        """List and level, from the paragraph itself or from its style."""
        name, depth = _read_reference(properties)
        style = properties.find(W + "pStyle")
        if style is not None and (name is None or depth is None) and self._lists():
            style_name, style_depth = self._style_membership(style.get(_VAL, ""))
            name = style_name if name is None else name
            depth = style_depth if depth is None else depth
        return name, depth or 0

    def _style_membership(self, style: str) -> tuple[str | None, int | None]:
        for _ in range(_MAX_STYLES):
            element = self._known_styles().get(style)
            if element is None:
                break
            name, depth = _read_reference(element.find(W + "pPr"))
            if name is not None:
                return name, self._linked_level(name, style, depth)
            parent = element.find(W + "basedOn")
            style = "" if parent is None else parent.get(_VAL, "")
        return None, None

    def _linked_level(self, name: str, style: str, depth: int | None) -> int | None:
        levels = self._lists()[name].levels if name in self._lists() else {}
        linked = (number for number, level in levels.items() if level.paragraph_style == style)
        return next(linked, depth)

    def _lists(self) -> dict[str, List]:
        """The lists by their numbers; read only when a paragraph can belong to one."""
        if self._found is None:
            root = self._package.part("numbering")
            self._found = {} if root is None else _read_lists(root)
        return self._found

    def _known_styles(self) -> dict[str, _Element]:
        """Read only when a numbered style can be met: styles.xml is the largest part of most files."""
        if self._styles is None:
            root = self._package.part("styles")
            found = [] if root is None else root.iter(W + "style")
            self._styles = {element.get(W + "styleId", ""): element for element in found}
        return self._styles

    def _count(self, name: str, found: List, depth: int) -> dict[int, int]:
        counters = self._counters.setdefault(found.abstract, {})
        if name not in self._seen:
            self._seen.add(name)
            for level in found.restarts:
                counters.pop(level, None)
        for level in range(depth):  # «2.1» before any «2»: Word shows the higher level as if begun
            counters.setdefault(level, _start(found, level))
        counters[depth] = counters[depth] + 1 if depth in counters else _start(found, depth)
        for level in [level for level in counters if level > depth]:
            if level not in found.levels or _restarts(found.levels[level], depth):
                del counters[level]
        return counters


def _restarts(level: Level, depth: int) -> bool:
    return level.restarts_after is None or depth < level.restarts_after


def _start(found: List, level: int) -> int:
    if level in found.restarts:
        return found.restarts[level]
    return found.levels[level].start if level in found.levels else 1


def _show(levels: dict[int, Level], counters: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.style == "bullet":
        return ""

    def number(placeholder: re.Match[str]) -> str:
        index = int(placeholder[1]) - 1
        style = levels[index].style if index in levels else "decimal"
        return format_number(counters.get(index, 0), "decimal" if level.digits_only else style)

    return _PLACEHOLDER.sub(number, level.pattern)


def _read_reference(properties: _Element | None) -> tuple[str | None, int | None]:
    """(list, level) of a w:pPr; None = not said there. List «0» switches a style's numbering off."""
    reference = None if properties is None else properties.find(W + "numPr")
    if reference is None:
        return None, None
    name, depth = reference.find(W + "numId"), reference.find(W + "ilvl")
    return (
        None if name is None else name.get(_VAL),
        None if depth is None else _number(depth, 0),
    )


def _read_lists(root: _Element) -> dict[str, List]:
    abstracts = {element.get(W + "abstractNumId", ""): element for element in root.iter(W + "abstractNum")}
    by_style = {
        link.get(_VAL): name
        for name, element in abstracts.items()
        if (link := element.find(W + "styleLink")) is not None
    }
    lists = {}
    for element in root.iter(W + "num"):
        reference = element.find(W + "abstractNumId")
        name = "" if reference is None else reference.get(_VAL, "")
        link = abstracts[name].find(W + "numStyleLink") if name in abstracts else None
        if link is not None:  # a definition that only points to a list style
            name = by_style.get(link.get(_VAL), name)
        if name in abstracts:
            lists[element.get(W + "numId", "")] = _read_list(element, name, abstracts[name])
    return lists


def _read_list(element: _Element, name: str, abstract: _Element) -> List:
    levels = dict(_read_level(level) for level in abstract.iter(W + "lvl"))
    restarts = {}
    for override in element.iter(W + "lvlOverride"):
        depth = _attribute(override, W + "ilvl", 0)
        start = override.find(W + "startOverride")
        if start is not None:
            restarts[depth] = _number(start, 1)
        levels.update(_read_level(level) for level in override.iter(W + "lvl"))
    return List(name, levels, restarts)


def _read_level(element: _Element) -> tuple[int, Level]:
    said = {detail.tag: detail for detail in element}
    text, style, linked = said.get(W + "lvlText"), said.get(W + "numFmt"), said.get(W + "pStyle")
    level = Level(
        start=_number(said.get(W + "start"), 0),
        style="decimal" if style is None else style.get(_VAL, "decimal"),
        pattern="" if text is None else text.get(_VAL, ""),
        restarts_after=_number(said[W + "lvlRestart"], 0) if W + "lvlRestart" in said else None,
        digits_only=is_on(said.get(W + "isLgl")),
        paragraph_style=None if linked is None else linked.get(_VAL),
    )
    return _attribute(element, W + "ilvl", 0), level


def _number(element: _Element | None, default: int) -> int:
    return default if element is None else _attribute(element, _VAL, default)


def _attribute(element: _Element, name: str, default: int) -> int:
    value = element.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else default
