"""Each reason has its own code and words in both languages, and survives the way between processes."""

import pickle
import re

import pytest

from ingest.errors import Damaged, IngestError, list_reasons


def test_codes_are_stable_words_and_differ() -> None:
    codes = [reason.code for reason in list_reasons()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch("[a-z_]+", code) for code in codes)
    assert {"encrypted", "damaged", "empty", "needs_ocr", "no_measure_table", "too_large", "macro"} <= set(codes)


@pytest.mark.parametrize("reason", list_reasons())
def test_every_reason_says_what_and_what_to_do(reason: type[IngestError]) -> None:
    own = vars(reason)
    assert {"code", "reason", "reason_ru", "advice", "advice_ru"} <= set(own)
    assert re.search("[а-я]", own["reason_ru"])
    assert re.search("[а-я]", own["advice_ru"])
    assert not re.search("[а-я]", own["reason"] + own["advice"])


def test_message_says_what_was_found() -> None:
    error = Damaged("byte 17", "байт 17")
    assert error.message == str(error) == "the file is damaged: byte 17"
    assert error.message_ru == "файл повреждён: байт 17"


def test_error_comes_back_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(Damaged("byte 17", "байт 17")))
    assert type(error) is Damaged
    assert error.message_ru == "файл повреждён: байт 17"
