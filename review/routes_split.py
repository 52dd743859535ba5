"""One name that is really two: which mentions, or which spelling, belong to another; shown before it is done."""

from datetime import UTC, datetime

from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from normalize.registry import registered_school
from review.requests import form_handler, page_of, render, text_of
from review.routes_names import TITLES, entity_of, keep_decision
from review.words import NotUnderstood
from store.db import reading
from store.model import DecisionRow
from store.review.names import NameLine, orders_naming, posts_of, read_name
from store.review.split import Other, mentions_of, move_mentions, namesakes_of, new_namesake, spelled
from store.review.union import Signature, split_spelling

GONE = "Этого имени в базе больше нет: его могли объединить с другим."
NONE_CHOSEN = "Отметьте упоминания, которые относятся к другому имени."


def show_split(request: Request) -> Response:
    """What would be split off, and to whom it may go."""
    entity, entity_id = entity_of(request), request.path_params["entity_id"]
    asked = set(request.query_params.getlist("mention"))
    with reading(page_of(request).engine) as connection:
        name = read_name(connection, entity, entity_id)
        if name is None:
            return render(request, "fault.html", 404, text=GONE)
        chosen = [one for one in mentions_of(connection, entity, entity_id, None) if one.party_id in asked]
        others = namesakes_of(connection, name) if entity == "person" else ()
        posts = {one.entity_id: posts_of(connection, entity, one.entity_id) for one in others}
        touched = orders_naming(connection, entity, entity_id)
    if not chosen:
        return render(request, "fault.html", 400, text=NONE_CHOSEN, back=f"/{root_of(request)}/{entity_id}")
    return render(
        request, "split.html", entity=entity, root=root_of(request), name=name, chosen=chosen, others=others,
        posts=posts, touched=touched,
    )  # fmt: skip


def show_spelling(request: Request) -> Response:
    """What it would change if the spelling were an organization of its own."""
    entity_id, spelling = request.path_params["entity_id"], request.query_params.get("spelling", "")
    with reading(page_of(request).engine) as connection:
        name = read_name(connection, "organization", entity_id)
        if name is None:
            return render(request, "fault.html", 404, text=GONE)
        places = spelled(mentions_of(connection, "organization", entity_id, None), spelling)
        touched = orders_naming(connection, "organization", entity_id)
    return render(
        request, "spelling.html", name=name, spelling=spelling, key=request.query_params.get("key", ""),
        places=places, touched=touched,
    )  # fmt: skip


def post_split(request: Request, form: FormData) -> Response:
    return keep_decision(request, form, decide)


def decide(connection: Connection, request: Request, form: FormData) -> DecisionRow:
    """The decision, or the first of its batch, kept. Raises NotUnderstood, DecisionRefused."""
    entity, entity_id = entity_of(request), request.path_params["entity_id"]
    signed = Signature(page_of(request).session.clerk, datetime.now(UTC), text_of(form, "reason"))
    name = read_name(connection, entity, entity_id)
    if name is None:
        raise NotUnderstood(GONE)
    spelling, key = text_of(form, "spelling"), text_of(form, "key")
    if spelling is not None and key is not None:
        return split_spelling(connection, name, spelling, f"org|{key}", signed)
    asked = {one for one in form.getlist("mention") if isinstance(one, str)}
    chosen = [one for one in mentions_of(connection, entity, entity_id, None) if one.party_id in asked]
    if not chosen:
        raise NotUnderstood(NONE_CHOSEN)
    other = other_of(connection, request, form, name)
    return move_mentions(connection, entity, name, chosen, other, signed)[0]


def other_of(connection: Connection, request: Request, form: FormData, name: NameLine) -> Other:
    """Whom the form says the mentions mean. Raises NotUnderstood."""
    entity, into = entity_of(request), text_of(form, "into") or ""
    if into == "new" and entity == "person":
        return new_namesake(name)
    if into == "school" and entity == "organization":
        try:
            school = registered_school(text_of(form, "number") or "", text_of(form, "type") or "", "", "")
        except ValueError:
            raise NotUnderstood("Напишите номер школы цифрами, например 7.") from None
        other = Other(school.key, school.name)
    else:
        found = read_name(connection, entity, into)
        if found is None:
            raise NotUnderstood("Не сказано, к какому имени относятся упоминания.")
        other = Other(found.key, found.name)
    if other.key == name.key:
        raise NotUnderstood("Это то же самое имя: выберите другое.")
    return other


def root_of(request: Request) -> str:
    return "people" if entity_of(request) == "person" else "organizations"


ROUTES = (
    *(Route(f"/{listing}/{{entity_id}}/split", show_split) for listing in TITLES),
    *(Route(f"/{listing}/{{entity_id}}/spelling", show_spelling) for listing in TITLES),
    *(Route(f"/{listing}/{{entity_id}}/split", form_handler(post_split), methods=["POST"]) for listing in TITLES),
)
