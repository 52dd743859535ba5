"""Whether words spell letters out: «школьное методическое объединение» for «ШМО», «районный методкабинет» for «РМК»."""

import re

from normalize.fold import fold

_SMALL = frozenset({"и", "по", "в", "на", "для", "при", "с", "к", "о", "об", "за"})  # of which letters may take none


def spells_out(words: str, letters: str) -> bool:
    """True where the letters, folded, are taken from the words in order, from each word its first letter at least.

    Not: «не знаю» for «ШМО», «шмо» itself.
    """
    found = re.findall(r"[^\W\d_]+", fold(words))
    short = re.sub(r"\W", "", letters)
    return sum(map(len, found)) >= 2 * len(short) > 0 and _are_taken(short, found)


def printed_words(letters: str) -> re.Pattern[str]:
    """What the words that an order prints for letters match: «территориальных предметных комиссий» for «ТПК».

    Stricter than `spells_out`, as it looks through running text: a word for each letter, none cut short.
    """
    words = r"\W+".join(rf"{letter}[а-яё]{{3,}}" for letter in letters)
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)


def _are_taken(letters: str, words: list[str]) -> bool:
    if not words:
        return not letters
    word, *rest = words
    if word in _SMALL and _are_taken(letters, rest):
        return True
    return any(
        _is_within(letters[:taken], word) and _are_taken(letters[taken:], rest) for taken in range(1, len(letters) + 1)
    )


def _is_within(letters: str, word: str) -> bool:
    """The letters stand in the word in this order, its first letter first."""
    rest = iter(word)
    return word.startswith(letters[0]) and all(letter in rest for letter in letters)
