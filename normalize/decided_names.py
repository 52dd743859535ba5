"""Whose names a decision is about: keys of the people and organizations that its subject speaks of."""

import re

from normalize.names.similar_people import pair_of

_OF_ONE = frozenset({"namesakes", "which_person"})
_OF_BODY = frozenset({"school_type", "organization"})  # questions about one spelling of a body
_BODY = re.compile(r"\|(?=(?:org|school)\|)")


def names_of(subject: str) -> tuple[str, ...]:
    """«pair|фадеев|к|м|фадеева|к|м» → both people; () for a subject that is no name's.

    A person whom an order tells from namesakes goes by surname and initials.
    """
    kind, _, about = subject.partition("|")
    if kind == "pair":
        return pair_of(subject)
    if kind in _OF_ONE:
        return (about,)
    if kind == "namesake":
        return ("|".join(about.split("|")[:3]),)
    if kind in ("employer", "persons_school", "two_ranks", "office", "one_post"):
        who, *place = _BODY.split(about, maxsplit=1)
        return (*([who] if kind not in ("office", "one_post") else []), *place)
    named = meant_by(subject)
    return (named,) if named != subject or kind in ("org", "school") else ()


def meant_by(subject: str) -> str:
    """The key of the one name that a decision on the subject settles; else the subject itself.

    «person|лосев|п|и» → «лосев|п|и»; «school_type|school|гимназия|5» → «school|гимназия|5».
    """
    kind, _, about = subject.partition("|")
    return about if about and (kind == "person" or kind in _OF_BODY) else subject
