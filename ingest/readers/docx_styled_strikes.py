"""Runs that a style strikes out, marked as if each were struck by itself: nothing else need know of styles."""

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from ingest.readers.docx_package import Package, W
from ingest.readers.docx_text import STRIKES, is_on

_MAX_STYLES = 64  # based on one another; a damaged file may have a circle
_VAL, _RUN, _RUN_PROPERTIES = W + "val", W + "r", W + "rPr"
_PARAGRAPH_STYLE, _RUN_STYLE = W + "pStyle", W + "rStyle"
_STRIKE = W + "strike"


def strike_styled(root: _Element, package: Package) -> None:
    """Strikes out the runs of `root` whose style does, or whose paragraph's style does; what a run says itself holds.

    A toggle property in both styles is none (ECMA-376, 17.7.3).
    """
    if next(root.iter(_PARAGRAPH_STYLE, _RUN_STYLE), None) is None:
        return  # the styles are the largest part of most files, and many use none
    struck = _striking_styles(package)
    if not struck:
        return
    for paragraph in root.iter(W + "p"):
        by_paragraph = _style(paragraph, W + "pPr", _PARAGRAPH_STYLE) in struck
        for run in _runs(paragraph):
            properties = run.find(_RUN_PROPERTIES)
            own = properties is not None and any(properties.find(name) is not None for name in STRIKES)
            if not own and by_paragraph != (_style(run, _RUN_PROPERTIES, _RUN_STYLE) in struck):
                _strike(run, properties)


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """The paragraph's own, those of links and content controls with them; a text box has paragraphs of its own."""
    return (run for run in paragraph.iter(_RUN) if next(run.iterancestors(W + "p"), None) is paragraph)


def _strike(run: _Element, properties: _Element | None) -> None:
    if properties is None:
        properties = etree.Element(_RUN_PROPERTIES)
        run.insert(0, properties)
    etree.SubElement(properties, _STRIKE)


def _style(element: _Element, properties: str, name: str) -> str | None:
    said = element.find(f"{properties}/{name}")
    return None if said is None else said.get(_VAL)


def _striking_styles(package: Package) -> frozenset[str]:
    """The names of the styles that strike out."""
    root = package.part("styles") if package.mentions("styles", b"trike") else None
    styles = {} if root is None else {one.get(W + "styleId", ""): one for one in root.iter(W + "style")}
    return frozenset(name for name in styles if _strikes(name, styles))


def _strikes(name: str | None, styles: Mapping[str, _Element]) -> bool:
    """Whether the style says so, or the nearest that it is based on and that says anything."""
    for _ in range(_MAX_STYLES):
        style = styles.get(name or "")
        if style is None:
            return False
        properties = style.find(_RUN_PROPERTIES)
        said = [] if properties is None else [properties.find(strike) for strike in STRIKES]
        if any(one is not None for one in said):
            return any(map(is_on, said))
        name = _parent(style)
    return False


def _parent(style: _Element) -> str | None:
    parent = style.find(W + "basedOn")
    return None if parent is None else parent.get(_VAL)
