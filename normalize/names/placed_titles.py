"""Titles of an order that name their body by a noun or letters alone → titles with their organization."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from normalize.cells import target_of
from normalize.model import Candidate
from normalize.names.bare_bodies import Bodies, body_said, body_subject
from normalize.names.bodies_of_titles import Placed, body_of_noun, ends_post, place_of_title
from normalize.names.body_before import body_before, is_surely, noun_at_end
from normalize.names.department_letters import place_in_department
from normalize.names.organization_entities import organization_of_key
from normalize.names.own_institution import head_of_own, place_in_own
from normalize.names.resolution import Verdicts
from normalize.parties.drafts import Draft, placed_by, targets_of
from normalize.parties.short_heads import OF_PLACES
from normalize.parties.units import Target
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

FROM_THE_ORDER = "organization from the same order"
FROM_THE_ISSUER = "organization that issued the order"
IN_DOUBT = "body of several"  # a noun alone that is asked about as such, not as unknown words


@dataclass(frozen=True, slots=True)
class AskedBody:
    """A noun that may mean several bodies, with the parties whose titles end in it."""

    noun: str
    candidates: tuple[Candidate, ...]
    touched: tuple[tuple[int, Draft], ...]
    subject: str | None = None  # what a decision on it is about; None: the noun, wherever it stands


def place_titles(found: Mapping[int, list[Draft]], bodies: Bodies, verdicts: Verdicts) -> tuple[AskedBody, ...]:
    """What remains to be asked; changes the drafts of each row in place."""
    asked: dict[tuple[str, str | None], list[tuple[int, Draft]]] = {}
    for position, drafts in found.items():
        beside = frozenset(target.key for draft in drafts for target in targets_of(draft))
        for index, draft in enumerate(drafts):
            draft = _one_of_own(draft, bodies)
            placed = _placed(draft, bodies, verdicts, beside, drafts)
            drafts[index] = _with_further(_with_body(draft, placed, bodies), bodies, verdicts, beside)
            if placed is not None and placed.asked:
                asked.setdefault((placed.asked, placed.before), []).append((position, drafts[index]))
    return tuple(_asked(noun, before, tuple(touched), bodies) for (noun, before), touched in asked.items())


def _asked(noun: str, before: str | None, touched: tuple[tuple[int, Draft], ...], bodies: Bodies) -> AskedBody:
    """The question; of titles behind a body of their own, which stands first, it is one by itself."""
    candidates = bodies.candidates(noun)
    if before is None:
        return AskedBody(noun, candidates, touched)
    first = Candidate(before, bodies.by_key[before].name)
    others = tuple(one for one in candidates if one.answer != before)
    return AskedBody(noun, (first, *others), touched, _subject_of_before(noun, before))


def _subject_of_before(noun: str, key: str) -> str:
    return f"{body_subject(noun)}|{key}"


def _one_of_own(draft: Draft, bodies: Bodies) -> Draft:
    """«зав. ДОУ» in the kindergarten's own plan: its one head, and nothing to be asked."""
    role = head_of_own(draft.role or "", bodies) if draft.rule == OF_PLACES else None
    return draft if role is None else replace(draft, role=role, rule="group", score=1.0, plural=False)


def _placed(draft: Draft, bodies: Bodies, verdicts: Verdicts, beside: Set[str], cell: Sequence[Draft]) -> Placed | None:
    if draft.target is not None or draft.role is None or draft.kind not in ("person", "group"):
        return None
    if draft.kind == "group" and draft.role.lower() == _ADMINISTRATION and _ADMINISTRATION not in bodies.explained:
        return _administration(draft.role, bodies, verdicts, beside, cell)
    alone = body_of_noun(draft.role, bodies, verdicts, beside) if draft.kind == "group" else None
    own = place_in_own(draft.role, bodies) if draft.kind == "person" else None
    before = _by_body_before(draft, cell, bodies, verdicts)
    return alone or before or _place_of(draft.role, bodies, verdicts, beside) or own


def _by_body_before(draft: Draft, cell: Sequence[Draft], bodies: Bodies, verdicts: Verdicts) -> Placed | None:
    """«МБУ «Доверие», Лобанова Е.Е., директор центра»: the body before her, or asked; None where nothing says so."""
    role = draft.role or ""
    noun = noun_at_end(role)
    body = body_before(draft, cell, bodies) if noun is not None and ends_post(role.split(" ")[:-1]) else None
    if noun is None or body is None or bodies.own & bodies.by_noun.get(noun, frozenset()):
        return None
    decided = verdicts.get(_subject_of_before(noun, body.key))
    if (said := body_said(decided)) is not None:
        return Placed(role.rpartition(" ")[0], said)
    if is_surely(body, noun):
        return Placed(role.rpartition(" ")[0], body.key)
    return Placed(role, None, noun, body.key) if decided is None else None


def _administration(
    role: str, bodies: Bodies, verdicts: Verdicts, beside: Set[str], cell: Sequence[Draft]
) -> Placed | None:
    """«Администрация» alone: a school's, in its own plan or beside its people; else that of the town is asked about,
    though the order names it: schools have one each. What the order's text explains, or what issued it, is meant."""
    placed = body_of_noun(role, bodies, verdicts, beside)
    if placed is None or body_subject(_ADMINISTRATION) in verdicts:
        return placed
    if is_plan_of_institution(bodies) or any(map(_is_of_school, cell)):
        return None
    return placed if placed.key is None or placed.key in bodies.own else Placed(role, None, _ADMINISTRATION)


_ADMINISTRATION = "администрация"


def is_plan_of_institution(bodies: Bodies) -> bool:
    """Whether a school, a kindergarten or a centre issued the order, and no department."""
    own = [bodies.by_key[key].kind for key in bodies.own if key in bodies.by_key]
    return bodies.institution is not None or any(kind not in ("authority", "ministry") for kind in own)


def _is_of_school(draft: Draft) -> bool:
    if any(target.kind == "school" for target in targets_of(draft)):
        return True
    return singular_role(draft.role or "").startswith(_IN_SCHOOLS)


_IN_SCHOOLS = tuple(form for form, value in forms_of("roles", "post_at").items() if value == "school")


def _place_of(role: str, bodies: Bodies, verdicts: Verdicts, beside: Set[str]) -> Placed | None:
    return place_in_department(role, bodies, verdicts) or place_of_title(role, bodies, verdicts, beside)


def _with_body(draft: Draft, placed: Placed | None, bodies: Bodies) -> Draft:
    """The draft with its body; a noun by itself is the body."""
    if placed is not None and placed.asked is not None and placed.role == placed.asked:
        return placed_by(draft, IN_DOUBT, draft.target)
    if placed is None or placed.key is None:
        return draft
    target = body_target(placed.key, draft, bodies)
    kind = "organization" if placed.role is None else draft.kind
    kind = "school" if target.kind == "school" and kind == "group" else kind  # «учителя кадетской школы»
    rule = FROM_THE_ISSUER if placed.of_issuer else FROM_THE_ORDER
    return placed_by(replace(draft, kind=kind, role=placed.role), rule, target, 0.9)


def _with_further(draft: Draft, bodies: Bodies, verdicts: Verdicts, beside: Set[str]) -> Draft:
    """The draft with the bodies of its further titles; those in doubt stay as printed."""
    others: list[tuple[str, Target | None]] = []
    for role, target in draft.other_roles:
        placed = _place_of(role, bodies, verdicts, beside) if target is None else None
        if placed is not None and placed.role is not None and placed.key is not None:
            others.append((placed.role, body_target(placed.key, draft, bodies)))
        else:
            others.append((role, target))
    return replace(draft, other_roles=tuple(others)) if others else draft


def body_target(key: str, draft: Draft, bodies: Bodies) -> Target:
    entity = bodies.by_key.get(key) or organization_of_key(key)
    return replace(target_of(entity), start=draft.start, end=draft.end)
