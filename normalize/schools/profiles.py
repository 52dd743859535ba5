"""Lyceums and gymnasiums named by what they teach: «Кировского физико-математического лицея», in any case.

In the nominative behind a legal form they are read with all whole names; here the adjectives have to agree.
"""

from collections.abc import Iterator

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.schools.named_tails import school_named
from normalize.schools.numbered import SchoolList
from normalize.schools.words import LETTERS, adjective_of, noun_of

# The endings of one case beside the noun in it
_CASES = {
    "лицей": "ий|ый|ой", "лицея": "ого|его", "лицею": "ому|ему", "лицеем": "ым|им", "лицее": "ом|ем",
    "гимназия": "ая|яя", "гимназии": "ой|ей", "гимназию": "ую|юю", "гимназией": "ой|ей",
}  # fmt: skip
_PROFILE = expression(
    rf"(?<![\w-])(?:{LETTERS}\s*(?:[«\"“„]\s*)?)?(?P<place>[А-ЯЁ][а-яё-]+(?<!че)[сц]к[а-яё]{{2,3}}\s+)?"
    r"(?P<profile>(?P<first>[А-ЯЁа-яё])[а-яё]+[ое]-[а-яё]+(?:ск|н|ов|ев)(?:[аоыия][а-яё]{1,2}|ую))\s+"
    r"(?P<kind>[Лл](?:ицей|ицея|ицею|ицеем|ицее)|[Гг](?:имназия|имназии|имназию|имназией))(?![\w-])"
    r"(?!\s*[»\"”]?\s*(?:№|\d|[«\"“„]))"
)
_INSIDE = expression(r"[а-яё]\s+$|\d\s*(?:,|\sи)\s*$")  # a capital there begins a name


def find_profiles(plain: str) -> Iterator[SchoolList]:
    """«Физико-математическом лицее»; not «физико-математического лицея», any of that kind."""
    for match in _PROFILE.finditer(plain):
        words = f"{match['place'] or ''}{match['profile']}".split()
        endings = tuple(_CASES[match["kind"].lower()].split("|"))
        named = match["place"] or (match["first"].isupper() and _INSIDE.search(plain, 0, match.start("profile")))
        if named and all(word.endswith(endings) for word in words):
            first, *rest = [adjective_of(word, match["kind"]) for word in words]
            name = " ".join([first, *(word.lower() for word in rest), noun_of(match["kind"])])
            yield school_named(match, squeeze(name), match["kind"], plain)
