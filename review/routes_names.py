"""People, schools, organizations; merging them; the search among all names."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from review.notices import refusal_words
from review.requests import form_handler, page_of, render, text_of
from review.words import NotUnderstood
from store.db import reading
from store.model import DecisionRow
from store.refusals import DecisionRefused
from store.review.names import (
    EntityKind,
    aliases_of,
    claims_of,
    decisions_about,
    latest_posts,
    list_names,
    orders_naming,
    posts_of,
    read_name,
)
from store.review.search import find_names
from store.review.split import mentions_of
from store.review.union import Signature, keep_apart, merge_names, subject_of

Decide = Callable[[Connection, Request, FormData], DecisionRow]
Listing = Literal["people", "schools", "organizations"]
TITLES = {"people": "Люди", "schools": "Школы", "organizations": "Организации"}


def show_list(request: Request) -> Response:
    listing = request.url.path.strip("/")
    words = request.query_params.get("q") or None
    kinds = ("school",) if listing == "schools" else ()
    with reading(page_of(request).engine) as connection:
        names = list_names(connection, "person" if listing == "people" else "organization", words, kinds)
        posts = latest_posts(connection, [one.entity_id for one in names]) if listing == "people" else {}
    return render(request, "names.html", listing=listing, title=TITLES[listing], names=names, words=words, posts=posts)


def show_name(request: Request) -> Response:
    entity, entity_id = entity_of(request), request.path_params["entity_id"]
    with reading(page_of(request).engine) as connection:
        name = read_name(connection, entity, entity_id)
        if name is None:
            return render(
                request, "fault.html", 404, text="Этого имени в базе больше нет: его могли объединить с другим."
            )
        aliases = aliases_of(connection, entity, entity_id)
        keys = {name.key, subject_of(entity, name.key), *(f"org|{one.key}" for one in aliases)}
        keys |= {"|".join(name.key.split("|")[:3])} if entity == "person" else set()  # of all who bear the name
        values: dict[str, object] = {
            "aliases": aliases,
            "posts": posts_of(connection, entity, entity_id),
            "places": mentions_of(connection, entity, entity_id),
            "claims": claims_of(connection, entity_id),
            "decided": decisions_about(connection, keys, name.territory),
        }
    return render(request, "name.html", entity=entity, name=name, **values)


def show_search(request: Request) -> Response:
    """For the queue and for merging: names to choose from. `for` says what a choice does."""
    words = request.query_params.get("name", "")[:100]
    with reading(page_of(request).engine) as connection:
        found = find_names(connection, words, request.query_params.get("territory") or None)
    purpose = request.query_params.get("for", "answer")
    return render(
        request, "found.html", found=found, words=words, purpose=purpose,
        source=request.query_params.get("source", ""), entity=request.query_params.get("entity", ""),
    )  # fmt: skip


def show_merge(request: Request) -> Response:
    """What a merge would change, before it is done."""
    entity = entity_of(request)
    with reading(page_of(request).engine) as connection:
        name = read_name(connection, entity, request.path_params["entity_id"])
        into = read_name(connection, entity, request.query_params.get("into", ""))
        if name is None or into is None or name.entity_id == into.entity_id:
            return render(request, "fault.html", 404, text="Объединять можно два разных имени, которые есть в базе.")
        places = mentions_of(connection, entity, name.entity_id)
        orders = orders_naming(connection, entity, name.entity_id)
    return render(request, "merge.html", entity=entity, name=name, into=into, places=places, orders=orders)


def post_union(request: Request, form: FormData) -> Response:
    """Merge or keep apart: what the pressed button says."""
    return keep_decision(request, form, decide_union)


def keep_decision(request: Request, form: FormData, decide: Decide) -> Response:
    """Keeps what `decide` makes of the form, and shows it; or says why not."""
    page = page_of(request)
    try:
        with page.engine.begin() as connection:
            row = decide(connection, request, form)
    except NotUnderstood as error:
        return render(request, "fault.html", 400, text=str(error))
    except DecisionRefused as error:
        return render(request, "refused.html", 409, notice=refusal_words(error))
    page.rereader.wake()
    return RedirectResponse(f"/history/{row.decision_id}", 303)


def decide_union(connection: Connection, request: Request, form: FormData) -> DecisionRow:
    """The decision, kept. Raises NotUnderstood, DecisionRefused."""
    entity = entity_of(request)
    signed = Signature(page_of(request).session.clerk, datetime.now(UTC), text_of(form, "reason"))
    name = read_name(connection, entity, request.path_params["entity_id"])
    other = read_name(connection, entity, text_of(form, "into") or "")
    act = text_of(form, "act")
    if name is None:
        raise NotUnderstood("Этого имени в базе больше нет.")
    if other is None or other.entity_id == name.entity_id:
        raise NotUnderstood("Второго имени в базе больше нет.")
    if act not in ("merge", "apart"):
        raise NotUnderstood("Не сказано, объединить имена или развести.")
    return (merge_names if act == "merge" else keep_apart)(connection, entity, name, other, signed)


def entity_of(request: Request) -> EntityKind:
    return "person" if request.url.path.startswith("/people/") else "organization"


ROUTES = (
    *(Route(f"/{listing}", show_list) for listing in TITLES),
    *(Route(f"/{listing}/{{entity_id}}", show_name) for listing in TITLES),
    *(Route(f"/{listing}/{{entity_id}}/merge", show_merge) for listing in TITLES),
    *(Route(f"/{listing}/{{entity_id}}/union", form_handler(post_union), methods=["POST"]) for listing in TITLES),
    Route("/search", show_search),
)
