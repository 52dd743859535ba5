"""What each kind of question is called, why it is asked, what may be answered and what each answer does."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from normalize.model import Candidate
from store.model import Verb

Reads = Literal["person", "name", "deadline", "note"]
VERBS: tuple[Verb, ...] = ("new", "different", "not_a_name")


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: what it says, and what happens when it is pressed."""

    label: str
    effect: str


@dataclass(frozen=True, slots=True)
class Kind:
    """See the head of kinds.toml. `words` None: no answer in words; `verbs`: those that mean something here.

    `reads`: what words are read as; None where any words settle the question.
    """

    title: str
    why: str
    words: str | None
    reads: Reads | None
    search: Literal["person", "organization"] | None
    verbs: Mapping[Verb, Offer]
    leave: Offer | None
    shows: Literal["deadlines", "page"] | None
    effect: str | None
    effects: Mapping[str, str]
    links: str | None

    def effect_of(self, candidate: Candidate) -> str:
        """What happens when the candidate is taken: «Это один человек: оба написания будут значить …»."""
        said = (
            self.effects.get(candidate.label) or (self.links if "|" in candidate.answer else None) or self.effect or ""
        )
        return said.replace("{label}", candidate.label)


def read_kinds(path: Path) -> Mapping[str, Kind]:
    return {name: _kind(entry) for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def kind_of(code: str, key: str = "") -> Kind:
    """By the first part of the question's key, else by its kind; what is not listed is settled in its order only."""
    return KINDS.get(key.partition("|")[0]) or KINDS.get(code) or KINDS["other"]


def _kind(entry: dict[str, Any]) -> Kind:
    return Kind(
        entry["title"], entry["why"], entry.get("words"), entry.get("reads"),
        entry.get("search"), {verb: Offer(*entry[verb]) for verb in VERBS if verb in entry},
        Offer(*entry["leave"]) if "leave" in entry else None, entry.get("shows"),
        entry.get("effect"), entry.get("effects", {}), entry.get("links"),
    )  # fmt: skip


KINDS = read_kinds(Path(__file__).with_name("kinds.toml"))
