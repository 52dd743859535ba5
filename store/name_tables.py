"""Tables of who and what the orders name: people, organizations, what each cell says of them."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from store.columns import count_column, id_column, metadata, of_a_measure, one_of, owner, refer, text_column

people = Table(
    "people",
    metadata,
    id_column("person_id", "UUIDv5 of territory and key"),
    text_column("territory", "where the name means this person"),
    text_column("key", "folded nominative surname and initials", needed=True),
    text_column("person", "canonical «Фамилия И.О.», nominative", needed=True),
    text_column("surname", "nominative", needed=True),
    text_column("initials", "«Т.А.»", needed=True),
    text_column("given_names", "«Татьяна Андреевна»; NULL while unknown"),
    text_column("registry", "file and line of the municipality's registry; NULL if only orders name the person"),
    Index(None, "territory", "key"),
    Index(None, "person"),
    comment="people whom orders or the registry name",
)

organizations = Table(
    "organizations",
    metadata,
    id_column("organization_id", "UUIDv5 of territory and key"),
    text_column("territory", "NULL for what stands above territories, and where it is not known"),
    Column(
        "above_territory", Boolean, nullable=False, comment="true for a ministry, a regional institute: one for all"
    ),
    text_column("key", "spelling key of the canonical name", needed=True),
    text_column("organization", "canonical name", needed=True),
    text_column("kind", "school, authority, center, institute, ministry, other", needed=True),
    text_column("school_number", "NULL if it is not a numbered school"),
    text_column("school_type", "«средняя», «основная», «лицей», «гимназия» …"),
    text_column("registry", "file and line of the municipality's registry; NULL if only orders name it"),
    one_of("kind", "school", "authority", "center", "institute", "ministry", "other"),
    Index(None, "territory", "key"),
    Index(None, "school_number", "territory"),
    Index(None, "organization"),
    comment="schools and other organizations that orders or the registry name",
)

parties = Table(
    "parties",
    metadata,
    id_column("party_id", "UUIDv5 of measure and anchor"),
    text_column("measure_id", "the measure", needed=True),
    text_column("order_id", "its order", needed=True),
    text_column("field", "responsible or measure: the cell that names the party", needed=True),
    count_column("seq", "1-based within the field, in order of appearance"),
    count_column("starts_at", "0-based character in the field's text"),
    count_column("ends_at", "exclusive"),
    text_column("surface", "the text between them, as printed", needed=True),
    text_column("kind", "person, school, organization, group", needed=True),
    refer("person_id", "people.person_id", "NULL unless the kind is person", needed=False),
    text_column("role", "nominative, lower case, without the organization's name"),
    refer("organization_id", "organizations.organization_id", "what the party is or belongs to", needed=False),
    text_column("status", "resolved, proposed, unresolved", needed=True),
    text_column("rule", "which rule or decision settled it", needed=True),
    Column("score", Float, nullable=False, comment="0..1"),
    text_column("anchor", "survives renumbering and re-wrapping; decisions hold on to it", needed=True),
    UniqueConstraint("measure_id", "field", "seq"),
    one_of("field", "responsible", "measure"),
    one_of("kind", "person", "school", "organization", "group"),
    one_of("status", "resolved", "proposed", "unresolved"),
    CheckConstraint("0 <= starts_at AND starts_at <= ends_at", name="span"),
    CheckConstraint("0 <= score AND score <= 1", name="score"),
    of_a_measure(),
    Index(None, "order_id"),
    Index(None, "person_id"),
    Index(None, "organization_id"),
    comment="one row for each person, school, organization or role group that a cell names",
)

appointments = Table(
    "appointments",
    metadata,
    id_column("appointment_id", "UUIDv5 of order, person, role and organization"),
    refer("order_id", "orders.order_id", "the order that says so", owned=True),
    refer("person_id", "people.person_id", "who"),
    text_column("role", "which post", needed=True),
    refer("organization_id", "organizations.organization_id", "where", needed=False),
    Index(None, "order_id"),
    Index(None, "person_id"),
    Index(None, "organization_id"),
    comment="who held which post where, as one order says",
)

sightings = Table(
    "sightings",
    metadata,
    owner("order_id", "orders.order_id", "the order"),
    Column("person_id", Text, ForeignKey("people.person_id"), primary_key=True, comment="whom it names"),
    text_column("given_names", "as far as this order prints them"),
    Index(None, "person_id"),
    comment="what each order shows of a person, apart from what is known altogether: tells namesakes apart",
)

own_names = Table(
    "own_names",
    metadata,
    owner("order_id", "orders.order_id", "the order"),
    id_column("key", "spelling key of the name"),
    text_column("organization", "the name, canonical in form", needed=True),
    text_column("kind", "school, authority, center, institute, ministry, other", needed=True),
    text_column("school_number", "NULL if it is not a numbered school"),
    text_column("school_type", "NULL while the order prints none"),
    Column(
        "above_territory", Boolean, nullable=False, comment="true for a ministry, a regional institute: one for all"
    ),
    Column("sure", Boolean, nullable=False, comment="false for what the order itself leaves in doubt"),
    comment="schools and organizations by the word of a single order, whatever others make of them",
)

school_claims = Table(
    "school_claims",
    metadata,
    owner("measure_id", "measures.measure_id", "the measure"),
    Column("seq", Integer, primary_key=True, autoincrement=False, comment="1-based within the measure"),
    refer("organization_id", "organizations.organization_id", "the school"),
    text_column("claim", "type or status", needed=True),
    text_column("value", "«средняя», «опорная»", needed=True),
    text_column("surface", "as printed", needed=True),
    one_of("claim", "type", "status"),
    Index(None, "organization_id"),
    comment="what single cells say of a school; they may contradict each other",
)

aliases = Table(
    "aliases",
    metadata,
    id_column("alias_id", "UUIDv5 of entity, alias, source and order"),
    refer("person_id", "people.person_id", "whom it means, or …", needed=False),
    refer("organization_id", "organizations.organization_id", "… which organization", needed=False),
    text_column("alias", "the spelling, as printed", needed=True),
    text_column("key", "its spelling key", needed=True),
    text_column("source", "order, registry, decision", needed=True),
    refer("order_id", "orders.order_id", "the order that shows it", needed=False, owned=True),
    one_of("source", "order", "registry", "decision"),
    CheckConstraint("(person_id IS NULL) <> (organization_id IS NULL)", name="entity"),
    Index(None, "key"),
    Index(None, "person_id"),
    Index(None, "organization_id"),
    Index(None, "order_id"),
    comment="other spellings of people and organizations",
)
