"""A post that several people share, as one of them holds it: in one body, or in the one that is printed beside."""

from normalize.morphology import adjective_cases, inflect, noun_cases, parses
from normalize.titles.heads import find_head
from normalize.titles.roles import names_all_schools, singular_role
from normalize.vocabulary import forms_of

_POSTS = frozenset(forms_of("roles", "post_of_one"))
_BODIES = frozenset(forms_of("roles", "body_of_one"))
_OF_A_SCHOOL = tuple(f"{post} школы" for post in _POSTS)


def role_of_one(role: str) -> str:
    """«начальники районных отделов образования» → «начальник районного отдела образования».

    Only a post that each body has one of, and its body; «учитель начальных классов» teaches all of them.
    """
    words = singular_role(role).split(" ")
    post = find_head(words)
    if post is None or words[post.index] not in _POSTS:
        return " ".join(words)
    for index in range(post.index + 1, len(words)):
        case = next((case for case, number in sorted(noun_cases(words[index])) if (case, number) in _GOVERNED), None)
        body = inflect(words[index], "nomn", "sing")
        if case is not None and body in _BODIES:
            before = [inflect(word, case, "sing", _gender(body)) or word for word in words[post.index + 1 : index]]
            noun = inflect(words[index], case, "sing") or words[index]
            return " ".join([*words[: post.index + 1], *before, noun, *words[index + 1 :]])
        if not adjective_cases(words[index]):
            break
    return " ".join(words)


_GOVERNED = frozenset({("gent", "plur"), ("ablt", "plur")})


def _gender(body: str) -> str:
    return next(str(one.tag.gender) for one in parses(body) if one.tag.case == "nomn" and one.tag.gender)


def heads_a_body(role: str) -> bool:
    """«директор», «начальник отдела»; not «методист», «партнёр»."""
    words = role.split(" ")
    post = find_head(words)
    return post is not None and words[post.index] in _POSTS


def role_at_school(role: str) -> str:
    """The post where its school stands beside it: «директор школ», «директор школы» → «директор»."""
    if role.startswith("исполняющий обязанности ") and role.endswith(" школы"):
        return role.removesuffix(" школы")
    return role.split(" ")[0] if names_all_schools(role) or role in _OF_A_SCHOOL else role
