"""The bodies that issued an order together: two authorities in one letterhead, or two letterheads side by side."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.bodies import is_service
from ingest.heads.citations import ORDER_LINE
from ingest.heads.letterhead import authorities_above
from ingest.heads.nominative import FORMS
from ingest.heads.side_by_side import POST

# «СОВМЕСТНЫЙ ПРИКАЗ», «О совместном плане»; «план совместной работы с полицией» has one issuer
TOGETHER = expression(r"(?i)\bсовместн\w+\s+(?:приказ|распоряжени|постановлени|план)")
SIGNED = expression(rf"(?im)^\W*{POST}\s+(?P<whose>[^\n]*[А-ЯЁ]\.\s?[А-ЯЁ]\.[^\n]*)$")
ALIKE = 5  # letters that the forms of one word share


def find_joint_issuers(text: str) -> tuple[str, ...]:
    """The bodies, the one whose head signs first before the others; () where one body issued the order.

    A «Департамент» over an «Управление» may be its superior: only the text or the signatures tell. Two of one kind,
    «Отдел культуры» over «Отдел образования», are none of each other, nor is the police of either.
    """
    first, *others = authorities_above(text) or ((),)
    beside = [body for bodies in others for body in bodies[-1:] if first and not _is_same(body, first[-1])]
    bodies = tuple(dict.fromkeys([*(first[-1:] if beside else first), *beside]))
    if len(bodies) < 2:
        return ()
    word = ORDER_LINE.search(text)
    signers = _signers(text[word.end() :] if word else "", bodies)
    kinds = [_kind(body) for body in bodies]
    apart = beside or any(map(is_service, bodies))
    if not apart and len(set(kinds)) == len(kinds) and len(signers) < 2 and TOGETHER.search(text) is None:
        return ()
    return tuple(dict.fromkeys([*signers, *bodies]))


def _signers(text: str, bodies: Sequence[str]) -> list[str]:
    """The bodies whose heads sign, in that order: «Начальник отдела культуры И.И. Рощин»."""
    found = [body for line in SIGNED.finditer(text) for body in bodies if _heads(line["whose"], body)]
    return list(dict.fromkeys(found))


def _heads(signed: str, body: str) -> bool:
    """Whether the words behind a post are the beginning of the body's name: «отдела культуры»."""
    words, names = _words(signed), _words(body)
    at = next((n for n, word in enumerate(words) if word in FORMS and FORMS[word][0] == _kind(body)), None)
    if at is None:
        return False
    noun = names.index(_kind(body)) if _kind(body) in names else len(names)
    behind, further = words[at + 1 :][:1], names[noun + 1 :][:1]
    return bool(behind and further) and behind[0][:ALIKE] == further[0][:ALIKE]


def _kind(body: str) -> str:
    return next((FORMS[word][0] for word in _words(body) if word in FORMS), "")


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[а-яё-]+", text.lower()) if len(word) > 2]


def _is_same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
