"""Rule of responsible cells about a title of a school without number before others: «директора Гимназии и …»."""

from normalize.fold import squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import is_bare_school
from normalize.parties.units import Unit
from normalize.parties.walk import Walk
from normalize.titles.roles import read_role


def read_title_of_bare_school(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«директора Гимназии и Лицея № 9»: the gymnasium, asked which, and the title goes on with the lyceum."""
    if following is None or following.kind != "schools" or following.joint not in (",", "и") or walk.shared:
        return False
    school = bare_school_of(phrase)
    if not school:
        return False
    start, end = school[0].start, phrase.end
    title, words = read_role(squeeze(walk.text[phrase.start : start])), squeeze(walk.text[start:end])
    role = f"{title} {words[0].lower()}{words[1:]}"
    walk.drafts.append(Draft(start, end, "group", None, role, None, "bare school", 0.5))
    walk.doubt("unknown_phrase", f"Какая это школа: «{words}»?", start, end)
    walk.waiting, walk.roles = [], (title,)
    return True


def bare_school_of(phrase: Phrase) -> list[Unit]:
    """«Гимназии» of «директора Гимназии»; nothing of «директор Гимназии», «директора школы», «директора гимназий»."""
    head, words = phrase.head, phrase.words
    if phrase.kind != "title" or head is None or not head.plural or head.body or len(words) < len(phrase.units):
        return []
    behind = words[head.index + 1 :]
    for at in range(len(behind)):
        printed = " ".join(unit.text for unit in behind[at:])
        if is_bare_school(printed) and not printed.lower().startswith("школ"):
            return behind[at:]
    return []
