"""The post that a measure's text gives somebody: «Назначить Вязову А.К. координатором ГИА-11»."""

import re

from ingest.expressions import expression
from normalize.morphology import adjective_cases, names_person, noun_cases
from normalize.vocabulary import alternatives

_APPOINTS = expression(rf"(?i)(?<!\w)(?:{alternatives('roles', 'appoints')})[а-яё]+(?!\w)")
# «координатором ГИА-11»; it ends as a title behind a comma does
_TITLE = re.compile(r"(?P<mark>)\s+(?P<title>[а-яё](?:(?!\s[-–—]\s)[^,.;:()«»])*)")
_ADJECTIVES = 2  # «муниципальным школьным координатором»


def appointed_title(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words behind the name from `start` to `end`, where they are a post in the instrumental and the text says that
    somebody gives it; not «Встреча Вязовой А.К. с директором», nor «Награждение Вязовой А.К. директором».

    Groups: `mark`, which is empty, and `title`.
    """
    if _APPOINTS.search(text, 0, start) is None:
        return None
    found = _TITLE.match(text, end)
    if found is None:
        return None
    *before, noun = _up_to_noun(found["title"])
    stands = ("ablt", "sing") in noun_cases(noun) and names_person(noun)
    return found if stands and all(("ablt", "sing") in adjective_cases(one) for one in before) else None


def _up_to_noun(title: str) -> list[str]:
    """«муниципальным координатором» of «муниципальным координатором ГИА»."""
    words = title.split()
    at = next((at for at, word in enumerate(words[: _ADJECTIVES + 1]) if noun_cases(word)), 0)
    return words[: at + 1]
