"""Whom the order names in full that words with a surname alone may mean: «Педагог-организатор Зорина»."""

from collections import Counter

from normalize.candidates import can_be_named
from normalize.model import Candidate
from normalize.questions.doubt import ReadRow


def offer_people(rows: tuple[ReadRow, ...], words: str) -> tuple[Candidate, ...]:
    """The people of the order whose surname stands in the words and whose initials do not speak against it, the
    oftenest named first."""
    people = (one.person for row in rows for one in (*row.drafts, *row.in_measure) if one.person is not None)
    named = Counter((one.key, one.name) for one in people if can_be_named(one.key, words))
    ordered = sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        Candidate(key, name, ("фамилия стоит в тексте", "назван в этом приказе")) for (key, name), _ in ordered
    )
