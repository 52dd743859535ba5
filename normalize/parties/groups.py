"""The last rule of responsible cells: a title without a name, or words that say nobody."""

from normalize.fold import squeeze
from normalize.morphology import is_common_word, is_surname
from normalize.parties.bodies import add_acronym, is_known_body
from normalize.parties.drafts import Draft
from normalize.parties.phrase import TOGETHER, Phrase
from normalize.parties.posts import are_people
from normalize.parties.schools import add_schools
from normalize.parties.walk import (
    Walk,
    is_acronym,
    is_body,
    is_plural,
    names_in_another_case,
    title_of,
)
from normalize.people import tells_gender
from normalize.roles import nominative_role


def read_group(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A title without a name: school parties where it has schools, else a group, with its organization if any."""
    if phrase.kind == "person":
        return False
    role, place = title_of(walk, phrase)
    schools = [target for unit in phrase.units if unit.kind == "schools" for target in unit.targets]
    if is_acronym(phrase) or is_known_body(phrase):
        return add_acronym(walk, phrase)
    together = phrase.joint == TOGETHER and phrase.kind == "unknown" and are_people(phrase)
    oblique = names_in_another_case(phrase)
    role = nominative_role(role) if together and not oblique else role
    oblique = oblique or together
    several = not is_body(phrase) or is_plural(phrase)  # «Управленческие команды: СОШ № 2, …»
    if following is not None and following.kind == "schools" and following.joint == ":" and several:
        walk.shared, walk.waiting, walk.roles = [], [], (role,)  # «Директора: СШ № 15 (Вязова А.К.), лицея № 9»
        return True
    titles = [*(one for one in walk.shared), (role, phrase.start, _with_quote(walk.text, phrase))]
    walk.shared, walk.waiting, walk.roles = [], [], ()
    if schools:
        walk.roles = tuple(title for title, _, _ in titles)
        for title, start, _ in titles:
            add_schools(walk, title, phrase, "schools of a title", start)
        return True
    for title, start, end in titles:
        target = place
        score = 1.0 if phrase.kind == "title" or oblique else 0.5
        rule = "group" if phrase.kind == "title" or oblique else "unknown phrase"
        walk.drafts.append(
            Draft(start, end, "group", None, title or None, target, rule, score, plural=is_plural(phrase))
        )
    if (phrase.kind == "unknown" and not oblique) or phrase.kind == "area" or _ends_in_surname(phrase):
        walk.doubt(
            "unknown_phrase",
            f"Кто назван словами «{squeeze(walk.text[phrase.start : phrase.end])}»?",
            phrase.start,
            phrase.end,
        )
    if phrase.joint == "" and walk.drafts[:-1] and not walk.text[phrase.start].isupper():
        walk.doubt(
            "lost_separator",
            f"Между «{printed_of(walk, walk.drafts[-2])}» и «{printed_of(walk, phrase)}» нет запятой: "
            "это двое или одна должность через дефис?",
            walk.drafts[-2].start,
            phrase.end,
        )
    return True


def _with_quote(text: str, phrase: Phrase) -> int:
    """The phrase's end, with the mark that closes its last quotation: «отряд «Доброе сердце»»."""
    printed = text[phrase.start : phrase.end]
    is_open = printed.count("«") > printed.count("»") or printed.count('"') % 2 == 1
    return phrase.end + (is_open and text[phrase.end : phrase.end + 1] in ("»", '"'))


def _ends_in_surname(phrase: Phrase) -> bool:
    """«Методист Цветкова», «зав. библиотекой Лугова»: somebody's name without initials."""
    last = phrase.units[-1]
    return (
        len(phrase.words) > 1
        and last.kind == "word"
        and last.text[0].isupper()
        and last.text[1:].islower()
        and (is_surname(last.text) or tells_gender(last.text))
        and not is_common_word(last.text)
    )


def printed_of(walk: Walk, what: Draft | Phrase) -> str:
    return squeeze(walk.text[what.start : what.end])
