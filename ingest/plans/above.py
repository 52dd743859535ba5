"""The texts above a table's header -> the title of the section that its rows stand in."""

from collections.abc import Sequence

from ingest.notes import is_note, is_sentence
from ingest.plan_title import find_title
from ingest.titles import is_heading, is_marked, is_order_point, is_plan_title, title_mark

MOST_SENTENCES = 3  # that stand between a marked title and its table


def heading_above(texts: Sequence[str], first: bool) -> str | None:
    """The last text that may be a section's title: «I. Кадры», «Работа с детьми»; None without one.

    Notes about the section stand under its title: «Цель: …», «Ответственный: …». So may a few sentences, but
    above the first table of a file they are an order's, and under a title without a mark they may be anything.
    A text without a mark is a title only where other tables of the file, or other headers, stand under a text as
    well: above a single table it may be anything.
    """
    sentences = 0
    for at in reversed(range(len(texts))):
        text = texts[at]
        if is_note(text):
            continue
        if is_plan_title(text) or is_order_point(_since_title(texts[: at + 1])):
            return None
        if is_sentence(text) and not is_marked(text) and not first and sentences < MOST_SENTENCES:
            sentences += 1
            continue
        return text if is_marked(text) or (not sentences and _is_plain(text, texts)) else None
    return None


def outer_heading(texts: Sequence[str], heading: str | None) -> str | None:
    """The part's title right over the section's: «РАЗДЕЛ 1. Кадры» over «1.1. Педсоветы»; None without one."""
    at = texts.index(heading) if heading in texts else 0
    above = texts[at - 1] if heading is not None and at else ""
    return above if title_mark(above) in ("part", "roman") and title_mark(above) != title_mark(heading or "") else None


def _since_title(texts: Sequence[str]) -> Sequence[str]:
    """The texts after the last plan's title: «1. Утвердить план» before it does not make «1. Кадры» a second point."""
    last = next((at for at in reversed(range(len(texts))) if is_plan_title(texts[at])), -1)
    return texts[last + 1 :]


def _is_plain(text: str, texts: Sequence[str]) -> bool:
    in_title = " ".join(text.split()) in (find_title(texts) or "")
    return is_heading(text) and not in_title
