"""Abbreviations that an order explains in the text around its tables: «… (далее – ГМЦ)», «ГМЦ – МБУ «…»»."""

import re
from collections.abc import Iterable, Iterator

from ingest.heads.nominative import LEGAL_FORM
from ingest.model import Explained

# «МБУ «Городской методический центр» (далее – ГМЦ)», «… (в дальнейшем именуется – Центр)», «(далее – ЦОД «Вершина»)»
_HENCEFORTH = re.compile(
    r"\(\s*(?:далее|в\s+дальнейшем)(?:\s+по\s+тексту)?(?:\s+именуе\w+)?\s*[-‐‑–—:]?\s*"
    r"(?:[«\"“]?(?P<letters>[А-ЯЁ][\w-]*)[»\"”]?|"
    r"(?P<short>[А-ЯЁ]{2,8}(?: [А-ЯЁ]{2,8}){0,3} ?[«\"“][^«»\"“”()]+[»\"”]))\s*\)"
)
# «центру (МКУ «Методический центр», далее – МЦ, директор Вязова А.К.)»
_INSIDE_BRACKET = re.compile(r"\((?P<name>[^()]{3,300}?)\s*,\s*далее\s*[-‐‑–—]\s*(?P<letters>[А-ЯЁ]{2,8})\s*[,;)]")
LONGEST_NAME = 300  # characters
_INTRODUCTION = re.compile(r"сокращени|обозначени|аббревиатур", re.IGNORECASE)
# «ГМЦ – МБУ «Городской методический центр»;», one of a list
_ENTRY = re.compile(
    r"(?<![\w-])(?P<letters>[А-ЯЁ]{2}[\w-]*|[А-ЯЁ][а-яё]*[А-ЯЁ]+)\s*[-‐‑–—=:]\s*"
    r"(?P<name>[^;]{3,300}?)\s*(?=;|\.?\s*$|[.,]\s*[А-ЯЁ]{2}[\w-]*\s*[-‐‑–—=:]\s)"
)
# «Муниципальному бюджетному учреждению дополнительного образования «Центр …»» as well
_NAMED = re.compile(
    rf"(?<![\w-])(?:{LEGAL_FORM}(?: [А-ЯЁ]{{2,4}}){{0,2}}"
    r"|(?i:муниципальн|государственн|краев|областн)[а-яё]+(?: [а-яё]+){0,3} учреждени[а-яё]{1,2}(?: [а-яё]+){0,4})"
    r" ?[«\"“](?:[А-ЯЁ][а-яё]+[- ])?[А-ЯЁа-яё][а-яё]+(?: [а-яё-]+){1,9}[»\"”]"
)
_MARK = re.compile(r"^\s*(?:[-–—•*]|\d+[.)])\s*")


def find_glossary(texts: Iterable[str], cells: Iterable[str] = (), issuer: str | None = None) -> tuple[Explained, ...]:
    """What the paragraphs around the tables explain, then their cells; of letters that are explained twice both.

    The words before «далее» only end in the name; who can tell names apart reads them.
    """
    found: list[Explained] = []
    is_list = False
    for text in texts:
        found += [*_henceforth(text), *_by_initials(text), *_own_name(text, issuer or "")]
        introduces = _INTRODUCTION.search(text) is not None
        entries = list(_entries(text)) if introduces or is_list else []
        found += entries
        is_list = introduces or (is_list and bool(entries))
    found += [one for cell in cells for one in _henceforth(cell)]
    return tuple(dict.fromkeys(found))


def find_named(texts: Iterable[str]) -> tuple[str, ...]:
    """Institutions that the texts name by a legal form and a quoted name in words: «МБУ ДПО «Центр развития …»».

    Their initials may stand in the plan, though nothing says so. Not «МКУ «Лесное РУО»», which is short itself.
    """
    flat = (re.sub(r"\s+", " ", text) for text in texts)
    return tuple(dict.fromkeys(match.group() for text in flat for match in _NAMED.finditer(text)))


def _henceforth(text: str) -> Iterator[Explained]:
    """«… (далее – ГМЦ)»; the narrow cell may break the line anywhere."""
    flat = re.sub(r"\s+", " ", text)
    for match in _HENCEFORTH.finditer(flat):
        before = re.split(r"[()]", flat[max(0, match.start() - LONGEST_NAME) : match.start()])[-1].strip()
        if before:
            yield Explained(match["letters"] or match["short"], before, False)
    for match in _INSIDE_BRACKET.finditer(flat):
        yield Explained(match["letters"], match["name"], True)


def _by_initials(text: str) -> Iterator[Explained]:
    """«районного методического кабинета (РМК)»: letters in brackets behind the words whose initials they are."""
    flat = re.sub(r"\s+", " ", text)
    for match in _IN_BRACKETS.finditer(flat):
        words = flat[max(0, match.start() - LONGEST_NAME) : match.start()].split()
        named = [at for at, word in enumerate(words) if word.lower() not in _SMALL][-len(match["letters"]) :]
        initials = "".join(words[at].strip('«»"')[:1].upper() for at in named)
        if initials == match["letters"]:
            yield Explained(match["letters"], " ".join(words[named[0] :]), True)


def _own_name(text: str, issuer: str) -> Iterator[Explained]:
    """«(МКУ УО ГО Лесной)» under the issuer's name, of whose words the letters are the first."""
    words = re.findall(r"[А-ЯЁа-яё-]+", issuer.rpartition("«")[2])
    for match in _SHORT_NAME.finditer(text):
        letters = match["letters"]
        if "".join(word[0].upper() for word in words if word not in _SMALL).startswith(letters):
            name = " ".join(match["name"].split())
            spellings = (name, name.partition(" ")[2], match["begins"], letters)
            yield from (Explained(one, issuer, True) for one in dict.fromkeys(spellings))


# A line of its own, or behind the name's quote
_SHORT_NAME = re.compile(
    rf"(?:^|[»\"])\s*\((?P<name>(?P<begins>{LEGAL_FORM} (?P<letters>[А-ЯЁ]{{2,8}}))"
    r"(?: [А-ЯЁ][А-ЯЁа-яё.-]*){0,4})\)\s*$",
    re.MULTILINE,
)
_IN_BRACKETS = re.compile(r"(?<=\w) ?\((?P<letters>[А-ЯЁ]{2,6})\)")
_SMALL = frozenset({"и", "по", "в", "на", "для", "при"})


def _entries(text: str) -> Iterator[Explained]:
    """The entries of a list of abbreviations, on one line or on lines of their own."""
    for line in text.split("\n"):
        for match in _ENTRY.finditer(_MARK.sub("", line)):
            yield Explained(match["letters"], match["name"].strip(" ."), True)
