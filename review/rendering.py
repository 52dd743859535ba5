"""Templates with everything escaped: text from orders reaches the page as text, whatever it holds."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from review import wording
from review.marks import cut
from review.notices import answer_words, asked_words, decision_words

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
    )
    environment.globals.update(
        wording=wording, order_name=wording.order_name, answer_words=answer_words, asked_words=asked_words,
        decision_words=decision_words,
    )  # fmt: skip
    return environment


def show(text: str) -> Markup:
    """The text escaped, with invisible characters named: a right-to-left mark could turn a line around."""

    def name(match: re.Match[str]) -> str:
        word = wording.CONTROLS.get(match.group(), f"U+{ord(match.group()):04X}")
        return f'<span class="control" title="невидимый знак">{word}</span>'

    return Markup(_CONTROL.sub(name, str(escape(text))))
