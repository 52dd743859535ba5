import re

from normalize.traced import blank, filled, insert, rewrite, traced


def test_a_rewritten_text_knows_its_places() -> None:
    cell = rewrite(
        traced("07.12..2020 г."), re.compile(r"(?P<day>\d\d\.\d\d)\.+(?P<year>\d{4})"), filled("{day}.{year}")
    )
    assert cell.text == "07.12.2020 г."
    assert cell.bounds(0, 10) == (0, 11)


def test_what_was_put_in_has_no_place() -> None:
    cell = insert(traced("октябрь, ноябрь 2021"), {7: " 2021"})
    assert cell.text == "октябрь 2021, ноябрь 2021"
    assert cell.bounds(0, 12) == (0, 7)
    assert cell.bounds(8, 12) == (0, 0)


def test_new_text_may_stand_for_a_slice() -> None:
    cell = rewrite(traced("П квартал"), re.compile("П"), lambda match: [("ii", *match.span())])
    assert (cell.text, cell.bounds(0, 2)) == ("ii квартал", (0, 1))


def test_a_blanked_text_stays_as_long() -> None:
    assert blank(traced("до 12.00 15.09"), 3, 8).text == "до       15.09"
