"""Decisions that cannot both hold. Only those of equal reach are compared: a narrower one overrides a wider.

But for «разные»: to join two names everywhere is to join them in the order, too, where somebody told them apart.
"""

from collections import deque
from collections.abc import Iterator
from itertools import combinations

from normalize.answers import organization_named
from normalize.decided_names import meant_by, names_of
from store.model import Chain, DecisionRow, NewDecision
from store.refusals import DecisionRefused

_VERDICTS = ("same", "new", "not_a_name", "text")  # of these a subject has one
Edge = tuple[str, str]
Graph = dict[str, list[tuple[DecisionRow, str]]]


class Contradiction(DecisionRefused):
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
    here = tuple(row for row in force if row.decision.territory == new.territory)
    rivals = tuple(row for row in here if _reach(row.decision) == _reach(new))
    graph = _graph(rivals)
    for left, right in told_apart(new):
        chain = _path(graph, left, right)
        if chain is not None:
            return chain
    apart = here if new.scope == "everywhere" else rivals
    return _other_verdict(rivals, graph, new) or _forbidden_union(apart, graph, new)


def _other_verdict(rivals: Chain, graph: Graph, new: NewDecision) -> Chain:
    """A verdict on the same subject that says something else: «new» against «same», two answers."""
    if new.verb not in _VERDICTS:
        return ()
    subject = meant_by(new.subject)
    for row in rivals:
        old = row.decision
        if old.verb not in _VERDICTS or meant_by(old.subject) != subject:
            continue
        if (old.verb, old.answer) != (new.verb, new.answer) and not _both_same(graph, old, new):
            return (row,)
    return ()


def _both_same(graph: Graph, old: NewDecision, new: NewDecision) -> bool:
    """Two answers that other decisions have already declared to be one."""
    if old.verb != "same" or new.verb != "same" or old.answer is None or new.answer is None:
        return False
    return _path(graph, old.answer, new.answer) is not None


def _forbidden_union(apart: Chain, graph: Graph, new: NewDecision) -> Chain:
    """A «different» between anything that means the subject and anything that means the answer."""
    joined = _joined(new)
    if joined is None:
        return ()
    subject, answer = (_paths(graph, one) for one in joined)
    for row in apart:
        for one, other in told_apart(row.decision):
            for left, right in ((one, other), (other, one)):
                if left in subject and right in answer:
                    return (*subject[left], row, *reversed(answer[right]))
    return ()


def _path(graph: Graph, start: str, end: str) -> Chain | None:
    """The shortest chain of «same» from one to the other; () when they are one text, None without any."""
    return _paths(graph, start).get(end)


def _paths(graph: Graph, start: str) -> dict[str, Chain]:
    """All that means the same as `start`, each with the shortest chain to it."""
    found: dict[str, Chain] = {start: ()}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for row, there in graph.get(here, ()):
            if there not in found:
                found[there] = (*found[here], row)
                queue.append(there)
    return found


def _graph(rivals: Chain) -> Graph:
    """Name → the decisions that say it is another name, with that name."""
    graph: Graph = {}
    for row in rivals:
        joined = _joined(row.decision)
        if joined is not None:
            graph.setdefault(joined[0], []).append((row, joined[1]))
            graph.setdefault(joined[1], []).append((row, joined[0]))
    return graph


def _joined(one: NewDecision) -> Edge | None:
    """What the decision says is one: a name and its meaning, or the two of a pair."""
    if one.verb != "same" or one.answer is None:
        return None
    if one.subject.startswith("pair|"):
        left, right = names_of(one.subject)
        return (right if one.answer == left else left, one.answer)
    return (meant_by(one.subject), one.answer)


def told_apart(one: NewDecision) -> Iterator[Edge]:
    """What the decision says is two: a name and another, the two of a pair, all forms of one name that were shown."""
    if one.verb != "different":
        return
    if one.subject.startswith("pair|"):
        left, right = names_of(one.subject)
        yield left, right
    elif one.answer is not None:
        yield meant_by(one.subject), one.answer
    elif one.subject.startswith("legal_form|"):
        shown = [seen.text.split("; ")[0] for seen in one.evidence if seen.kind == "candidate"]
        yield from combinations(dict.fromkeys(organization_named(name).key for name in shown), 2)


def _reach(one: NewDecision) -> tuple[str | None, ...]:
    return (one.territory, one.scope, one.scope_value)


def _words(one: NewDecision) -> str:
    """«same(Фадеева К.М., Фадеев К.М.)»: names as the clerk saw them, keys where nobody did."""
    seen = {found.kind: found.text for found in one.evidence if found.kind in ("name", "answer", "question")}
    subject = seen.get("name") or seen.get("question") or one.subject
    answer = seen.get("answer") or one.answer
    return f"{one.verb}({subject}, {answer})" if one.answer is not None else f"{one.verb}({subject})"
