"""Names at scale: `python -m tests.bench.bench_names [--names N] [--mentions M]`.

Prints time, peak memory and the share of wrong accepts (CONTRACT promise: under 0.1 %) for M mentions of N known
people. Names are generated: surnames from stems and endings, initials at random; a mention prints its person in
the nominative, in an oblique case, with a typist's slip, or it is a stranger whose name is near a known one.
Asserts nothing.
"""

import argparse
import random
import resource
import time
from collections import Counter
from dataclasses import dataclass

from rich.console import Console

from normalize.model import Knowledge, Person
from normalize.names.people import resolve_people
from normalize.names.surnames import oblique_forms
from normalize.people.spans import PersonName, person_key

_CONSONANTS, _VOWELS = "бвгджзклмнпрстфхчш", "аеиоу"
_ENDINGS = ("ов", "ова", "ев", "ева", "ин", "ина", "ский", "ская", "ко", "ых", "ян", "ич")
_LETTERS = "АБВГДЕЖЗИКЛМНОПРСТУФЮЯ"


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed name, and whose it is; None for a stranger."""

    name: PersonName
    truth: str | None
    in_responsible: bool


def make_person(rng: random.Random) -> Person:
    stem = "".join(rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(rng.choice((1, 2, 2, 3))))
    surname = (stem + rng.choice(("л", "н", "р", "т", "к", "м")) + rng.choice(_ENDINGS)).capitalize()
    initials = f"{rng.choice(_LETTERS)}.{rng.choice(_LETTERS)}."
    return Person(person_key(surname, initials), f"{surname} {initials}", surname, initials, None)


def make_mention(rng: random.Random, people: list[Person], keys: frozenset[str]) -> Mention:
    person, dice = rng.choice(people), rng.random()
    if dice < 0.7:
        return Mention(_printed(person.surname, person.initials), person.key, True)
    if dice < 0.9:
        forms = sorted(oblique_forms(person.surname)) or [person.surname]
        return Mention(_printed(rng.choice(forms), person.initials), person.key, False)
    if dice < 0.95:
        at = rng.randrange(1, len(person.surname))
        slip = person.surname[:at] + person.surname[at + 1 :]
        name = _printed(slip, person.initials)
        return Mention(name, name.key if name.key in keys else person.key, True)
    stranger = make_person(rng)
    return Mention(_printed(stranger.surname, stranger.initials), stranger.key if stranger.key in keys else None, True)


def _printed(surname: str, initials: str) -> PersonName:
    return PersonName(0, 1, surname, initials, None, "after")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    options = parser.parse_args()
    rng = random.Random(306)
    people = list({person.key: person for person in (make_person(rng) for _ in range(options.names))}.values())
    keys = frozenset(person.key for person in people)
    mentions = [make_mention(rng, people, keys) for _ in range(options.mentions)]
    oblique_forms.cache_clear()  # making the mentions has generated forms: the reader pays for its own
    console, start = Console(highlight=False), time.perf_counter()
    resolution = resolve_people(
        (one.name for one in mentions if one.in_responsible),
        (one.name for one in mentions if not one.in_responsible),
        Knowledge(people=tuple(people)),
        {},
    )
    seconds = time.perf_counter() - start
    doubted = {key for doubt in resolution.doubts for key in doubt.keys}
    outcome = Counter(_judge(one, resolution.means[one.name.key], doubted, keys) for one in mentions)
    console.print(f"known names {len(people):,}, mentions {len(mentions):,}, distinct {len(resolution.means):,}")
    console.print(
        f"seconds {seconds:.1f}, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )
    for name in ("right", "asked", "new", "wrong"):
        console.print(f"{name:>6} {outcome[name]:>9,}  {outcome[name] / len(mentions):.4%}")


def _judge(mention: Mention, means: str, doubted: set[str], keys: frozenset[str]) -> str:
    if mention.name.key in doubted:
        return "asked"
    if means == mention.truth:
        return "right"
    if mention.truth is None and means not in keys:
        return "right"
    return "wrong" if means in keys else "new"  # new: a person of their own, neither accepted nor asked


if __name__ == "__main__":
    main()
