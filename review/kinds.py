"""What each kind of question is called and how far an answer reaches unless the clerk says otherwise."""

from dataclasses import dataclass

from store.model import Scope


@dataclass(frozen=True, slots=True)
class Kind:
    """`scope`: the default reach. `name`: the doubt is about who is meant, so «new» and «different» make sense."""

    title: str
    scope: Scope
    name: bool = False


# A spelling or an abbreviation means one thing in all orders of its issuer: «ГАОУ ДПО СО «ИРО»», «ШМО» of order 306.
# A cell, a deadline, a list says what it says in its own order only: measures 10 and 12 of order 306.
KINDS = {
    "abbreviation": Kind("Сокращение", "issuer"),
    "continuation": Kind("Продолжение строки", "here"),
    "deadline": Kind("Срок", "here"),
    "employer": Kind("Место работы", "issuer"),
    "empty_deadline": Kind("Срок не указан", "here"),
    "empty_responsible": Kind("Ответственный не указан", "here"),
    "initial_missing": Kind("Неполное имя", "issuer", name=True),
    "leftover": Kind("Текст вне мероприятий", "here"),
    "legal_form": Kind("Название организации", "issuer", name=True),
    "lists_differ": Kind("Списки школ", "here"),
    "lost_header": Kind("Заголовок таблицы", "here"),
    "lost_separator": Kind("Пропущен знак", "here"),
    "low_confidence": Kind("Нечёткий текст", "here"),
    "month_out_of_order": Kind("Срок не по порядку", "here"),
    "namesakes": Kind("Однофамильцы", "issuer", name=True),
    "number_gap": Kind("Пропуск в нумерации", "here"),
    "oblique_name": Kind("Падеж имени", "issuer", name=True),
    "office": Kind("Кто занимает должность", "issuer"),
    "open_set": Kind("Неопределённый круг лиц", "issuer"),
    "order_head": Kind("Реквизиты приказа", "here"),
    "place_or_party": Kind("Организация или исполнитель", "here"),
    "role_synonyms": Kind("Одинаковые ли слова", "issuer"),
    "school_type": Kind("Вид школы", "issuer", name=True),
    "section": Kind("Раздел", "here"),
    "shared_title": Kind("Общая должность", "here"),
    "similar_people": Kind("Похожие имена", "issuer", name=True),
    "status_scope": Kind("К кому относится слово", "here"),
    "title_order": Kind("Чья должность", "here"),
    "unknown_column": Kind("Неизвестная графа", "here"),
    "unknown_phrase": Kind("Непонятные слова", "issuer", name=True),
}
OTHER = Kind("Вопрос", "here", name=True)


def kind_of(code: str) -> Kind:
    """A kind that is not listed is asked about with every key there is, and settled here only."""
    return KINDS.get(code, OTHER)
