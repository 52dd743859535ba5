"""Whether a row is a signature: a post and a name, «Начальник Управления образования | | Л.В. Крутоярова»."""

import re
from collections.abc import Sequence

from ingest.columns.contents import POST

SIGNER = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
DIGIT = re.compile(r"\d")


def is_signed(texts: Sequence[str]) -> bool:
    """True for the filled cells of a row that are a post and a name and nothing else."""
    if len(texts) != 2 or DIGIT.match(texts[0]):
        return False
    return POST.search(texts[0]) is not None and SIGNER.fullmatch(texts[1]) is not None
