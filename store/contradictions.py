"""Decisions that cannot both hold. Only those of equal reach are compared: a narrower one overrides a wider."""

from collections import deque

from store.errors import StoreError
from store.model import DecisionRow, NewDecision

_VERDICTS = ("same", "new", "not_a_name", "text")  # of these a subject has one
Chain = tuple[DecisionRow, ...]


class Contradiction(StoreError):
    """The decision contradicts others in force; `chain` holds them, from its subject to its answer."""

    def __init__(self, new: NewDecision, chain: Chain) -> None:
        said = "; ".join(_words(row.decision) for row in chain)
        super().__init__(f"{_words(new)} contradicts what was decided before: {said}")
        self.new = new
        self.chain = chain


def refuse_contradiction(force: Chain, new: NewDecision) -> None:
    """Raises Contradiction when `new` cannot hold together with the decisions in force."""
    chain = find_chain(force, new)
    if chain:
        raise Contradiction(new, chain)


def find_chain(force: Chain, new: NewDecision) -> Chain:
    """The decisions in the way of `new`; empty if there are none."""
    rivals = tuple(row for row in force if _reach(row.decision) == _reach(new))
    if new.verb == "different" and new.answer is not None:
        return _path(rivals, new.subject, new.answer) or ()
    return _other_verdict(rivals, new) or _forbidden_union(rivals, new)


def _other_verdict(rivals: Chain, new: NewDecision) -> Chain:
    """A verdict on the same subject that says something else: «new» against «same», two answers."""
    if new.verb not in _VERDICTS:
        return ()
    for row in rivals:
        old = row.decision
        if old.subject != new.subject or old.verb not in _VERDICTS:
            continue
        if (old.verb, old.answer) != (new.verb, new.answer) and not _both_same(rivals, old, new):
            return (row,)
    return ()


def _both_same(rivals: Chain, old: NewDecision, new: NewDecision) -> bool:
    """Two answers that other decisions have already declared to be one."""
    if old.verb != "same" or new.verb != "same" or old.answer is None or new.answer is None:
        return False
    return _path(rivals, old.answer, new.answer) is not None


def _forbidden_union(rivals: Chain, new: NewDecision) -> Chain:
    """A «different» between anything that means the subject and anything that means the answer."""
    if new.verb != "same" or new.answer is None:
        return ()
    for row in rivals:
        old = row.decision
        if old.verb != "different" or old.answer is None:
            continue
        for left, right in ((old.subject, old.answer), (old.answer, old.subject)):
            to_left, from_right = _path(rivals, new.subject, left), _path(rivals, right, new.answer)
            if to_left is not None and from_right is not None:
                return (*to_left, row, *from_right)
    return ()


def _path(rivals: Chain, start: str, end: str) -> Chain | None:
    """The shortest chain of «same» from one to the other; () when they are one text, None without any."""
    queue, seen = deque[tuple[str, Chain]]([(start, ())]), {start}
    while queue:
        here, chain = queue.popleft()
        if here == end:
            return chain
        for row in rivals:
            there = _other_end(row.decision, here)
            if there is not None and there not in seen:
                seen.add(there)
                queue.append((there, (*chain, row)))
    return None


def _other_end(one: NewDecision, here: str) -> str | None:
    if one.verb != "same" or here not in (one.subject, one.answer):
        return None
    return one.answer if one.subject == here else one.subject


def _reach(one: NewDecision) -> tuple[str | None, ...]:
    return (one.territory, one.scope, one.scope_value)


def _words(one: NewDecision) -> str:
    return f"{one.verb}({one.subject}, {one.answer})" if one.answer is not None else f"{one.verb}({one.subject})"
