"""The last rule of responsible cells: a title without a name, or words that say nobody."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.parties.area_brackets import roles_in_bracket
from normalize.parties.bodies import add_acronym, is_known_body
from normalize.parties.class_lists import lists_lettered
from normalize.parties.drafts import Draft
from normalize.parties.known_groups import is_known_group
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import ends_in_surname, ends_in_thing_by_name
from normalize.parties.schools import add_schools
from normalize.parties.short_heads import (
    OF_PLACES,
    heads_several,
    is_one_of_several,
    is_short_of_many,
    may_be_each_head,
    says_set_of_places,
)
from normalize.parties.short_of_places import (
    ask_listed,
    is_duty_of_all_places,
    is_of_listed_schools,
    is_of_unions,
)
from normalize.parties.titles import is_post_and_duty
from normalize.parties.titles_of_several import is_short_of_several, says_no_number
from normalize.parties.walk import (
    Walk,
    is_acronym,
    is_body,
    is_plural,
    is_post,
    names_in_another_case,
    title_of,
)
from normalize.people.surname_looks import is_word_surname
from normalize.titles.heads import find_head
from normalize.titles.post_of_one import role_at_school
from normalize.titles.roles import plural_role


def read_group(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A title without a name: school parties where it has schools, else a group, with its organization if any."""
    if phrase.kind == "person":
        return False
    if is_acronym(phrase) or is_known_body(phrase):
        return add_acronym(walk, phrase, following)
    role, place = title_of(walk, phrase)
    oblique = names_in_another_case(phrase)
    if _opens_schools(phrase, role, following):
        _wait_for_schools(walk, phrase, role)
        return True
    titles = [*walk.shared, (role, phrase.start, _with_quote(walk.text, phrase))]
    further = roles_in_bracket(phrase, role)
    walk.shared, walk.waiting, walk.roles = [], [], ()
    if any(unit.kind == "schools" and unit.targets for unit in phrase.units):
        posts = [*titles, *further]
        beside = bool(walk.drafts) and walk.drafts[-1].kind == "person" and is_of_listed_schools(phrase)
        if beside:
            ask_listed(walk, phrase, walk.drafts[-1])
        if beside or heads_several(phrase):  # «рук. отрядов ЮИД школ №№ 1, 3»
            posts = [(plural_role(title), start, end) for title, start, end in posts]
        _add_posts_of_schools(walk, phrase, posts)
        return True
    several, of_places = is_one_of_several(walk, phrase) or is_short_of_many(phrase), _is_of_places(walk, phrase)
    if several or of_places:
        titles[-1] = (plural_role(role), *titles[-1][1:])
    printed = squeeze(walk.text[phrase.start : _with_quote(walk.text, phrase)])
    known = oblique or lists_lettered(printed) or is_known_group(printed)
    rule, score = ("group", 1.0) if phrase.kind == "title" or known else ("unknown phrase", 0.5)
    rule = OF_PLACES if of_places and several else rule  # in the plan of one kindergarten it is one all the same
    short = not several and len(titles) == 1 and is_short_of_several(phrase) and may_be_each_head(phrase)
    walk.drafts += [
        Draft(start, end, "group", None, title or None, place, rule, score, plural=is_plural(phrase), short=short)
        for title, start, end in [*titles, *further]
    ]
    if (
        (phrase.kind == "unknown" and not known)
        or phrase.kind == "area"
        or ends_in_surname(phrase)
        or ends_in_thing_by_name(phrase)
        or _is_surname(phrase)
    ):
        walk.doubt("unknown_phrase", f"Кто назван словами «{printed}»?", phrase.start, phrase.end)
    if of_places and not several:
        _ask_how_many(walk, phrase)
    _ask_lost_separator(walk, phrase)
    return True


def _is_of_places(walk: Walk, phrase: Phrase) -> bool:
    """«рук. ОО», «отв. за ГИА в ОО»; not «рук-ль ОО», who is one."""
    by_letters = says_set_of_places(phrase) and is_short_of_several(phrase)
    return by_letters or is_duty_of_all_places(phrase) or is_of_unions(walk, phrase)


def _is_surname(phrase: Phrase) -> bool:
    """«Сорока» of «учителя Сорока, Жук»."""
    return len(phrase.words) == len(phrase.units) == 1 and is_word_surname(phrase.words[0].text)


def _opens_schools(phrase: Phrase, role: str, following: Phrase | None) -> bool:
    """«Директора: СШ № 15 (Вязова А.К.), лицея № 9», «Управленческие команды: СОШ № 2, …», «Администрация: СОШ № 2, …».

    Not «Рабочая группа: СОШ № 2, …»: one group, from the schools or with them.
    """
    several = not is_body(phrase) or is_plural(phrase) or role_at_school(role) == "администрация"
    return following is not None and following.kind == "schools" and following.joint == ":" and several


def _wait_for_schools(walk: Walk, phrase: Phrase, role: str) -> None:
    if says_no_number(phrase) and sum(one.kind == "person" for one in walk.phrases) > 1:
        role = plural_role(role)  # «Зам. директора по УВР: СОШ № 1 – Вязова А.К., СОШ № 2 – Лосева М.П.»
    walk.shared, walk.waiting = [], []
    walk.roles = (role_at_school(role),)


def _add_posts_of_schools(walk: Walk, phrase: Phrase, titles: list[tuple[str, int, int]]) -> None:
    walk.roles = tuple(title for title, _, _ in titles)
    for title, start, _ in titles:
        add_schools(walk, title, phrase, "schools of a title", start)


def _ask_lost_separator(walk: Walk, phrase: Phrase) -> None:
    """«председатель – заместитель главы», «методисты руководители ШМО»: two, or one post?

    So «завуч, ответственный за ГИА»: what she answers for, or one more; not «директор, завхоз, ответственный за ПБ».
    """
    others = [draft for draft in walk.drafts if draft.end <= phrase.start]  # not «по УВР (ВР)», both its own
    if not others:
        return
    if phrase.joint == "," and _answers_for(walk, others, phrase):
        between, one = "запятая", "одна должность"
    elif phrase.joint == "-" and _are_posts_alike(others, phrase):
        between, one = "тире", "одна должность"
    elif phrase.joint == "" and not walk.text[phrase.start].isupper() and not _are_surely_two(others[-1], phrase):
        comma = "," in walk.text[others[-1].end : phrase.start]  # «специалист, ответственный за ГИА»
        between, one = ("запятая", "одна должность") if comma else ("нет запятой", "одна должность через дефис")
    else:
        return
    pair = f"«{printed_of(walk, others[-1])}» и «{printed_of(walk, phrase)}»"
    walk.doubt("lost_separator", f"Между {pair} {between}: это двое или {one}?", others[-1].start, phrase.end)


def _answers_for(walk: Walk, before: list[Draft], phrase: Phrase) -> bool:
    """«ответственный за ГИА» behind one post that nothing is listed before, «ответственные за ГИА» behind several."""
    last, at = before[-1], walk.index - 1
    if at < 0 or walk.phrases[at].kind != "title" or last.end != walk.phrases[at].end or last.kind == "person":
        return False
    alone = walk.phrases[at].joint not in (",", "и")
    if is_post_and_duty(walk.phrases):
        return False  # «завуч, ответственный за ГИА, Вязова А.К.»: asked of her
    plural = is_plural(phrase)
    same = plural == is_plural(walk.phrases[at]) and not is_body(walk.phrases[at])
    return same and (alone or plural) and _DUTY.match(printed_of(walk, phrase)) is not None


_DUTY = re.compile(r"(?i)ответственн(?:ый|ая|ые)\s(?:за|по)\s")


def _are_surely_two(before: Draft, phrase: Phrase) -> bool:
    """«зам. директора по ВР классные руководители»: several people are no part of one man's title."""
    head = find_head((before.role or "").split(" "))
    one = head is not None and not head.plural and not head.body and " " in (before.role or "")
    return one and is_plural(phrase) and not is_body(phrase)


def _are_posts_alike(before: list[Draft], phrase: Phrase) -> bool:
    """Whether a post, or several people, stand on both sides: «председатель – заместитель главы», «… – кураторы»."""
    if not before or before[-1].kind != "group" or before[-1].plural != is_plural(phrase):
        return False
    head = find_head((before[-1].role or "").split(" "))
    if head is None or head.body or is_body(phrase):
        return False
    if fold(before[-1].role or "") == "члены":  # «председатель – директор, члены – учителя»
        return False
    return phrase.kind == "title" if is_plural(phrase) else is_post(phrase) and not head.plural


def _ask_how_many(walk: Walk, phrase: Phrase) -> None:
    """«рук. ОУ»: of all institutions, or of the one?"""
    who = "ответственные" if is_duty_of_all_places(phrase) else "руководители"
    printed = squeeze(walk.text[phrase.start : phrase.end])
    walk.drafts[-1] = replace(walk.drafts[-1], rule=OF_PLACES, score=0.9, plural=True)
    walk.doubt("open_set", f"«{printed}»: это все такие {who} или один?", phrase.start, phrase.end)


def _with_quote(text: str, phrase: Phrase) -> int:
    """The phrase's end, with the mark that closes its last quotation: «отряд «Доброе сердце»»."""
    printed = text[phrase.start : phrase.end]
    is_open = printed.count("«") > printed.count("»") or printed.count('"') % 2 == 1
    return phrase.end + (is_open and text[phrase.end : phrase.end + 1] in ("»", '"'))


def printed_of(walk: Walk, what: Draft | Phrase) -> str:
    return squeeze(walk.text[what.start : what.end])
