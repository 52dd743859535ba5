"""Workbooks that LibreOffice saved as one web page: «Overview», «Sheet 1: Сентябрь» are its own words."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from ingest.model import Paragraph
from ingest.readers.sheet_names import Block, are_months, under_month
from ingest.readers.spacing import tidy

Names = dict[str, str]  # what stands over a sheet, «Sheet 1: Сентябрь» → its name


def take_sheet_names(root: HtmlElement) -> Names:
    """The sheets' names, in order, the list of them taken out of the page; empty for other pages."""
    heads = [head for anchor in root.iter("a") if _is_anchor(anchor) for head in anchor.iter("h1")]
    names = {tidy(head.text_content()): tidy("".join(em.text_content() for em in head.iter("em"))) for head in heads}
    if not all(names.values()):
        return {}
    links = [link for link in root.iter("a") if names and link.get("href", "").startswith("#table")]
    for above in {link.getparent() for link in links}:
        for listed in [one for one in above if one in links or one.tag == "h1"]:
            listed.drop_tree()
    return names


def part_sheets(blocks: Sequence[Block], names: Names) -> list[Block]:
    """The blocks without the lines over the sheets; a month's name stands right above its sheet's table."""
    sheets: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Paragraph) and block.text in names:
            sheets.append((names[block.text], []))
        else:
            sheets[-1][1].append(block)
    months = are_months([name for name, _ in sheets])
    return [block for name, own in sheets for block in (under_month(own, name) if months else own)]


def _is_anchor(anchor: HtmlElement) -> bool:
    return re.fullmatch(r"table\d+", anchor.get("name", "")) is not None
