"""Line ends in a cell: which the author made, and which the column's width."""

import pytest

from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_wrap import join_lines

LETTER = 5.0  # points: each letter is as wide, so a line's length can be counted
SIZE = 10.0
PADDING = 5.0


def printed(*texts: str) -> Habits:
    """The habits of a document that prints a blank at each wrapped line end, and these lines elsewhere."""
    wrapped = [Run("и", 0, 0, 0.0, 5.0, SIZE * row, SIZE, has_blank=True) for row in range(5)]
    return Habits([*wrapped, *(Run(text, -1, 0, 0.0, 99.0, 0.0, SIZE, has_blank=False) for text in texts)])


def joined(letters: float, *texts: str, habits: Habits = Habits()) -> str:  # noqa: B008 — frozen
    """The text of a cell into whose width this many letters fit; a blank at a text's end is a printed one."""
    lines = [_line(text, SIZE * row) for row, text in enumerate(texts)]
    return join_lines(lines, 0.0, letters * LETTER + 2 * PADDING, habits)


def _line(text: str, y: float) -> Run:
    shown = text.rstrip()
    return Run(shown, 0, 0, PADDING, PADDING + len(shown) * LETTER, y, SIZE, shown != text)


@pytest.mark.parametrize(
    ("letters", "lines", "expected"),
    [
        # the next word did not fit: the width ended the line
        (
            20,
            ("Едигарева Н.В.,", "заместитель", "начальника Управления"),
            "Едигарева Н.В., заместитель начальника Управления",
        ),
        # it would have fitted: the author did
        (40, ("Конев Е.В.", "Гареева Л.Г."), "Конев Е.В.\nГареева Л.Г."),
        # compounds and hyphenations keep their hyphen
        (10, ("онлайн-", "режим"), "онлайн-режим"),
        (40, ("Семинар «Психолого-", "педагогическая помощь»"), "Семинар «Психолого-педагогическая помощь»"),
        (8, ("2020-", "2021 уч.год"), "2020-2021 уч.год"),
        (10, ("Каменск-", "Уральская"), "Каменск-Уральская"),
        (14, ("проект «Билет», 6–", "11 классы"), "проект «Билет», 6–11 классы"),
        (8, ("в срок 01–", "10.09.2022"), "в срок 01–10.09.2022"),
        # a dash is no hyphen
        (12, ("сентябрь -", "октябрь"), "сентябрь - октябрь"),
        (4, ("№", "п/п"), "№ п/п"),
        (3, ("№", "п/", "п"), "№ п/п"),
        # words that a narrow column broke
        (8, ("Постоянн", "о"), "Постоянно"),
        (10, ("Мероприяти", "я"), "Мероприятия"),
        (14, ("по завершению", "персонализиров", "нной программы"), "по завершению персонализировнной программы"),
        (8, ("Руководи", "тели школ"), "Руководители школ"),
        (4, ("Руко", "води", "тели"), "Руководители"),
        (11, ("Совещание", "руководител", "ей"), "Совещание руководителей"),
        (13, ("муниципально", "го центра"), "муниципального центра"),
        (8, ("Стрельни", "кова Е.Д."), "Стрельникова Е.Д."),
        (3, ("год", "а"), "года"),
        (9, ("директоро", "в по УВР"), "директоров по УВР"),
        (9, ("работнико", "в по новым ФГОС"), "работников по новым ФГОС"),
        (13, ("взаимодействи", "и с центром"), "взаимодействии с центром"),
        (8, ("обучающи", "хся школ"), "обучающихся школ"),
        (9, ("аналитиче", "скую справку"), "аналитическую справку"),
        (7, ("октябрь", "-ноябрь"), "октябрь-ноябрь"),
        (1, ("1", "2."), "12."),
        (3, ("202", "2 г."), "2022 г."),
        # two words, the first of which fills its line
        (8, ("учебного", "года"), "учебного года"),
        (8, ("Методист", "и учитель"), "Методист и учитель"),
        (7, ("Учитель", "труда И.И. Юдин"), "Учитель труда И.И. Юдин"),
        (2, ("15", "октября"), "15 октября"),
        # short words of their own
        (8, ("Сентябрь", "и май"), "Сентябрь и май"),
        (9, ("Ежедневно", "до 5 числа"), "Ежедневно до 5 числа"),
        # a word that does not fill its line was not broken
        (12, ("Ежемесячно", "по среду"), "Ежемесячно по среду"),
        # items of a list begin lines of their own
        (16, ("1) Анализ банка.", "2) Обучение"), "1) Анализ банка.\n2) Обучение"),
        (16, ("1) Анализ группы", "обучающихся всех", "2) Обучение"), "1) Анализ группы обучающихся всех\n2) Обучение"),
        (16, ("режим дня детей;", "- досуг"), "режим дня детей;\n- досуг"),
        # a list of schools is no list of items
        (12, ("школ №№ 14,", "17. 20, 30"), "школ №№ 14, 17. 20, 30"),
    ],
)
def test_line_ends(letters: int, lines: tuple[str, ...], expected: str) -> None:
    assert joined(letters, *lines) == expected


def test_line_without_the_blank_of_wrapped_lines_was_ended_by_the_author() -> None:
    lines = ("Соц. педагог", "Воспитатели ", "центра")
    assert joined(17, *lines, habits=printed()) == "Соц. педагог\nВоспитатели центра"
    assert joined(17, *lines) == "Соц. педагог Воспитатели центра"


def test_centred_lines_lack_the_blank_and_may_begin_below_one_another() -> None:
    def lines(indent: float) -> list[Run]:
        texts = ("в школах со", "стабильными", "слабыми итогами")
        return [Run(text, 0, 0, indent, indent + 55.0, SIZE * at, SIZE, False) for at, text in enumerate(texts)]

    assert join_lines(lines(40.0), 0.0, 135.0, printed()) == "в школах со стабильными слабыми итогами"
    assert join_lines(lines(5.0), 0.0, 100.0, printed()) == "в школах со\nстабильными\nслабыми итогами"


def test_line_without_room_for_a_blank_may_be_wrapped() -> None:
    assert joined(12, "Соц. педагог", "Воспитатели ", habits=printed()) == "Соц. педагог Воспитатели"


@pytest.mark.parametrize(
    ("letters", "lines", "expected"),
    [
        # there was room for the blank of a wrapped line, and none for the next letter
        (10.7, ("формирован", "ию банка ", "заданий"), "формированию банка заданий"),
        (7.7, ("Управле", "нческие ", "команды"), "Управленческие команды"),
        (7.7, ("Участие ", "в совете"), "Участие в совете"),
        # the word would have fitted into a line of its own
        (16.0, ("Ежегодно ", "лагеря"), "Ежегодно\nлагеря"),
        # «№№» is parted, a quotation's end and a date are broken
        (15.0, ("Средние школы №", "№ 2, 7"), "Средние школы №№ 2, 7"),
        (11.2, ("образования", "», Ильина"), "образования», Ильина"),
        (8.2, ("15.10.20", "21"), "15.10.2021"),
    ],
)
def test_line_ends_where_wrapped_lines_end_with_blanks(letters: float, lines: tuple[str, ...], expected: str) -> None:
    assert joined(letters, *lines, habits=printed()) == expected


@pytest.mark.parametrize(
    ("elsewhere", "lines", "expected"),
    [
        ("Управление образования города", ("образов", "ания"), "образования"),
        ("для координаторам города", ("координатор", "ами школ"), "координаторами школ"),
        ("и руководители ОО", ("руководител", "и ОО"), "руководители ОО"),
        ("за сентябрь и май", ("сентябрь", "и май"), "сентябрь и май"),
        ("", ("заместители", "директоров"), "заместители директоров"),
        ("", ("учреждений", "и отделов"), "учреждений и отделов"),
        ("", ("Участие", "в ", "совете"), "Участие в совете"),
        ("", ("Постоянн", "о"), "Постоянно"),
        ("", ("Наставничеств", "о в ", "организации"), "Наставничество в организации"),
        ("", ("развитие качеств", "о которых"), "развитие качеств о которых"),
        ("", ("Программир", "ование и ", "моделирование"), "Программирование и моделирование"),
        ("", ("Переустро", "йство и ", "озеленение"), "Переустройство и озеленение"),
        ("", ("техническог", "о состояния"), "технического состояния"),
        ("", ("отдел ", "капитальног", "о ", "строительства"), "отдел капитального строительства"),
        ("", ("Подготовк", "а к ", "экзамену"), "Подготовка к экзамену"),
        ("", ("самоподго", "товки"), "самоподготовки"),
        ("", ("Собеседов", "ание"), "Собеседование"),
        ("", ("программ", "ист Мохов"), "программист Мохов"),
        ("", ("программ", "и ", "проектов"), "программ и проектов"),
        ("", ("Озёрски", "м ", "районом"), "Озёрским районом"),
        ("", ("ЦППМиС", "П"), "ЦППМиСП"),
        ("", ("ЦППМиС", "П. ", "Юдина"), "ЦППМиС П. Юдина"),
        ("", ("Инструктаж", "и с ", "детьми"), "Инструктажи с детьми"),
        ("", ("дети с ", "педагог", "и с ", "детьми"), "дети с педагог и с детьми"),
        ("", ("Инструктаж", "и беседа"), "Инструктаж и беседа"),
        # «и» is an ending where the case says so
        ("", ("совещание с ", "руководителям", "и школ"), "совещание с руководителями школ"),
        ("", ("школами, ", "показавшим", "и низкие "), "школами, показавшими низкие"),
        ("", ("снабжать ", "учебникам", "и и тетрадями"), "снабжать учебниками и тетрадями"),
        ("", ("помощь по ", "предметам", "и курсам"), "помощь по предметам и курсам"),
    ],
)
def test_full_lines_are_told_by_the_words_of_the_document(
    elsewhere: str, lines: tuple[str, ...], expected: str
) -> None:
    assert joined(max(len(line.strip()) for line in lines[:2]), *lines, habits=printed(elsewhere)) == expected


def test_an_ending_that_may_be_a_conjunction_is_asked_about() -> None:
    habits = printed()
    assert joined(8, "помощь ", "учителям", "и школам", habits=habits) == "помощь учителям и школам"
    assert habits.unsure == {"учителям и": "учителями"}


def test_a_compound_whose_second_word_is_broken_is_asked_about_whole() -> None:
    habits = printed()
    lines = ("студия ", "тюльгинско-", "фантастическо", "го творчества")
    assert joined(13, *lines, habits=habits) == "студия тюльгинско-фантастического творчества"
    assert habits.unsure == {"тюльгинско-фантастического": "тюльгинскофантастического"}


def test_a_compound_whose_second_word_is_broken_is_known_by_the_whole_word() -> None:
    habits = printed()
    lines = ("кафедра ", "естественно-", "математическо", "го образования")
    assert joined(13, *lines, habits=habits) == "кафедра естественно-математического образования"
    assert habits.unsure == {}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # one word by the dictionary, which at least one of the pieces is not
        (("подготовите", "льной группы"), "подготовительной группы"),
        (("производств", "енного обучения"), "производственного обучения"),
        (("школьные ", "библиотекар", "и, музей"), "школьные библиотекари, музей"),
        (("медицински", "е работники"), "медицинские работники"),
        (("электропров", "одки"), "электропроводки"),
        (("натуралисто", "в» с учётом"), "натуралистов» с учётом"),
        (("слабоуспе", "вающими"), "слабоуспевающими"),
        # no words at all, so of one that the dictionary has not; but none is so long
        (("Кырчан", "ювакской школы"), "Кырчанювакской школы"),
        (("у" * 40, "у" * 38), f"{'у' * 40} {'у' * 38}"),
        # surnames
        (("Гимназия ", "Благовеще", "нская Ю.Ю."), "Гимназия Благовещенская Ю.Ю."),
        (("Константи", "нопольска", "я Е.В."), "Константинопольская Е.В."),
        (("Преобра", "женски", "й А.А."), "Преображенский А.А."),
        # a hyphen under its word
        (("Консультацион", "но-", "методическое"), "Консультационно-методическое"),
        # two words, the second of which is broken
        (("молодые", "специал", "исты"), "молодые специалисты"),
        (("сетевых", "пар школ"), "сетевых пар школ"),
        (("праздник", "для детей"), "праздник для детей"),
        (("кабинет", "на двоих"), "кабинет на двоих"),
        (("внедрение", "антирисков в школе"), "внедрение антирисков в школе"),
    ],
)
def test_full_lines_are_told_by_the_dictionary(lines: tuple[str, ...], expected: str) -> None:
    habits = printed()
    longest = max(len(line.strip()) for line in lines[:-1])
    assert joined(longest + 0.1, *lines, habits=habits) == expected
    assert habits.unsure == {}


def test_what_the_dictionary_cannot_tell_is_asked() -> None:
    habits = printed()
    assert joined(9.1, "программа", "квазулики в школе", habits=habits) == "программа квазулики в школе"
    assert joined(9.1, "постоянно", "действующий штаб", habits=habits) == "постоянно действующий штаб"
    assert list(habits.unsure) == ["программа квазулики", "постоянно действующий"]


def test_a_short_line_that_another_one_may_follow_was_broken_with_a_surname() -> None:
    assert joined(8.1, "Великожа", "нина Р.О.", habits=printed()) == "Великожанина Р.О."
    assert joined(9.1, "Великожа", "нина Р.О.", habits=printed()) == "Великожанина Р.О."


def test_two_words_of_which_the_first_nearly_fills_its_line_are_two() -> None:
    assert joined(11, "специалист", "руководители ", "школ", habits=printed()) == "специалист руководители школ"


def test_no_lines_no_text() -> None:
    assert join_lines([], 0.0, 100.0, Habits()) == ""
