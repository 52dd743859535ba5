"""Whether the letters at a line's end and those at the next line's beginning are one word."""

import re

from ingest.readers.pdf_habits import Habits

# What can only be a word's end: «Постоянн⏎о», «муниципаль⏎ного», «персонализирова⏎нной»: no word in a plan begins so.
_WORD_END = re.compile(
    r"[а-яё]{1,3}$|[ъыь]|([клмнпртф])\1|ск[ио][а-яё]{1,2}$|ческ|ственн|н(?:ого|ому|ыми|ост)|ция|ции|цию|цион"
    r"|ния[мх]|нием|ость|ости|остью|альн|ельн|тельн|ирова|изаци|[аую]ющ|ющ"
)
# What no word ends with: «Руководител⏎и ОО», «организаци⏎и», «учрежден⏎ием», «функциональн⏎ая».
_STUB = re.compile(r"(?:[иая]тел|ци|нн|[льжчш]н|ност|[^м]ени|[^р]ани)$")
# «Сентябрь⏎и октябрь»: words of their own.
_SHORT_WORD = re.compile("а|в|во|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|с|се|со|та|то|у|уч")
_ALIKE = 2  # letters of the second piece that another word must share: «координатор⏎ами» and «координаторам»


def are_one_word(start: str, end: str, goes_on: bool, habits: Habits) -> bool:
    """Whether `start` + `end` (small letters) is a word; `goes_on`: more text comes right after them.

    The document's own words tell first: «образов⏎ания» where «образования» is printed elsewhere. Then what words
    begin with. A preposition stands before something, so «о» at the text's end is none: «Постоянн⏎о».
    """
    if habits.prints(start + end) or (len(end) > _ALIKE and habits.prints_beginning(start + end[:_ALIKE])):
        return True
    if _STUB.search(start):
        return True
    if habits.prints(start) or (goes_on and _SHORT_WORD.fullmatch(end)):
        return False
    return _WORD_END.match(end) is not None
