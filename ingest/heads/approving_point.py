"""The point of an order's text that approves its plan: «1. Утвердить план мероприятий на 2022 год (прилагается)»."""

import re
from collections.abc import Sequence

# up to the next point, which may stand in the same paragraph
POINT = re.compile(r"(?i)\bутвердить\b.*?(?=\s\d{1,2}(?:\.\d{1,2})*[.)]\s+(?-i:[А-ЯЁ])|$)")
A_PLAN = re.compile(r"(?i)\bплан|\bдорожн\w+ карт|\bкомплекс\w* мер|\bперечень мероприятий|\bпрограмм|\bмероприяти")
LONGEST = 600  # characters


def find_approving_point(paragraphs: Sequence[str]) -> str | None:
    """Its text, None where no point approves a plan, or several do."""
    texts = (" ".join(text.split()) for text in paragraphs)
    found = dict.fromkeys(point[0] for text in texts for point in POINT.finditer(text) if A_PLAN.search(point[0]))
    return next(iter(found))[:LONGEST] if len(found) == 1 else None
