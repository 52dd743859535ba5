"""What a question's drop-down lists offer: its candidates, what else may be said, where it holds."""

from collections import Counter

from review.kinds import KINDS, Kind, Offer, kind_of
from review.wording import SCOPES, VERBS
from store.model import Scope, Verb
from store.review.model import OpenQuestion

UNSURE = f"— {VERBS['unsure']}"  # the dash keeps it and the offers apart from candidates
OFFERED: dict[str, tuple[Verb, str | None]] = {
    UNSURE: ("unsure", None),
    **{f"— {offer.label}": (verb, None) for kind in KINDS.values() for verb, offer in kind.verbs.items()},
    **{f"— {kind.leave.label}": ("same", kind.leave.label) for kind in KINDS.values() if kind.leave},
}
SCOPE_OF: dict[str, Scope] = {
    SCOPES["here"]: "here", SCOPES["issuer"]: "issuer", SCOPES["year"]: "year", SCOPES["everywhere"]: "everywhere",
}  # fmt: skip


def choices_of(question: OpenQuestion) -> list[str]:
    """All that the list offers, as it is printed there: the candidates first, not knowing last."""
    offers = offers_of(kind_of(question.entry.kind, question.entry.key))
    return [*labels_of(question), *(f"— {offer.label}" for offer in offers), UNSURE]


def labels_of(question: OpenQuestion) -> list[str]:
    """The candidates as the list shows them; of two that look alike each with its reasons."""
    counts = Counter(one.label for one in question.candidates)
    return [
        one.label if counts[one.label] == 1 else f"{one.label} ({'; '.join(one.reasons)})"
        for one in question.candidates
    ]


def offers_of(kind: Kind) -> list[Offer]:
    return [*kind.verbs.values(), *([kind.leave] if kind.leave else [])]
