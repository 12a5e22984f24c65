-- The schema of an archive file, version 2, as SQLite keeps it; `make schema` writes it
-- from the scripts, which carry an older file over.
CREATE TABLE sqlar (
  name  TEXT PRIMARY KEY NOT NULL,  -- the name the document was first imported under
  mode  INTEGER NOT NULL,           -- file mode; 33188 is a plain file, rw-r--r--
  mtime INTEGER NOT NULL,           -- last modification, seconds since 1970
  sz    INTEGER NOT NULL,           -- size in bytes before compression
  data  BLOB NOT NULL               -- zlib, or the plain bytes where length(data) = sz
);

CREATE TABLE edit_reasons (
  reason_id INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE
);

CREATE TABLE programs (
  program_id INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,         -- without quotation marks, with its head noun
  kind       TEXT NOT NULL CHECK (kind IN
    ('method', 'mechanism', 'campaign', 'project', 'platform', 'target')),
  topics     TEXT NOT NULL,         -- comma separated, of all articles together
  UNIQUE (name, kind)
);

CREATE TABLE organizations (
  organization_id INTEGER PRIMARY KEY,
  name            TEXT NOT NULL UNIQUE
);

CREATE TABLE people (
  person_id INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE
);

CREATE TABLE entity_kinds (
  kind_id INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  text, title, content='', tokenize='unicode61 remove_diacritics 0'
);

CREATE TABLE 'articles_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'articles_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'articles_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'articles_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE VIRTUAL TABLE pairs_fts USING fts5 (
  pairs, content='', detail=none, tokenize='ascii'
);

CREATE TABLE 'pairs_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'pairs_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'pairs_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'pairs_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE properties (
  name  TEXT PRIMARY KEY NOT NULL,
    -- 'format', 'rules', 'index', 'folding', 'weights': versions of what the file holds;
    -- 'digest: TABLE': of the rows of a table that no reading of the originals gives again;
    -- 'passed over: SHA256': a document that an import was killed over
  value TEXT NOT NULL
);

CREATE TABLE documents (
  document_id INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,        -- the smallest of its names in document_names
  url         TEXT,                 -- the address it says it has
  sha256      TEXT UNIQUE,          -- of the original; null where it could not be read
  media_type  TEXT,                 -- 'text/plain', 'text/html', 'text/markdown'
  charset     TEXT,                 -- WHATWG name in lower case, such as 'utf-8', 'gb18030'
  byte_count  INTEGER NOT NULL CHECK (typeof(byte_count) = 'integer' AND byte_count >= 0),
  saved_at    TEXT,                 -- when the page was saved, as the page says
  collection  TEXT,                 -- what it was imported as a part of
  imported_at TEXT NOT NULL,        -- UTC, '2024-09-20T10:08:18Z'
  status      TEXT NOT NULL CHECK (status IN ('ok', 'empty', 'failed')),
  error       TEXT,                 -- why it failed
  original    TEXT REFERENCES sqlar (name),  -- where the bytes are
  rules       TEXT NOT NULL,        -- release and digest of the rules that read it: 0.2.0+3f2a…
  replaces    INTEGER REFERENCES documents (document_id) ON DELETE SET NULL
    -- the older version of the same address or name
);

CREATE TABLE document_names (
  name         TEXT NOT NULL,       -- path as imported, relative to the import root
  document_id  INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  container_id INTEGER REFERENCES documents (document_id) ON DELETE CASCADE,  -- the packed file
  member       TEXT,                -- the path inside the packed file
  UNIQUE (name, document_id)
);

CREATE TABLE given (
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  key         TEXT NOT NULL,        -- 'charset', 'date', 'source', 'collection', 'columns'
  value       TEXT NOT NULL,
  UNIQUE (document_id, key)
);

CREATE TABLE parts (
  part_id     INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  parent_id   INTEGER REFERENCES parts (part_id) ON DELETE CASCADE,  -- the part it lies in
  name        TEXT NOT NULL,        -- its path inside the document
  media_type  TEXT,
  encoding    TEXT,                 -- how it lies there: 'deflate', 'base64', …
  sha256      TEXT NOT NULL,
  byte_count  INTEGER NOT NULL,
  producer    TEXT,                 -- program and version that made it; null for exact decodings
  data        BLOB,                 -- only what cannot be decoded again exactly
  UNIQUE (document_id, name)
);

CREATE INDEX parts_parent ON parts (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE boxes (
  box_id      INTEGER PRIMARY KEY,
  part_id     INTEGER NOT NULL REFERENCES parts (part_id) ON DELETE CASCADE,
  start       INTEGER NOT NULL,     -- in bytes of the part
  length      INTEGER NOT NULL,
  page        INTEGER NOT NULL,     -- from 1
  x           REAL NOT NULL,
  y           REAL NOT NULL,
  width       REAL NOT NULL,
  height      REAL NOT NULL,
  confidences BLOB,                 -- a byte a character, or null
  UNIQUE (part_id, start)
);

CREATE TABLE diagnostics (
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  byte_offset INTEGER,              -- where in the original, if it has a place
  message     TEXT NOT NULL
);

CREATE TABLE stored_edits (
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,     -- in the order of the original, from 0
  part_id     INTEGER REFERENCES parts (part_id) ON DELETE CASCADE,  -- null: the original itself
  byte_offset INTEGER NOT NULL,     -- what the original prints, as bytes
  byte_length INTEGER NOT NULL,
  printed     TEXT NOT NULL,        -- the same as text, cut after 200 characters
  replacement TEXT NOT NULL,        -- what the text has instead, '' where it was left out
  reason_id   INTEGER NOT NULL REFERENCES edit_reasons (reason_id),
  PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE articles (
  article_id        INTEGER PRIMARY KEY,
  document_id       INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  document          TEXT NOT NULL,  -- documents.name
  ordinal           INTEGER NOT NULL,  -- place on the page, from 0
  url               TEXT,           -- its address, where the page tells that of the article
  title             TEXT,           -- the headline, whole
  subtitle          TEXT,           -- the second headline
  kind              TEXT NOT NULL CHECK (kind IN ('news', 'feature', 'photo', 'notice')),
  source            TEXT,           -- the paper or site credited
  edition           TEXT,           -- the page of the paper: 第03版 is 03
  published         TEXT CHECK (published IS NULL OR published GLOB '????-??-??'),  -- ISO date
  published_from    TEXT CHECK (published_from IN ('text', 'page', 'file', 'name', 'given')),
  dateline          TEXT,           -- the place in “德阳讯”
  script            TEXT NOT NULL CHECK (script IN ('Hans', 'Hant')),  -- as printed
  text              TEXT NOT NULL,  -- the body, restored, in Simplified script
  duplicate_of      INTEGER REFERENCES articles (article_id) ON DELETE SET NULL,
    -- the first copy on the page
  same_as           INTEGER REFERENCES articles (article_id) ON DELETE SET NULL,
    -- the print that counts, where another document holds the same article
  title_part_id     INTEGER REFERENCES parts (part_id) ON DELETE SET NULL,
  title_byte_offset INTEGER,        -- the bytes the headline stands on
  title_byte_length INTEGER,
  corrected         INTEGER,        -- 1 where a person has decided something
  UNIQUE (document_id, ordinal)
);

CREATE TABLE bylines (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,      -- as printed, from 0
  name       TEXT NOT NULL,
  role       TEXT,                  -- as printed: 记者, 文/图, 编辑
  confidence REAL,                  -- 0 to 1
  rule       TEXT,                  -- the rule that found it
  corrected  INTEGER,               -- 1 where a person has decided it
  UNIQUE (article_id, ordinal)
);

CREATE TABLE stored_spans (
  article_id  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  start       INTEGER NOT NULL,
  length      INTEGER NOT NULL,
  part_id     INTEGER REFERENCES parts (part_id) ON DELETE CASCADE,  -- null: the original itself
  byte_offset INTEGER NOT NULL,
  byte_length INTEGER NOT NULL,     -- 0 for a paragraph break that only markup makes
  PRIMARY KEY (article_id, start)
) WITHOUT ROWID;

CREATE TABLE places (
  place_id  INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,          -- in full: 遂宁市
  level     TEXT NOT NULL CHECK (level IN
    ('province', 'city', 'county', 'town', 'community', 'estate', 'zone')),
  parent_id INTEGER REFERENCES places (place_id),
  adcode    TEXT CHECK (adcode IS NULL OR adcode GLOB '[1-9][0-9][0-9][0-9][0-9][0-9]'),
                                    -- GB/T 2260, for province, city and county only
  path      TEXT NOT NULL,          -- 四川省/德阳市/绵竹市
  province  TEXT,                   -- names of the ancestors or of the place itself
  city      TEXT,
  county    TEXT,
  longitude REAL,                   -- the seat, where known
  latitude  REAL,
  UNIQUE (path, level)
);

CREATE TABLE place_links (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  place_id   INTEGER NOT NULL REFERENCES places (place_id),
  mentions   INTEGER NOT NULL,      -- how often it is named, in any form
  confidence INTEGER,               -- per cent
  rule       TEXT,
  corrected  INTEGER,
  PRIMARY KEY (article_id, place_id)
) WITHOUT ROWID;

CREATE TABLE place_candidates (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  place_id   INTEGER NOT NULL REFERENCES places (place_id),
  path       TEXT NOT NULL,
  PRIMARY KEY (article_id, place_id, path)
) WITHOUT ROWID;

CREATE TABLE program_links (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  program_id INTEGER NOT NULL REFERENCES programs (program_id),
  place_id   INTEGER REFERENCES places (place_id),  -- where the article shows it running
  printed    TEXT NOT NULL,         -- the forms the article prints, one a line
  mentions   INTEGER NOT NULL,
  confidence INTEGER,               -- per cent
  rule       TEXT,
  corrected  INTEGER
);

CREATE TABLE topics (
  topic  TEXT NOT NULL,               -- '-': what its words stand in signals nothing
  word   TEXT NOT NULL,
  weight REAL NOT NULL CHECK (weight IN (0.5, 1)),  -- words that count half need another
  origin TEXT NOT NULL CHECK (origin IN ('built-in', 'user')),
  UNIQUE (topic, word, origin)
);

CREATE TABLE program_topics (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  program_id INTEGER NOT NULL REFERENCES programs (program_id),
  topic      TEXT NOT NULL,
  origin     TEXT NOT NULL CHECK (origin IN ('built-in', 'user')),  -- whose words told
  UNIQUE (article_id, program_id, topic)
);

CREATE TABLE organization_links (
  article_id      INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organizations (organization_id),
  mentions        INTEGER NOT NULL,
  confidence      INTEGER,          -- per cent
  rule            TEXT,
  corrected       INTEGER,
  PRIMARY KEY (article_id, organization_id)
) WITHOUT ROWID;

CREATE TABLE person_links (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES people (person_id),
  role       TEXT,                  -- as printed
  mentions   INTEGER NOT NULL,
  confidence INTEGER,               -- per cent
  rule       TEXT,
  corrected  INTEGER,
  PRIMARY KEY (article_id, person_id)
) WITHOUT ROWID;

CREATE TABLE facts (
  fact_id         INTEGER PRIMARY KEY,  -- article_id × 1,000,000 + its place in the article from 1
  article_id      INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  start           INTEGER NOT NULL, -- the quote's place in articles.text, in code points
  length          INTEGER NOT NULL,
  quote           TEXT NOT NULL,    -- numeral to the end of the unit, as printed
  value           REAL NOT NULL,    -- in base scale: 万, 亿, 千 multiplied out
  value_max       REAL,             -- the upper bound of a range
  unit            TEXT NOT NULL,    -- without the multiplier; '' where none is printed
  approx          TEXT CHECK (approx IN ('over', 'about', 'nearly', 'under')),  -- null when exact
  subject         TEXT,             -- what is counted or measured
  action          TEXT,             -- what happened to it
  kind            TEXT NOT NULL CHECK (kind IN ('count', 'amount', 'length', 'area', 'share',
    'growth', 'rate', 'duration', 'age', 'measure')),
  per             TEXT,             -- for a rate: each what
  owner           TEXT,             -- whose number it is, where that is not the place itself
  owner_kind      TEXT CHECK (owner_kind IN
    ('organization', 'person', 'community', 'estate', 'zone')),
  owner_id        INTEGER,          -- organization_id, person_id or place_id
  place_id        INTEGER REFERENCES places (place_id),
  place           TEXT,             -- places.name
  path            TEXT,             -- places.path
  city            TEXT,             -- places.city
  time_text       TEXT,             -- the words that date it
  time_start      TEXT,             -- ISO date; null for an open start
  time_end        TEXT,             -- ISO date; null for an open end
  program_id      INTEGER REFERENCES programs (program_id),
  program         TEXT,             -- programs.name
  total_id        INTEGER REFERENCES facts (fact_id) ON DELETE SET NULL,
    -- the total it is a part of
  sentence_start  INTEGER NOT NULL, -- the sentence it stands in: a fact of `fact_sentences`
  sentence_length INTEGER NOT NULL,
  confidence      REAL,             -- 0 to 1
  rule            TEXT NOT NULL,    -- the rule that found it
  corrected       INTEGER           -- 1 where a person has decided something
);

CREATE TABLE stored_mentions (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  start      INTEGER NOT NULL,
  length     INTEGER NOT NULL,
  kind_id    INTEGER NOT NULL REFERENCES entity_kinds (kind_id),
  entity_id  INTEGER NOT NULL,      -- place_id, program_id, organization_id or person_id
  confidence INTEGER,               -- per cent
  rule       TEXT,
  corrected  INTEGER,
  PRIMARY KEY (article_id, start, length, kind_id, entity_id)
) WITHOUT ROWID;

CREATE TABLE corrections (
  key             TEXT PRIMARY KEY NOT NULL,  -- the digest of the rest of the row
  made_at         TEXT NOT NULL,    -- UTC
  made_by         TEXT,
  document_sha256 TEXT,             -- the original it is about
  part            TEXT,             -- parts.name; null: the original itself
  byte_offset     INTEGER,          -- the words it is about, in bytes that never move
  byte_length     INTEGER,
  quote           TEXT,             -- the same words
  occurrence      INTEGER,          -- which of several such words, from 1
  layer           TEXT NOT NULL CHECK (layer IN ('article', 'byline', 'place', 'program',
    'organization', 'person', 'fact', 'merge')),
  field           TEXT,
  old             TEXT,
  new             TEXT,
  reason          TEXT,
  undoes          TEXT              -- the key of the correction it takes back
);

CREATE INDEX corrections_document ON corrections (document_sha256);

CREATE TABLE correction_states (
  key    TEXT PRIMARY KEY NOT NULL REFERENCES corrections (key) ON DELETE CASCADE,
  state  TEXT NOT NULL CHECK (state IN ('applied', 'agreed', 'waiting')),
  detail TEXT                       -- why it waits
);

CREATE TABLE indicators (
  indicator_id INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  dimension    TEXT,
  unit         TEXT
);

CREATE TABLE indicator_forms (
  indicator_id INTEGER NOT NULL REFERENCES indicators (indicator_id) ON DELETE CASCADE,
  subject      TEXT,
  action       TEXT,
  unit         TEXT NOT NULL,
  UNIQUE (indicator_id, subject, action, unit)
);

CREATE TABLE synonyms (
  word  TEXT NOT NULL,
  means TEXT NOT NULL,
  UNIQUE (word, means)
);

CREATE TABLE events (
  event_id INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,           -- UTC
  release  TEXT NOT NULL,           -- of the program
  what     TEXT NOT NULL CHECK (what IN
    ('imported', 'read again', 'corrected', 'forgotten', 'merged', 'upgraded')),
  detail   TEXT
);

CREATE INDEX documents_failed ON documents (name) WHERE sha256 IS NULL;

CREATE INDEX documents_rules ON documents (rules);

CREATE INDEX documents_replaces ON documents (replaces) WHERE replaces IS NOT NULL;

CREATE INDEX document_names_document ON document_names (document_id);

CREATE INDEX document_names_container ON document_names (container_id)
  WHERE container_id IS NOT NULL;

CREATE INDEX diagnostics_document ON diagnostics (document_id);

CREATE INDEX stored_edits_part ON stored_edits (part_id) WHERE part_id IS NOT NULL;

CREATE INDEX articles_document ON articles (document);

CREATE INDEX articles_source ON articles (source);

CREATE INDEX articles_published ON articles (published);

CREATE INDEX articles_kind ON articles (kind);

CREATE INDEX articles_duplicate_of ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE INDEX articles_same_as ON articles (same_as) WHERE same_as IS NOT NULL;

CREATE INDEX articles_title_part ON articles (title_part_id) WHERE title_part_id IS NOT NULL;

CREATE INDEX bylines_name ON bylines (name);

CREATE INDEX stored_spans_part ON stored_spans (part_id) WHERE part_id IS NOT NULL;

CREATE INDEX places_name ON places (name);

CREATE INDEX places_parent ON places (parent_id);

CREATE INDEX place_links_place ON place_links (place_id);

CREATE INDEX place_candidates_place ON place_candidates (place_id);

CREATE UNIQUE INDEX program_links_once
  ON program_links (article_id, program_id, coalesce(place_id, 0));

CREATE INDEX program_links_program ON program_links (program_id);

CREATE INDEX program_links_place ON program_links (place_id);

CREATE INDEX program_topics_program ON program_topics (program_id);

CREATE INDEX program_topics_topic ON program_topics (topic);

CREATE INDEX organization_links_organization ON organization_links (organization_id);

CREATE INDEX person_links_person ON person_links (person_id);

CREATE INDEX facts_article ON facts (article_id, start);

CREATE INDEX facts_place ON facts (
  place_id, article_id, start, program_id, unit, kind, value, value_max
);

CREATE INDEX facts_unit ON facts (unit, value);

CREATE INDEX facts_program ON facts (program_id) WHERE program_id IS NOT NULL;

CREATE INDEX facts_total ON facts (total_id) WHERE total_id IS NOT NULL;

CREATE VIEW article_places AS
SELECT
  article_id, place_id, name, level, adcode, path, mentions,
  CAST(confidence / 100.0 AS REAL) AS confidence, rule, corrected
FROM place_links JOIN places USING (place_id);

CREATE VIEW article_programs AS
SELECT
  link.article_id, link.program_id, program.name, program.kind, link.place_id,
  place.name AS place, place.path, place.city,
  CAST(coalesce((
    SELECT group_concat(topic) FROM (
      SELECT topic FROM program_topics AS served
      WHERE served.article_id = link.article_id AND served.program_id = link.program_id
      ORDER BY topic)), '') AS TEXT) AS topics,
  link.mentions, link.printed,
  CAST(link.confidence / 100.0 AS REAL) AS confidence, link.rule, link.corrected
FROM program_links AS link
JOIN programs AS program USING (program_id)
LEFT JOIN places AS place ON place.place_id = link.place_id;

CREATE VIEW article_organizations AS
SELECT
  article_id, organization_id, name, mentions,
  CAST(confidence / 100.0 AS REAL) AS confidence, rule, corrected
FROM organization_links JOIN organizations USING (organization_id);

CREATE VIEW article_people AS
SELECT
  article_id, person_id, name, role, mentions,
  CAST(confidence / 100.0 AS REAL) AS confidence, rule, corrected
FROM person_links JOIN people USING (person_id);

CREATE VIEW fact_sentences AS
SELECT
  fact.fact_id, fact.sentence_start AS start, fact.sentence_length AS length,
  CAST(substr(article.text, fact.sentence_start + 1, fact.sentence_length) AS TEXT) AS sentence
FROM facts AS fact
JOIN articles AS article USING (article_id);

CREATE VIEW mentions AS
SELECT
  mention.article_id, mention.start, mention.length,
  CAST(substr(article.text, mention.start + 1, mention.length) AS TEXT) AS quote,
  kind.name AS entity_kind, mention.entity_id,
  CAST(mention.confidence / 100.0 AS REAL) AS confidence, mention.rule, mention.corrected
FROM stored_mentions AS mention
JOIN entity_kinds AS kind USING (kind_id)
LEFT JOIN articles AS article ON article.article_id = mention.article_id;

CREATE VIEW source_spans AS
SELECT article_id, start, length, part_id, byte_offset, byte_length
FROM stored_spans JOIN articles USING (article_id);

CREATE VIEW edits AS
SELECT
  edit.document_id, edit.part_id, edit.byte_offset, edit.byte_length, edit.printed,
  edit.replacement, reason.name AS reason
FROM stored_edits AS edit
JOIN edit_reasons AS reason USING (reason_id);

CREATE VIEW indicator_facts AS
SELECT form.indicator_id, indicator.name, fact.fact_id
FROM indicator_forms AS form
JOIN indicators AS indicator USING (indicator_id)
JOIN facts AS fact ON fact.unit = form.unit
  AND (fact.subject = form.subject OR (fact.subject IS NULL AND form.subject IS NULL))
  AND (fact.action = form.action OR (fact.action IS NULL AND form.action IS NULL));
