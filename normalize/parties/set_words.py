"""Whether a title ends in a set of schools: «Руководители Средних школ», «педагоги школ, лицеев», «директора ОУ»."""

import re

from normalize.fold import fold
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import are_schools_of_a_kind
from normalize.parties.sets import INSTITUTIONS, SCHOOLS_OF_A_KIND
from normalize.parties.walk import Walk
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

_SETS = INSTITUTIONS | SCHOOLS_OF_A_KIND
_IN_ROLE = re.compile(r",\s|\sи\s")
_TERRITORY = re.compile(r"\s(?:города|района|округа|[А-ЯЁ][\w-]+\s(?:района|округа|области|края))$")
_NEXT = re.compile(r"\s*(?:[,;]|,?\s*и\s)\s*")
_AND = re.compile(r"\s*,?\s*и\s+")
_STAFF = frozenset(word for word, value in forms_of("roles", "institution").items() if value == "staff")
SCHOOL_LETTERS = ("Г", "Л")  # of a gymnasium, of a lyceum: «КУГ»


def ends_in_set(phrase: Phrase) -> bool:
    """«Директора школ» before «и Лицея № 9»: no title goes on behind a set."""
    words = [unit.text for unit in phrase.units if unit.kind != "bracket"]
    return phrase.kind == "title" and not phrase.targets and title_before_set(" ".join(words)) is not None


def title_before_set(role: str) -> str | None:
    """«педагоги» of «педагоги Средних школ, лицеев»; None where no set of schools or kindergartens is its end."""
    first, *further = _IN_ROLE.split(role)
    while further and not is_set(further[-1]):
        first, further = role, []
    words = first.split(" ")
    at = next((at for at in range(1, len(words)) if is_set(" ".join(words[at:]))), None)
    return None if at is None else " ".join(words[:at])


def is_set(words: str) -> bool:
    """«школ», «Средних школ», «ОО», «лицеев города», «общеобразовательных организаций»."""
    words = _TERRITORY.sub("", words)
    return fold(words) in _SETS or are_schools_of_a_kind(words)


def titles_of_set(walk: Walk, phrase: Phrase) -> tuple[str, ...]:
    """«руководители» of «Руководители школ, …», with «директора» of «Директора и завучи школ, …»; () without a set."""
    last = walk.drafts[-1] if walk.drafts else None
    title = None if last is None else _title_of(last)
    if last is None or title is None or _NEXT.fullmatch(walk.text, last.end, phrase.start) is None:
        return ()
    before = walk.drafts[-2] if len(walk.drafts) > 1 else None
    linked = before is not None and _AND.fullmatch(walk.text, before.end, last.start) is not None
    if before is None or not linked or before.kind != "group" or before.target is not None:
        return (title,)
    role = before.role or ""
    return (role, title) if singular_role(role) != role else (title,)


def _title_of(draft: Draft) -> str | None:
    role = draft.role or ""
    if draft.kind != "group" or draft.target is not None:
        return None
    title = title_before_set(role)
    return title if title is not None and (singular_role(role) != role or title.split(" ")[0] in _STAFF) else None
