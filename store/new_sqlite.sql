CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

CREATE TABLE decisions (
	decision_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	made_at VARCHAR(20) NOT NULL,
	actor TEXT NOT NULL,
	verb TEXT NOT NULL,
	subject TEXT NOT NULL,
	answer TEXT,
	territory TEXT,
	scope TEXT NOT NULL,
	scope_value TEXT,
	reason TEXT,
	batch TEXT,
	undoes TEXT,
	evidence JSON NOT NULL,
	rules_version TEXT NOT NULL,
	CONSTRAINT pk_decisions PRIMARY KEY (decision_id),
	CONSTRAINT ck_decisions_undo CHECK ((verb = 'undo') = (undoes IS NOT NULL)),
	CONSTRAINT ck_decisions_scope CHECK (scope IN ('here', 'issuer', 'year', 'everywhere')),
	CONSTRAINT ck_decisions_verb CHECK (verb IN ('same', 'different', 'new', 'not_a_name', 'unsure', 'text', 'undo')),
	CONSTRAINT fk_decisions_undoes_decisions FOREIGN KEY(undoes) REFERENCES decisions (decision_id),
	CONSTRAINT uq_decisions_seq UNIQUE (seq)
)

CREATE INDEX ix_decisions_subject ON decisions (subject)

CREATE INDEX ix_decisions_undoes ON decisions (undoes)

CREATE TABLE imports (
	import_id TEXT NOT NULL,
	imported_at VARCHAR(20) NOT NULL,
	actor TEXT NOT NULL,
	program_version TEXT NOT NULL,
	rules_version TEXT NOT NULL,
	file TEXT NOT NULL,
	sha256 TEXT,
	order_id TEXT,
	outcome TEXT NOT NULL,
	message TEXT,
	CONSTRAINT pk_imports PRIMARY KEY (import_id)
)

CREATE INDEX ix_imports_imported_at ON imports (imported_at)

CREATE TABLE orders (
	order_id TEXT NOT NULL,
	order_number TEXT,
	order_date DATE,
	issuer TEXT,
	territory TEXT,
	title TEXT,
	school_year TEXT,
	source_file TEXT NOT NULL,
	source_sha256 TEXT NOT NULL,
	imported_at VARCHAR(20) NOT NULL,
	rules_version TEXT NOT NULL,
	reading_sha256 TEXT NOT NULL,
	CONSTRAINT pk_orders PRIMARY KEY (order_id)
)

CREATE INDEX ix_orders_territory_school_year ON orders (territory, school_year)

CREATE INDEX ix_orders_order_number_order_date ON orders (order_number, order_date)

CREATE TABLE organizations (
	organization_id TEXT NOT NULL,
	territory TEXT,
	above_territory BOOLEAN NOT NULL,
	"key" TEXT NOT NULL,
	organization TEXT NOT NULL,
	kind TEXT NOT NULL,
	school_number TEXT,
	school_type TEXT,
	registry TEXT,
	CONSTRAINT pk_organizations PRIMARY KEY (organization_id),
	CONSTRAINT ck_organizations_kind CHECK (kind IN ('school', 'authority', 'center', 'institute', 'ministry', 'other'))
)

CREATE INDEX ix_organizations_organization ON organizations (organization)

CREATE INDEX ix_organizations_school_number_territory ON organizations (school_number, territory)

CREATE INDEX ix_organizations_territory_key ON organizations (territory, "key")

CREATE TABLE people (
	person_id TEXT NOT NULL,
	territory TEXT,
	"key" TEXT NOT NULL,
	person TEXT NOT NULL,
	surname TEXT NOT NULL,
	initials TEXT NOT NULL,
	given_names TEXT,
	registry TEXT,
	CONSTRAINT pk_people PRIMARY KEY (person_id)
)

CREATE INDEX ix_people_person ON people (person)

CREATE INDEX ix_people_territory_key ON people (territory, "key")

CREATE TABLE aliases (
	alias_id TEXT NOT NULL,
	person_id TEXT,
	organization_id TEXT,
	alias TEXT NOT NULL,
	"key" TEXT NOT NULL,
	source TEXT NOT NULL,
	order_id TEXT,
	CONSTRAINT pk_aliases PRIMARY KEY (alias_id),
	CONSTRAINT ck_aliases_source CHECK (source IN ('order', 'registry', 'decision')),
	CONSTRAINT ck_aliases_entity CHECK ((person_id IS NULL) <> (organization_id IS NULL)),
	CONSTRAINT fk_aliases_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE,
	CONSTRAINT fk_aliases_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (organization_id),
	CONSTRAINT fk_aliases_person_id_people FOREIGN KEY(person_id) REFERENCES people (person_id)
)

CREATE INDEX ix_aliases_key ON aliases ("key")

CREATE INDEX ix_aliases_order_id ON aliases (order_id)

CREATE INDEX ix_aliases_organization_id ON aliases (organization_id)

CREATE INDEX ix_aliases_person_id ON aliases (person_id)

CREATE TABLE appointments (
	appointment_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	role TEXT NOT NULL,
	organization_id TEXT,
	CONSTRAINT pk_appointments PRIMARY KEY (appointment_id),
	CONSTRAINT fk_appointments_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE,
	CONSTRAINT fk_appointments_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (organization_id),
	CONSTRAINT fk_appointments_person_id_people FOREIGN KEY(person_id) REFERENCES people (person_id)
)

CREATE INDEX ix_appointments_order_id ON appointments (order_id)

CREATE INDEX ix_appointments_organization_id ON appointments (organization_id)

CREATE INDEX ix_appointments_person_id ON appointments (person_id)

CREATE TABLE measures (
	measure_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	"plan" INTEGER NOT NULL,
	section TEXT,
	number TEXT,
	measure TEXT,
	deadline_text TEXT,
	responsible_text TEXT,
	extra JSON NOT NULL,
	source_page INTEGER,
	source_place TEXT,
	places JSON NOT NULL,
	fingerprint TEXT NOT NULL,
	CONSTRAINT pk_measures PRIMARY KEY (measure_id),
	CONSTRAINT ck_measures_position CHECK (position >= 1),
	CONSTRAINT fk_measures_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE,
	CONSTRAINT uq_measures_order_id_position UNIQUE (order_id, position),
	CONSTRAINT uq_measures_measure_id_order_id UNIQUE (measure_id, order_id)
)

CREATE TABLE questions (
	question_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	"key" TEXT NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	surface TEXT,
	candidates JSON NOT NULL,
	anchors JSON NOT NULL,
	opened_at VARCHAR(20) NOT NULL,
	CONSTRAINT pk_questions PRIMARY KEY (question_id),
	CONSTRAINT fk_questions_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE
)

CREATE INDEX ix_questions_key ON questions ("key")

CREATE INDEX ix_questions_order_id ON questions (order_id)

CREATE TABLE sources (
	order_id TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	file TEXT NOT NULL,
	format TEXT NOT NULL,
	first_imported_at VARCHAR(20) NOT NULL,
	last_imported_at VARCHAR(20) NOT NULL,
	differences JSON NOT NULL,
	raw JSON NOT NULL,
	CONSTRAINT pk_sources PRIMARY KEY (order_id, sha256),
	CONSTRAINT fk_sources_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE
)

CREATE TABLE deadlines (
	measure_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	order_id TEXT NOT NULL,
	text TEXT,
	kind TEXT NOT NULL,
	starts_on DATE,
	ends_on DATE,
	rrule TEXT,
	inferred BOOLEAN NOT NULL,
	CONSTRAINT pk_deadlines PRIMARY KEY (measure_id, seq),
	CONSTRAINT ck_deadlines_kind CHECK (kind IN ('by', 'period', 'recurring', 'ongoing')),
	CONSTRAINT fk_deadlines_measure_id_measures FOREIGN KEY(measure_id, order_id) REFERENCES measures (measure_id, order_id) ON DELETE CASCADE
)

CREATE INDEX ix_deadlines_order_id ON deadlines (order_id)

CREATE INDEX ix_deadlines_ends_on_starts_on ON deadlines (ends_on, starts_on)

CREATE TABLE parties (
	party_id TEXT NOT NULL,
	measure_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	field TEXT NOT NULL,
	seq INTEGER NOT NULL,
	starts_at INTEGER NOT NULL,
	ends_at INTEGER NOT NULL,
	surface TEXT NOT NULL,
	kind TEXT NOT NULL,
	person_id TEXT,
	role TEXT,
	organization_id TEXT,
	status TEXT NOT NULL,
	rule TEXT NOT NULL,
	score FLOAT NOT NULL,
	anchor TEXT NOT NULL,
	CONSTRAINT pk_parties PRIMARY KEY (party_id),
	CONSTRAINT ck_parties_field CHECK (field IN ('responsible', 'measure')),
	CONSTRAINT ck_parties_kind CHECK (kind IN ('person', 'school', 'organization', 'group')),
	CONSTRAINT ck_parties_status CHECK (status IN ('resolved', 'proposed', 'unresolved')),
	CONSTRAINT ck_parties_score CHECK (0 <= score AND score <= 1),
	CONSTRAINT ck_parties_span CHECK (0 <= starts_at AND starts_at <= ends_at),
	CONSTRAINT fk_parties_measure_id_measures FOREIGN KEY(measure_id, order_id) REFERENCES measures (measure_id, order_id) ON DELETE CASCADE,
	CONSTRAINT fk_parties_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (organization_id),
	CONSTRAINT fk_parties_person_id_people FOREIGN KEY(person_id) REFERENCES people (person_id),
	CONSTRAINT uq_parties_measure_id_field_seq UNIQUE (measure_id, field, seq)
)

CREATE INDEX ix_parties_order_id ON parties (order_id)

CREATE INDEX ix_parties_organization_id ON parties (organization_id)

CREATE INDEX ix_parties_person_id ON parties (person_id)

CREATE TABLE question_measures (
	question_id TEXT NOT NULL,
	measure_id TEXT NOT NULL,
	CONSTRAINT pk_question_measures PRIMARY KEY (question_id, measure_id),
	CONSTRAINT fk_question_measures_measure_id_measures FOREIGN KEY(measure_id) REFERENCES measures (measure_id) ON DELETE CASCADE,
	CONSTRAINT fk_question_measures_question_id_questions FOREIGN KEY(question_id) REFERENCES questions (question_id) ON DELETE CASCADE
)

CREATE INDEX ix_question_measures_measure_id ON question_measures (measure_id)

CREATE TABLE school_claims (
	measure_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	organization_id TEXT NOT NULL,
	claim TEXT NOT NULL,
	value TEXT NOT NULL,
	surface TEXT NOT NULL,
	CONSTRAINT pk_school_claims PRIMARY KEY (measure_id, seq),
	CONSTRAINT ck_school_claims_claim CHECK (claim IN ('type', 'status')),
	CONSTRAINT fk_school_claims_measure_id_measures FOREIGN KEY(measure_id) REFERENCES measures (measure_id) ON DELETE CASCADE,
	CONSTRAINT fk_school_claims_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (organization_id)
)

CREATE INDEX ix_school_claims_organization_id ON school_claims (organization_id)

CREATE VIEW v_orders AS
SELECT o.order_id, o.order_number, o.order_date, o.issuer, o.territory, o.title, o.school_year,
       o.source_file, o.source_sha256, o.imported_at,
       CAST((SELECT count(*) FROM measures m WHERE m.order_id = o.order_id) AS integer) AS measures,
       CAST((SELECT count(*) FROM questions q WHERE q.order_id = o.order_id) AS integer) AS open_questions
FROM orders o

CREATE VIEW v_measures AS
SELECT m.measure_id, m.order_id, o.order_number, o.order_date, o.school_year, m.plan, m.section,
       m.position, m.number, m.measure, m.deadline_text, m.responsible_text, m.extra,
       m.source_page, m.source_place
FROM measures m
JOIN orders o ON o.order_id = m.order_id

CREATE VIEW v_deadlines AS
SELECT d.measure_id, d.order_id, d.seq, d.text, d.kind, d.starts_on, d.ends_on, d.rrule, d.inferred
FROM deadlines d

CREATE VIEW v_parties AS
SELECT p.party_id, p.measure_id, p.order_id, p.field, p.seq, p.starts_at, p.ends_at, p.surface, p.kind,
       h.person, p.role, g.organization, g.school_number, p.status, p.rule, p.score
FROM parties p
LEFT JOIN people h ON h.person_id = p.person_id
LEFT JOIN organizations g ON g.organization_id = p.organization_id

CREATE VIEW v_people AS
SELECT h.person_id, h.territory, h.person, h.surname, h.initials, h.given_names,
       CAST((SELECT count(*) FROM parties p WHERE p.person_id = h.person_id) AS integer) AS mentions,
       (SELECT min(o.order_date) FROM parties p
        JOIN orders o ON o.order_id = p.order_id WHERE p.person_id = h.person_id) AS first_seen,
       (SELECT max(o.order_date) FROM parties p
        JOIN orders o ON o.order_id = p.order_id WHERE p.person_id = h.person_id) AS last_seen
FROM people h

CREATE VIEW v_schools AS
SELECT g.organization_id, g.territory, g.organization, g.school_number, g.school_type,
       CAST((SELECT count(*) FROM parties p WHERE p.organization_id = g.organization_id) AS integer) AS mentions
FROM organizations g
WHERE g.kind = 'school'

CREATE VIEW v_organizations AS
SELECT g.organization_id, g.territory, g.organization, g.kind, g.school_number,
       CAST((SELECT count(*) FROM parties p WHERE p.organization_id = g.organization_id) AS integer) AS mentions
FROM organizations g

CREATE VIEW v_appointments AS
SELECT a.person_id, h.person, a.role, g.organization, g.school_number, a.order_id, o.order_date,
       o.school_year
FROM appointments a
JOIN people h ON h.person_id = a.person_id
JOIN orders o ON o.order_id = a.order_id
LEFT JOIN organizations g ON g.organization_id = a.organization_id

CREATE VIEW v_aliases AS
SELECT DISTINCT a.organization_id, a.person_id, a.alias, a.source
FROM aliases a

CREATE VIEW v_open_questions AS
SELECT q.question_id, q.order_id, t.measure_id, q.kind, q.text, q.surface, q.candidates, q.opened_at
FROM questions q
LEFT JOIN question_measures t ON t.question_id = q.question_id

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never edited or deleted; undo is another decision'); END

CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never edited or deleted; undo is another decision'); END

CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions d WHERE d.decision_id = NEW.decision_id OR d.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'decisions are never edited or deleted; undo is another decision'); END

CREATE TABLE question_leases (
	lease_id TEXT NOT NULL,
	clerk TEXT NOT NULL,
	expires_at VARCHAR(20) NOT NULL,
	CONSTRAINT pk_question_leases PRIMARY KEY (lease_id)
)

CREATE TABLE reread_requests (
	order_id TEXT NOT NULL,
	asked_at VARCHAR(20) NOT NULL,
	CONSTRAINT pk_reread_requests PRIMARY KEY (order_id),
	CONSTRAINT fk_reread_requests_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE
)

CREATE TABLE sightings (
	order_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	given_names TEXT,
	CONSTRAINT pk_sightings PRIMARY KEY (order_id, person_id),
	CONSTRAINT fk_sightings_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE,
	CONSTRAINT fk_sightings_person_id_people FOREIGN KEY(person_id) REFERENCES people (person_id)
)

CREATE INDEX ix_sightings_person_id ON sightings (person_id)

CREATE TABLE search_texts (
	doc INTEGER NOT NULL,
	kind TEXT NOT NULL,
	entity_id TEXT NOT NULL,
	place BIGINT NOT NULL,
	stems TEXT NOT NULL,
	CONSTRAINT pk_search_texts PRIMARY KEY (doc),
	CONSTRAINT ck_search_texts_kind CHECK (kind IN ('person', 'organization', 'measure'))
)

CREATE INDEX ix_search_texts_kind_place_doc ON search_texts (kind, place, doc)

CREATE VIRTUAL TABLE search_fts USING fts5(stems, content='search_texts', content_rowid='doc', detail='none',
tokenize='unicode61 remove_diacritics 0')

CREATE TRIGGER search_texts_inserted AFTER INSERT ON search_texts BEGIN
INSERT INTO search_fts (rowid, stems) VALUES (new.doc, new.stems);
END

CREATE TRIGGER search_texts_deleted AFTER DELETE ON search_texts BEGIN
INSERT INTO search_fts (search_fts, rowid, stems) VALUES ('delete', old.doc, old.stems);
END

CREATE TRIGGER search_texts_updated AFTER UPDATE ON search_texts BEGIN
INSERT INTO search_fts (search_fts, rowid, stems) VALUES ('delete', old.doc, old.stems);
INSERT INTO search_fts (rowid, stems) VALUES (new.doc, new.stems);
END

CREATE TABLE own_names (
	order_id TEXT NOT NULL,
	"key" TEXT NOT NULL,
	organization TEXT NOT NULL,
	kind TEXT NOT NULL,
	school_number TEXT,
	school_type TEXT,
	above_territory BOOLEAN NOT NULL,
	sure BOOLEAN NOT NULL,
	CONSTRAINT pk_own_names PRIMARY KEY (order_id, "key"),
	CONSTRAINT fk_own_names_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE
)

INSERT INTO alembic_version (version_num) VALUES ('0005')
