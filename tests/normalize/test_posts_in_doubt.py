"""Which posts of an order stand as facts: none whose holder is asked about."""

from normalize.posts import sure_posts
from tests.normalize.orders import order_of


def roles(*cells: str) -> set[tuple[str, str]]:
    return {(person.split("|")[0], role) for person, role, _ in sure_posts(order_of(*cells))}


def test_a_shared_title_that_is_asked_about_is_nobodys_post() -> None:
    assert roles("Вязова А.К., Лосев П.И., эксперты") == set()
    assert roles("Вязова А.К., Лосев П.И. – эксперты") == {("вязова", "эксперт"), ("лосев", "эксперт")}


def test_another_cell_may_say_it() -> None:
    assert roles("Вязова А.К., Лосев П.И., эксперты", "Вязова А.К. – эксперт") == {("вязова", "эксперт")}


def test_of_several_titles_only_the_one_in_doubt_is_left_out() -> None:
    assert roles("Вязова А.К., завуч, социальный педагог") == {("вязова", "завуч")}
