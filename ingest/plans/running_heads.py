"""Which paragraphs of a document belong to its pages: what a typist, or a program that made a Word file of a PDF, left
between the parts of a table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from ingest.furniture import is_furniture
from ingest.model import Document, Grid, Paragraph
from ingest.titles import is_marked

OFTEN = 3  # times at least
SEVERAL = 2  # cuts of a table: a title stands over one
MOST = 0.5  # it stands on more than this share of the pages from its first to its last, or of the places for text


def running_heads(document: Document) -> frozenset[str]:
    """What is printed above or under nearly every page, by itself.

    Not «Работа с родителями» in each of three plans, nor «1. Кадры», «Сентябрь»: titles of sections.
    """
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    places: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        places[paragraph.text].append(paragraph)
    often = {text: found for text, found in places.items() if len(found) >= OFTEN and not is_marked(text)}
    paged = frozenset(text for text, found in often.items() if _is_on_pages(found))
    return paged | _between_tables(document, often) | _between_halves(document)


def _is_on_pages(found: list[Paragraph]) -> bool:
    pages = {paragraph.page for paragraph in found if paragraph.page is not None}
    return len(pages) >= OFTEN and len(pages) > MOST * (max(pages) - min(pages) + 1)


def _between_tables(document: Document, often: Mapping[str, list[Paragraph]]) -> frozenset[str]:
    """Those of a file without pages that stand between most tables with nothing fresh beside them."""
    unpaged = {text for text, found in often.items() if all(paragraph.page is None for paragraph in found)}
    gaps = list(_gaps(document)) if unpaged else []
    bare = [gap for gap in gaps if all(text in unpaged or is_furniture(text) for text in gap)]
    return frozenset(text for text in unpaged if sum(text in gap for gap in bare) > MOST * len(gaps))


def _between_halves(document: Document) -> frozenset[str]:
    """What stands in every place where a table is cut, «… | 3 |», overleaf «4 | …», if there are several."""
    above: Grid | None = None
    gap: list[str] = []
    cuts: list[set[str]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            gap.append(block.text)
            continue
        if above is not None and gap and _goes_on(above, block):
            cuts.append(set(gap))
        above, gap = block, []
    same = set.intersection(*cuts) if len(cuts) >= SEVERAL else set()
    return frozenset(text for text in same if not is_marked(text))


def _goes_on(above: Grid, below: Grid) -> bool:
    """Whether the first row has the number after the last that is printed above."""
    last, first = (
        [cell.text.strip(" .)") for cell in next(zip(*grid.rows, strict=True), ()) if cell] for grid in (above, below)
    )
    numbers = [int(text) for text in last if text.isdecimal()]
    return bool(numbers) and first[:1] == [str(numbers[-1] + 1)]


def _gaps(document: Document) -> Iterator[list[str]]:
    """The texts of each run of paragraphs."""
    for is_table, blocks in groupby(document.blocks, key=lambda block: isinstance(block, Grid)):
        if not is_table:
            yield [block.text for block in blocks if isinstance(block, Paragraph)]
