"""The order's number, date, issuer, title, school year and territory, from the text around its tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.heads.citations import ORDER_LINE, Citation, find_citations
from ingest.heads.dates import find_school_year, school_year_of_month
from ingest.heads.first_line import part_place
from ingest.heads.issuer import approving_bodies, find_issuer
from ingest.heads.joint import find_joint_issuers
from ingest.heads.nominative import lower_capitals
from ingest.heads.own_title import find_own_title
from ingest.heads.side_by_side import part_approvals
from ingest.heads.territory import find_region, find_school_town, find_territory, find_unsure_town
from ingest.heads.town_words import join_halves
from ingest.heads.two_languages import russian_part
from ingest.model import Document, Grid, OrderHead, RawDoubt
from ingest.plan_title import find_title, part_title
from ingest.town_forms import towns_of

# An approval is often a table without lines: each of its columns is a text of its own.
APPROVAL = re.compile(r"(?i)утвержд|согласован|рассмотрен|принят[оа]?\b|приложение")
APPROVAL_ROWS = 15  # a longer table is no approval
# «Приложение № 3 к Порядку, утверждённому постановлением … от … № 88»: the plan may have an order of its own.
ANNEX_OF_RULES = re.compile(r"(?i)^\W*приложение(?:\s*№?\s*\d+)?\s+к\s+(?:порядку|положению|правилам|регламенту)\b")
JOINT = "Документ издали или утвердили несколько органов вместе. Издателем записан первый из названных здесь. Верно ли?"
TOWN = "Город приказа напечатан в косвенном падеже: «{}». Это {}? Территорией записано «{}»."
YEAR = re.compile(r"20\d\d")
HEAD_LINES = 12  # paragraphs from the title to the table: lines of the title, a subtitle
PREAMBLE = 200  # characters: a longer paragraph is running text, which names towns that are not the order's


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the measure tables, paragraph by paragraph."""

    before: tuple[str, ...]  # the first of them
    after: tuple[str, ...]  # the first of them: between the tables and behind them


def read_head(
    document: Document, tables: Sequence[int], captions: Sequence[str] = ()
) -> tuple[OrderHead, tuple[RawDoubt, ...]]:
    """The head, and a doubt when two numbers may be the order's own.

    `tables` are the measure tables (1-based among all tables), `captions` the titles in their first rows.
    """
    around = read_surroundings(document, tables, captions)
    text = "\n\n".join((*around.before, *around.after)).replace("_", " ")
    citations = find_citations(_one_blank(text))
    best = citations[0] if citations else Citation(None, None, 0, ())
    title = _title_of_plan(document, tables, around)
    about = find_own_title(around.before) or find_own_title(around.after)
    printed = "\n\n".join((*around.before, *around.after))
    joint = find_joint_issuers(printed)
    behind = [line for text in around.after for line in text.split("\n")]
    issuer = next(iter(joint), None) or find_issuer(printed, best.leads, title, *_about_title(title, around), behind)
    texts = _territorial(issuer, title, around)
    region = find_region(issuer or "")
    head = OrderHead(
        number=best.number,
        date=best.date,
        issuer=issuer,
        title=title,
        school_year=find_school_year(" ".join((title or "", *_beside(title, around))).replace("\n", " "))
        or school_year_of_month(title or ""),
        territory=_read_territory(issuer, region, texts),
        about=about,
    )
    approving = approving_bodies(printed)
    joint = joint or (approving if issuer in approving else ())
    together = [RawDoubt("order_issuer", JOINT, "; ".join(joint))] if len(joint) > 1 else []
    odd = () if best.odd_date is None or best.date is not None else (_odd_date(best.odd_date),)
    unsure = () if region else _which_town(texts, head.territory)
    return head, (*_doubts(citations), *odd, *together, *unsure)


def _title_of_plan(document: Document, tables: Sequence[int], around: Surroundings) -> str | None:
    """The first title; not that of another table, where the plan has one of its own that names a year.

    «График дежурства» over a list, further down «План работы на 2024-2025 учебный год» over the measures.
    """
    first = find_title(around.before) or find_title(around.after)
    if first is None or YEAR.search(first):
        return first
    above = _above_tables(document, tables)
    own = find_title(above[-1]) if above else None
    heads_another = any(texts and _flat(texts[-1]) and first.endswith(_flat(texts[-1])) for texts in above[:-1])
    return own if own and heads_another and YEAR.search(own) else first


def _above_tables(document: Document, tables: Sequence[int]) -> list[list[str]]:
    """The paragraphs above each table down to the first measure table; () where it has none."""
    above: list[list[str]] = [[]]
    table = 0
    for block in document.blocks:
        if not isinstance(block, Grid):
            above[-1].append(block.text)
            continue
        table += 1
        if table in tables:
            return above
        above.append([])
    return above


def _flat(text: str) -> str:
    return " ".join(text.split())


def _odd_date(printed: str) -> RawDoubt:
    """Said with the question about what the head leaves out."""
    return RawDoubt("order_head", f"Напечатано «{printed}», такого дня нет.", printed)


def read_surroundings(document: Document, tables: Sequence[int], captions: Sequence[str]) -> Surroundings:
    """The paragraphs before the first measure table and after it, those of approval tables among them."""
    before: list[str] = []
    after: list[str] = []
    table = 0
    side = before
    for block in document.blocks:
        if not isinstance(block, Grid):
            side += part_title(block.text)
            continue
        table += 1
        if table not in tables:
            side += _approval(block)
        elif side is before:
            before += captions
            side = after
    return Surroundings(
        *(
            tuple(part_approvals([join_halves(text) for text in map(russian_part, side) if text]))
            for side in (before, after)
        )
    )


def _approval(grid: Grid) -> Iterator[str]:
    """The columns of an approval or of two letterheads, else the rows of another small table («07.10.2020 | № 306»)."""
    texts = [[russian_part(cell.text) if cell else "" for cell in row] for row in grid.rows]
    if len(texts) > APPROVAL_ROWS:
        return
    letterheads = sum(ORDER_LINE.search(text) is not None for row in texts for text in row)
    if letterheads > 1 or any(APPROVAL.search(text) for row in texts for text in row):
        for column in zip(*texts, strict=True):
            yield "\n".join(filter(None, column))
    elif len(texts) < 4:
        for row in texts:
            yield " ".join(filter(None, row))


def _which_town(texts: Sequence[str], territory: str | None) -> tuple[RawDoubt, ...]:
    """Two territories would be one town, were it named in another case elsewhere."""
    unsure = find_unsure_town(texts)
    if unsure is None or territory is None:
        return ()
    printed, town = unsure
    may_be = town.among if towns_of(printed) else (*town.among, printed)  # a name of no list may stand as it is
    names = " или ".join(f"«{name}»" for name in dict.fromkeys(may_be))
    return (RawDoubt("order_territory", TOWN.format(printed, names, territory), printed),)


def _read_territory(issuer: str | None, region: str | None, texts: Sequence[str]) -> str | None:
    return (find_school_town(issuer or "", texts) or region) if region else find_territory(texts)


def _territorial(issuer: str | None, title: str | None, around: Surroundings) -> list[str]:
    printed = [
        part for text in (*around.before, *around.after) for part in (text.replace("\n", " "), *text.split("\n"))
    ]
    texts = [part for text in printed for part in part_place(text)]
    return [issuer or "", title or "", *(lower_capitals(text) for text in texts if len(text) <= PREAMBLE)]


def _beside(title: str | None, around: Surroundings) -> list[str]:
    """The paragraphs up to a little below the title, then those of an order that follows its plan.

    A long programme speaks of other years further on.
    """
    first = (title or "").split()[:1]
    at = next((n for n, text in enumerate(around.before) if first and first[0] in text), len(around.before))
    behind = around.after if any(APPROVAL.search(text) for text in around.after) else ()
    return [*around.before[: at + HEAD_LINES], *behind]


def _about_title(title: str | None, around: Surroundings) -> tuple[list[str], list[str]]:
    """The lines between the title's first one and the table, and those above it; all above when there is no title."""
    lines = [line for text in around.before for line in text.split("\n")]
    first = (title or "").split()[:2]
    at = next(
        (n for n, line in enumerate(lines) if first and line.split()[: len(first)] == first[: len(line.split())]), None
    )
    return ([], lines) if at is None else (lines[at + 1 :], lines[:at])


def _one_blank(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", text)


def _doubts(citations: Sequence[Citation]) -> tuple[RawDoubt, ...]:
    if not citations or citations[0].number is None:
        return ()
    best, *others = (c for c in citations if c.number is not None)
    surface = ", ".join(f"№ {c.number} от {c.date or '?'}" for c in (best, *others))
    if others:
        return (
            RawDoubt(
                "order_number", "В тексте несколько номеров, похожих на номер приказа. Какой из них его?", surface
            ),
        )
    if best.unsure:
        return (RawDoubt("order_number", "Номер приказа напечатан необычно. Он прочитан верно и целиком?", surface),)
    if ANNEX_OF_RULES.search(best.leads[0]):
        return (
            RawDoubt(
                "order_number",
                "Это номер и дата документа, которым утверждён порядок. Приказ о плане – он же?",
                surface,
            ),
        )
    return ()
