"""Rule of responsible cells about people of those just named: «руководители школ №№ 2, 7 и их заместители по УВР»."""

import re
from dataclasses import replace

from normalize.fold import squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.titles.post_of_one import role_of_one
from normalize.titles.roles import read_role

_PRONOUN = re.compile(r"(?i)(?:и\s+)?(?P<pronoun>(?:их|его|е[её])\s+)")
_LISTS = ("schools of a title", "schools of a row", "list goes on")


def read_theirs(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директор Лицея № 9 и его заместители»: of the same schools or body; the pronoun is no part of the role.

    «…, и его заместитель Вязова А.К.» says where she is. Not «их заместители СОШ № 4», who have a place.
    """
    pronoun = _PRONOUN.match(walk.text, phrase.start, phrase.end)
    if pronoun is None or phrase.targets or phrase.joint not in (",", "и") or not walk.drafts:
        return False
    role = read_role(squeeze(walk.text[pronoun.end() : phrase.end]))
    head = find_head(role.split(" "))
    if head is None or (head.body and not head.plural):
        return False
    if following is not None and following.kind == "person" and following.joint in ("", "(", "-"):
        _wait_for_name(walk, phrase, role, head.plural)
        return True
    if _give_to_last(walk, role, head.plural):
        return True
    of_each, span = _owners(walk), (pronoun.start("pronoun"), phrase.end)
    plural = head.plural or len(of_each) > 1
    walk.drafts += [_theirs(one, role, span, in_list=len(of_each) > 1, plural=plural) for one in of_each]
    walk.waiting, walk.roles = [], ()
    return True


def _wait_for_name(walk: Walk, phrase: Phrase, role: str, plural: bool) -> None:
    """«Директор СОШ № 4 Лосев П.И. и его заместитель Вязова А.К.»: of his school; so «… и его заместители Вязова А.К.,
    Котова О.В.»."""
    owners = _owners(walk)
    target = owners[0].target if len(owners) == 1 else None
    if plural and len(owners) > 1:
        walk.unplaced = owners[0].start  # it is asked who works where
    if plural:
        walk.titled, walk.names, walk.many = (role_of_one(role), target), walk.shares.get(walk.index, 1), True
    else:
        walk.pending, walk.areas, walk.roles = (role, target, phrase), (), ()


def _give_to_last(walk: Walk, role: str, plural: bool) -> bool:
    """«Лосев П.И., директор СОШ № 4, Вязова А.К., его заместитель»: what she is; not «Лосев П.И., его заместитель»."""
    last, owner = walk.drafts[-1], walk.drafts[-2] if len(walk.drafts) > 1 else None
    if plural or last.person is None or last.role is not None or owner is None or owner.role is None:
        return False
    walk.drafts[-1] = replace(last, role=role, target=owner.target, rule="title behind the name")
    walk.waiting = [len(walk.drafts) - 1]
    return True


def _owners(walk: Walk) -> list[Draft]:
    """The party before, or the parties of one title at several schools."""
    last = walk.drafts[-1]
    if last.rule not in _LISTS:
        return [last]
    return [one for one in walk.drafts if one.rule in _LISTS and one.role == last.role]


def _theirs(owner: Draft, role: str, span: tuple[int, int], *, in_list: bool, plural: bool) -> Draft:
    """Of several schools the party has the span of its school's number, as its owner has."""
    of_school = owner.target is not None and owner.target.kind == "school"
    start, end = (owner.start, owner.end) if in_list else span
    draft = replace(owner, start=start, end=end, kind="school" if of_school else "group", person=None, role=role)
    return replace(draft, rule="people of those before", score=1.0, other_roles=(), plural=plural, of_group=False)
