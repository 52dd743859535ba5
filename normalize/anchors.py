"""What a decision holds on to a mention by: its anchor, made of what is printed and where (notes/names.md §4).

Not of what a name was found to mean: «ИРО» that another order explains is «ИРО» here, whatever is loaded besides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from normalize.fold import fold
from normalize.model import Decision, Field, Knowledge
from normalize.names.resolution import Verdicts
from normalize.organization_names import initials_of, proper_part
from normalize.parties.drafts import OF_SET, Draft
from normalize.parties.units import Target

PLACE = "place|"


def place_subject(anchor: str) -> str:
    """What a decision on a mention's organization is about: the mention itself may be a person, decided on apart."""
    return f"{PLACE}{anchor}"


@dataclass(slots=True)
class Anchors:
    """Gives anchors: fingerprint of the measure, column, kind, normalized name, ordinal.

    `overruled`: spelling keys of letters that a person explained otherwise than the order's text → what that says;
    `bodies`: letters → keys of bodies that they may have been taken for.
    """

    overruled: Mapping[str, str]
    bodies: Mapping[str, frozenset[str]]
    seen: Counter[str] = field(default_factory=Counter)
    seen_before: Counter[str] = field(default_factory=Counter)
    former: dict[str, tuple[str, ...]] = field(default_factory=dict)  # every anchor → those that it had

    def give(self, measure: str, column: Field, draft: Draft) -> str:
        """The draft's anchor; `measure`: fingerprint of its text. Drafts come in order, each once."""
        place, target = f"{measure}|{column}", draft.target
        if draft.read_by == OF_SET:  # apart: no mention that is printed has another ordinal for it
            place = f"{place}|{OF_SET}"
        by_name = f"{place}|{draft.kind}|{draft.person.key}" if draft.person else None
        base = by_name or f"{place}|{_kind(draft)}|{fold(draft.role or '')}|{self._printed(draft)}"
        anchor = _hashed(base, self.seen)
        self.former[anchor] = () if by_name is not None or target is None else tuple(self._before(target, draft, place))
        return anchor

    def _printed(self, draft: Draft) -> str:
        if draft.target is None:
            return ""
        key = draft.target.letters or draft.target.key
        return self.overruled.get(key, key)

    def _before(self, target: Target, draft: Draft, place: str) -> Iterator[str]:
        """Anchors as they were made of what letters meant at the time, of whichever body they may stand for."""
        letters = target.letters or target.key
        for key in sorted({target.key, letters, *(self.bodies.get(letters, ()) if " " not in letters else ())}):
            for kind in sorted({draft.kind, _kind(draft)}):
                yield _hashed(f"{place}|{kind}|{fold(draft.role or '')}|{key}", self.seen_before)


def _kind(draft: Draft) -> str:
    """As printed: letters that another order explains to be a school are an organization's to this one."""
    return "organization" if draft.kind == "school" and draft.target and draft.target.letters else draft.kind


def _hashed(base: str, seen: Counter[str]) -> str:
    seen[base] += 1
    return sha256(f"{base}|{seen[base]}".encode()).hexdigest()[:20]


def decides_on_mentions(verdicts: Verdicts) -> bool:
    """True where a decision may be on a single mention; else it does not matter what anchors once were."""
    return any(_ANCHOR.fullmatch(subject.removeprefix(PLACE)) for subject in verdicts)


_ANCHOR = re.compile("[0-9a-f]{20}")


def bodies_of_letters(known: Knowledge) -> dict[str, frozenset[str]]:
    """Spelling key of letters → keys of the bodies that have them by an alias, as initials, or in quotes."""
    found: dict[str, set[str]] = {}
    for alias in known.aliases:
        found.setdefault(f"org|{alias.key}", set()).add(alias.means)
    for one in (*known.organizations, *(each.organization for each in known.established)):
        for letters in (initials_of(one.name), proper_part(one.name)):
            found.setdefault(f"org|{fold(letters)}", set()).add(one.key)
    return {letters: frozenset(keys) for letters, keys in found.items()}


def carried_over(verdicts: Verdicts, former: Mapping[str, Iterable[str]]) -> Verdicts:
    """The decisions, with those on mentions that had another anchor when they were decided on.

    An anchor that another mention has now is that one's.
    """
    carried: dict[str, Decision] = {}
    for anchor, had in former.items():
        before = [one for one in had if one not in former]
        for subject in (str, place_subject):
            decided = next((verdicts[subject(one)] for one in before if subject(one) in verdicts), None)
            if decided is not None and subject(anchor) not in verdicts:
                carried[subject(anchor)] = decided
    return {**verdicts, **carried} if carried else verdicts
