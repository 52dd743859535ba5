"""Whose staff a bare title means: «Методисты» in an order with «методисты МБУ ДО «ЦДО»» (CONTRACT.md §2)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from normalize.model import Candidate
from normalize.names.bare_bodies import Bodies, body_said, body_subject
from normalize.names.placed_titles import FROM_THE_ORDER, AskedBody, body_target, is_plan_of_institution
from normalize.names.resolution import Verdicts
from normalize.parties.drafts import CellReading, Draft, placed_by
from normalize.parties.units import Target
from normalize.titles.heads import find_head
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

_STAFF = frozenset(forms_of("roles", "staff_of_body"))
_RANKS = frozenset(forms_of("roles", "rank_of_staff"))
_ABOVE = ("authority", "ministry")


@dataclass(frozen=True, slots=True)
class _Holders:
    """Who has such staff: bodies and how often the order says so; `elsewhere`: a school, or one that is not known."""

    times: Counter[str]
    targets: Mapping[str, Target]
    elsewhere: bool


def place_staff(
    found: Mapping[int, list[Draft]], read: Mapping[int, CellReading], bodies: Bodies, verdicts: Verdicts
) -> tuple[AskedBody, ...]:
    """Gives bare titles the one body of the order that has such staff, in place; of several it is asked which.

    Only where the order says it twice or more. Not in a school's own plan, nor where another body stands in the cell,
    nor where the title itself is asked about: «Методисты руководители ШМО».
    """
    if is_plan_of_institution(bodies):
        return ()
    holders = _holders(draft for drafts in found.values() for draft in drafts)
    asked: dict[str, list[tuple[int, Draft]]] = {}
    for position, drafts in found.items():
        for index, draft in enumerate(drafts):
            noun = _bare_noun(draft)
            if noun is None or _is_in_doubt(draft, read[position]) or _is_beside(drafts, holders[noun]):
                continue
            decided = verdicts.get(body_subject(noun))
            if (said := body_said(decided)) is not None:
                target = body_target(said, draft, bodies)
                drafts[index] = placed_by(draft, "decision", target, 1.0)
            elif decided is None and (one := _only(holders[noun])) is not None:
                drafts[index] = placed_by(draft, FROM_THE_ORDER, one, 0.9)
            elif decided is None and len(holders[noun].times) > 1 and not holders[noun].elsewhere:
                asked.setdefault(noun, []).append((position, draft))
    return tuple(AskedBody(noun, _candidates(holders[noun]), tuple(touched)) for noun, touched in asked.items())


def says_staff(noun: str) -> bool:
    """Whether a question on a body is about whose staff somebody is: «методист», not «отдел»."""
    return noun in _STAFF


def _bare_noun(draft: Draft) -> str | None:
    """«методист» of «методисты», «старший методист» without a name or a place; None for longer titles, and for
    «региональные методисты»."""
    if draft.kind != "group" or draft.target is not None or draft.role is None or draft.rule != "group":
        return None
    *before, noun = singular_role(draft.role).split(" ")
    return noun if noun in _STAFF and _RANKS.issuperset(before) else None


def _is_in_doubt(draft: Draft, reading: CellReading) -> bool:
    return any(draft.start < doubt.end and doubt.start < draft.end for doubt in reading.doubts)


def _is_beside(drafts: Sequence[Draft], holders: _Holders) -> bool:
    """«МБУ «ИМЦ», методисты»: hers, though the order has methodists of another body; the department above has many."""
    places = [draft.target for draft in drafts if draft.target is not None and draft.kind == "organization"]
    return any(one.kind not in _ABOVE and one.key not in holders.times for one in places)


def _holders(drafts: Iterable[Draft]) -> Mapping[str, _Holders]:
    times: defaultdict[str, Counter[str]] = defaultdict(Counter)
    targets: dict[str, Target] = {}
    elsewhere: set[str] = set()
    for draft in drafts:
        for role, target in _titles_of(draft):
            noun = _staff_of(role)
            if noun is None:
                continue
            if target is not None and target.kind != "school":
                times[noun][target.key] += 1
                targets[target.key] = target
            elif target is not None or singular_role(role).split(" ")[-1] != noun:
                elsewhere.add(noun)  # «специалисты опеки»: of a body that nobody knows
    return {noun: _Holders(times[noun], targets, noun in elsewhere) for noun in _STAFF}


def _titles_of(draft: Draft) -> Iterator[tuple[str, Target | None]]:
    if draft.role is not None:
        yield draft.role, draft.target
    yield from draft.other_roles


def _staff_of(role: str) -> str | None:
    words = singular_role(role).split(" ")
    head = find_head(words)
    return words[head.index] if head is not None and words[head.index] in _STAFF else None


def _only(holders: _Holders) -> Target | None:
    """The one body, where the order says it twice or more."""
    if holders.elsewhere or len(holders.times) != 1:
        return None
    ((key, times),) = holders.times.items()
    return holders.targets[key] if times > 1 else None


def _candidates(holders: _Holders) -> tuple[Candidate, ...]:
    return tuple(Candidate(key, holders.targets[key].name) for key, _ in holders.times.most_common())
