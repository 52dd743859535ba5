"""Rule of responsible cells: the place in brackets behind somebody whose duty is at another place."""

from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import NO_PLACE
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_acronym, unexplained
from normalize.titles.heads import find_head
from normalize.titles.post_of_one import heads_a_body
from normalize.titles.roles import read_role, singular_role
from normalize.vocabulary import forms_of


def read_own_place(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«куратор школы № 48 – Вязова А.К. (СОШ № 31)»: the bracket says where she works, and is no party.

    She is at № 31, as «куратор школы № 48». A «директор СОШ № 48 Вязова А.К. (СОШ № 31)» has one school: it is asked.
    """
    last = walk.drafts[-1] if walk.drafts else None
    own = _place_in_bracket(walk, phrase)
    title = _title_before(walk, last) if last is not None and own is not None else None
    if last is None or last.role is None or last.target is None or own is None or title is None:
        return False
    if own.key == last.target.key:
        return True
    if _is_duty(last.role, last.target):
        role = singular_role(read_role(squeeze(walk.text[title.start : title.end])))
        walk.drafts[-1] = replace(last, role=role, target=own, rule="place behind the name", score=0.9)
        return True
    if {own.kind, last.target.kind} != {"school"}:
        return False
    printed = squeeze(walk.text[title.start : phrase.end])
    walk.doubt("several_schools", f"Несколько школ у одного человека: «{printed})».", title.start, phrase.end)
    return True


def _place_in_bracket(walk: Walk, phrase: Phrase) -> Target | None:
    """The one school, organization or letters that a bracket right behind the last name holds, and nothing else."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or phrase.joint != "(":
        return None
    opened = walk.text[last.end : phrase.start].strip() == "("
    if not opened or not walk.text[phrase.end :].lstrip(' »"”').startswith(")"):
        return None
    if is_acronym(phrase) and fold(phrase.units[0].text) not in NO_PLACE:
        return unexplained(phrase.units[0].text, phrase.start)
    if phrase.kind not in ("schools", "organization") or len(phrase.targets) != 1:
        return None
    return phrase.targets[0]


def _title_before(walk: Walk, last: Draft) -> Phrase | None:
    """The title before the name that names the place of her duty; None where that stands elsewhere."""
    before = [one for one in walk.phrases[: walk.index] if one.end <= last.start and one.kind == "title"]
    return next((one for one in reversed(before) if last.target in one.targets), None)


def _is_duty(role: str, place: Target) -> bool:
    """«куратор», «муниципальный координатор», «член комиссии»: what somebody is beside a post, and elsewhere.

    Who leads something of a body has a duty too, «председатель комиссии Управления образования»; who leads a school, a
    post.
    """
    words = role.split(" ")
    head = find_head(words)
    is_duty = head is not None and fold(words[head.index]) in _DUTIES
    return is_duty and not (place.kind == "school" and heads_a_body(role))


_DUTIES = frozenset(forms_of("roles", "assignment")) | frozenset(forms_of("roles", "function"))
