"""Templates with everything escaped: text from orders reaches the page as text, whatever it holds."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from review import wording
from review.deadline_words import deadline_words, repeat_words
from review.marks import cut
from review.notices import answer_words, asked_words, decided_on, decision_words, said_words
from store.review.places import PageFrames

HERE = Path(__file__).parent
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f" + "".join(wording.CONTROLS) + "]")


def make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        show=show,
        cut=cut,
        day=wording.russian_date,
        moment=wording.russian_moment,
        mentions=wording.mentions,
        counted=wording.counted,
        plain=wording.plain_key,
        quoted=wording.quoted,
        numbers=page_numbers,
    )
    environment.globals.update(
        wording=wording, order_name=wording.order_name, answer_words=answer_words, asked_words=asked_words,
        decided_on=decided_on, decision_words=decision_words, said_words=said_words, deadline_words=deadline_words,
        repeat_words=repeat_words,
    )  # fmt: skip
    return environment


def page_numbers(pages: Sequence[PageFrames]) -> list[int]:
    """The pages of the first file that show the row: two where a page break cuts it."""
    return sorted({box.page for one in pages[:1] for box in one.boxes})


def show(text: str) -> Markup:
    """The text escaped, with invisible characters named: a right-to-left mark could turn a line around."""

    def name(match: re.Match[str]) -> str:
        word = wording.CONTROLS.get(match.group(), f"U+{ord(match.group()):04X}")
        return f'<span class="control" title="невидимый знак">{word}</span>'

    return Markup(_CONTROL.sub(name, str(escape(text))))
