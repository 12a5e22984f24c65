-- An archive file, version 2: rules and indexes have versions, sentences are spans, and there is
-- room for corrections, parts of documents and what an import was told. A file of version 1 is
-- carried over without loss; a new one has both scripts behind it.
-- Positions (start, length) count Unicode code points from 0 in articles.text, so that
-- substr(text, start + 1, length) gives the quote. Byte positions count from 0 in the original.
-- Public tables have row ids, and every foreign key names its column: DuckDB counts no table
-- without the one, Datasette shows none without the other.

DROP VIEW article_places;
DROP VIEW article_programs;
DROP VIEW article_organizations;
DROP VIEW article_people;
DROP VIEW mentions;
DROP VIEW edits;

-- What the program itself remembers about this file.
ALTER TABLE properties RENAME TO old_properties;
CREATE TABLE properties (
  name  TEXT PRIMARY KEY NOT NULL,
    -- 'format', 'rules', 'index', 'folding', 'weights': versions of what the file holds;
    -- 'digest: TABLE': of the rows of a table that no reading of the originals gives again;
    -- 'passed over: SHA256': a document that an import was killed over
  value TEXT NOT NULL
);

-- One row for each imported file. The same bytes under two names are one document.
ALTER TABLE documents RENAME TO old_documents;
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

-- Every name that a document's bytes were imported under.
ALTER TABLE document_names RENAME TO old_document_names;
CREATE TABLE document_names (
  name         TEXT NOT NULL,       -- path as imported, relative to the import root
  document_id  INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  container_id INTEGER REFERENCES documents (document_id) ON DELETE CASCADE,  -- the packed file
  member       TEXT,                -- the path inside the packed file
  UNIQUE (name, document_id)
);

-- What was said at import and cannot be read from the file; used whenever it is read again.
CREATE TABLE given (
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  key         TEXT NOT NULL,        -- 'charset', 'date', 'source', 'collection', 'columns'
  value       TEXT NOT NULL,
  UNIQUE (document_id, key)
);

-- A decoded part of a document, such as a member of a mail or the text layer of a page.
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

-- A line of a rendition on its page, in points from the top left.
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

-- What was odd about a document: noise is not an error.
ALTER TABLE diagnostics RENAME TO old_diagnostics;
CREATE TABLE diagnostics (
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  byte_offset INTEGER,              -- where in the original, if it has a place
  message     TEXT NOT NULL
);

-- Every removal and change made while restoring, so that a person can see and dispute it; read it
-- as `edits`.
ALTER TABLE stored_edits RENAME TO old_stored_edits;
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

-- One row for each article of a page.
ALTER TABLE articles RENAME TO old_articles;
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

-- One row for each credit.
ALTER TABLE bylines RENAME TO old_bylines;
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

-- How each run of an article's text came from the original bytes, covering it in order; read it as
-- `source_spans`.
ALTER TABLE source_spans RENAME TO old_source_spans;
CREATE TABLE stored_spans (
  article_id  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  start       INTEGER NOT NULL,
  length      INTEGER NOT NULL,
  part_id     INTEGER REFERENCES parts (part_id) ON DELETE CASCADE,  -- null: the original itself
  byte_offset INTEGER NOT NULL,
  byte_length INTEGER NOT NULL,     -- 0 for a paragraph break that only markup makes
  PRIMARY KEY (article_id, start)
) WITHOUT ROWID;

-- One row for each place. A name that no text settles has no parent and no code.
ALTER TABLE places RENAME TO old_places;
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

-- A place in an article; read it as `article_places`.
ALTER TABLE place_links RENAME TO old_place_links;
CREATE TABLE place_links (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  place_id   INTEGER NOT NULL REFERENCES places (place_id),
  mentions   INTEGER NOT NULL,      -- how often it is named, in any form
  confidence INTEGER,               -- per cent
  rule       TEXT,
  corrected  INTEGER,
  PRIMARY KEY (article_id, place_id)
) WITHOUT ROWID;

-- For a name that an article does not settle: the paths it may mean.
ALTER TABLE place_candidates RENAME TO old_place_candidates;
CREATE TABLE place_candidates (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  place_id   INTEGER NOT NULL REFERENCES places (place_id),
  path       TEXT NOT NULL,
  PRIMARY KEY (article_id, place_id, path)
) WITHOUT ROWID;

-- An initiative in an article; read it as `article_programs`.
ALTER TABLE program_links RENAME TO old_program_links;
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

-- The words that signal a topic.
CREATE TABLE topics (
  topic  TEXT NOT NULL,               -- '-': what its words stand in signals nothing
  word   TEXT NOT NULL,
  weight REAL NOT NULL CHECK (weight IN (0.5, 1)),  -- words that count half need another
  origin TEXT NOT NULL CHECK (origin IN ('built-in', 'user')),
  UNIQUE (topic, word, origin)
);

-- Which initiative of which article serves which topic.
CREATE TABLE program_topics (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  program_id INTEGER NOT NULL REFERENCES programs (program_id),
  topic      TEXT NOT NULL,
  origin     TEXT NOT NULL CHECK (origin IN ('built-in', 'user')),  -- whose words told
  UNIQUE (article_id, program_id, topic)
);

-- An organisation in an article; read it as `article_organizations`.
ALTER TABLE organization_links RENAME TO old_organization_links;
CREATE TABLE organization_links (
  article_id      INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organizations (organization_id),
  mentions        INTEGER NOT NULL,
  confidence      INTEGER,          -- per cent
  rule            TEXT,
  corrected       INTEGER,
  PRIMARY KEY (article_id, organization_id)
) WITHOUT ROWID;

-- A person in an article, bylines left aside; read it as `article_people`.
ALTER TABLE person_links RENAME TO old_person_links;
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

-- One row for each numeric fact.
ALTER TABLE facts RENAME TO old_facts;
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

-- One row for each mention of an entity in a body; read it as `mentions`.
ALTER TABLE stored_mentions RENAME TO old_stored_mentions;
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

-- What a person has decided against a reading: rows are only added.
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

-- What became of each correction when its document was last read.
CREATE TABLE correction_states (
  key    TEXT PRIMARY KEY NOT NULL REFERENCES corrections (key) ON DELETE CASCADE,
  state  TEXT NOT NULL CHECK (state IN ('applied', 'agreed', 'waiting')),
  detail TEXT                       -- why it waits
);

-- A measure with a name, told in several forms.
CREATE TABLE indicators (
  indicator_id INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  dimension    TEXT,
  unit         TEXT
);

-- A form of words that tells a measure.
CREATE TABLE indicator_forms (
  indicator_id INTEGER NOT NULL REFERENCES indicators (indicator_id) ON DELETE CASCADE,
  subject      TEXT,
  action       TEXT,
  unit         TEXT NOT NULL,
  UNIQUE (indicator_id, subject, action, unit)
);

-- Words of the user's that mean the same.
CREATE TABLE synonyms (
  word  TEXT NOT NULL,
  means TEXT NOT NULL,
  UNIQUE (word, means)
);

-- What was done to the file; of what was forgotten only the digest.
CREATE TABLE events (
  event_id INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,           -- UTC
  release  TEXT NOT NULL,           -- of the program
  what     TEXT NOT NULL CHECK (what IN
    ('imported', 'read again', 'corrected', 'forgotten', 'merged', 'upgraded')),
  detail   TEXT
);

-- What a file of version 1 holds.
INSERT INTO properties (name, value)
SELECT name, value FROM old_properties WHERE name NOT GLOB 'topic:*' ORDER BY name;

INSERT INTO documents (document_id, name, sha256, media_type, charset, byte_count, imported_at,
  status, error, original, rules)
SELECT document_id, name, sha256, media_type, charset, byte_count, imported_at, status, error,
  original, '0.1.0'
FROM old_documents ORDER BY document_id;

INSERT INTO given (document_id, key, value)
SELECT document_id, 'charset', charset_given FROM old_documents
WHERE charset_given IS NOT NULL ORDER BY document_id;

INSERT INTO document_names (name, document_id)
SELECT name, document_id FROM old_document_names ORDER BY document_id, name;

INSERT INTO diagnostics (document_id, byte_offset, message)
SELECT document_id, byte_offset, message FROM old_diagnostics ORDER BY rowid;

INSERT INTO stored_edits (document_id, ordinal, byte_offset, byte_length, printed, replacement,
  reason_id)
SELECT document_id, ordinal, byte_offset, byte_length, printed, replacement, reason_id
FROM old_stored_edits ORDER BY document_id, ordinal;

INSERT INTO articles (article_id, document_id, document, ordinal, title, subtitle, kind, source,
  published, dateline, script, text, duplicate_of, title_byte_offset, title_byte_length)
SELECT article_id, document_id, document, ordinal, title, subtitle, kind, source, published,
  dateline, script, text, duplicate_of, title_byte_offset, title_byte_length
FROM old_articles ORDER BY article_id;

INSERT INTO bylines (article_id, ordinal, name, role)
SELECT article_id, ordinal, name, role FROM old_bylines ORDER BY article_id, ordinal;

INSERT INTO stored_spans (article_id, start, length, byte_offset, byte_length)
SELECT article_id, start, length, byte_offset, byte_length
FROM old_source_spans ORDER BY article_id, start;

INSERT INTO places (place_id, name, level, parent_id, adcode, path, province, city, county,
  longitude, latitude)
SELECT place_id, name, level, parent_id, adcode, path, province, city, county, longitude, latitude
FROM old_places ORDER BY place_id;

INSERT INTO place_links (article_id, place_id, mentions)
SELECT article_id, place_id, mentions FROM old_place_links ORDER BY article_id, place_id;

INSERT INTO place_candidates (article_id, place_id, path)
SELECT article_id, place_id, path FROM old_place_candidates ORDER BY article_id, place_id, path;

INSERT INTO program_links (article_id, program_id, place_id, printed, mentions)
SELECT article_id, program_id, place_id, printed, mentions
FROM old_program_links ORDER BY program_link_id;

-- A topic of the user's own was a property, 'topic:' and its name, with a line for each word.
WITH RECURSIVE words (topic, line, rest) AS (
  SELECT substr(name, 7), NULL, value || char(10) FROM old_properties WHERE name GLOB 'topic:*'
  UNION ALL
  SELECT topic, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
  FROM words WHERE rest <> ''
)
INSERT INTO topics (topic, word, weight, origin)
SELECT DISTINCT topic,
  CASE WHEN line IN ('', char(9)) THEN topic
    WHEN instr(line, char(9)) > 0 THEN substr(line, 1, instr(line, char(9)) - 1) ELSE line END,
  CASE WHEN line GLOB '*' || char(9) || 'weak' THEN 0.5 ELSE 1 END, 'user'
FROM words WHERE line IS NOT NULL ORDER BY 1, 2
ON CONFLICT DO NOTHING;

WITH RECURSIVE served (article_id, program_id, topic, rest) AS (
  SELECT article_id, program_id, NULL, topics || ','
  FROM old_program_links WHERE topics <> ''
  UNION ALL
  SELECT article_id, program_id, substr(rest, 1, instr(rest, ',') - 1),
    substr(rest, instr(rest, ',') + 1)
  FROM served WHERE rest <> ''
)
INSERT INTO program_topics (article_id, program_id, topic, origin)
SELECT DISTINCT article_id, program_id, topic,
  CASE WHEN topic IN (SELECT topic FROM topics) THEN 'user' ELSE 'built-in' END
FROM served WHERE topic <> '' ORDER BY article_id, program_id, topic;

INSERT INTO organization_links (article_id, organization_id, mentions)
SELECT article_id, organization_id, mentions
FROM old_organization_links ORDER BY article_id, organization_id;

INSERT INTO person_links (article_id, person_id, role, mentions)
SELECT article_id, person_id, role, mentions
FROM old_person_links ORDER BY article_id, person_id;

-- The sentence of a fact is looked for where it can stand: it begins at or before the quote and
-- ends at or after it. One that is not there is damage, and the quote stands for it.
INSERT INTO facts (fact_id, article_id, start, length, quote, value, value_max, unit, approx,
  subject, action, kind, per, place_id, place, path, city, time_text, time_start, time_end,
  program_id, program, sentence_start, sentence_length, rule)
SELECT article_id * 1000000 + row_number() OVER (PARTITION BY article_id ORDER BY start, fact_id),
  article_id, start, length, quote, value, value_max, unit, approx, subject, action, kind, per,
  place_id, place, path, city, time_text, time_start, time_end, program_id, program,
  CASE WHEN found > 0 THEN first + found - 1 ELSE start END,
  CASE WHEN found > 0 THEN length(sentence) ELSE length END, rule
FROM (
  SELECT fact.*, first, instr(
    substr(text, first + 1, start + length(sentence) - first), sentence) AS found
  FROM (
    SELECT *, max(0, start + length - length(sentence)) AS first FROM old_facts
  ) AS fact JOIN articles USING (article_id)
)
ORDER BY article_id, start, fact_id;

INSERT INTO stored_mentions (article_id, start, length, kind_id, entity_id)
SELECT article_id, start, length, kind_id, entity_id
FROM old_stored_mentions ORDER BY article_id, start, length, kind_id, entity_id;

DROP TABLE old_stored_mentions;
DROP TABLE old_facts;
DROP TABLE old_person_links;
DROP TABLE old_organization_links;
DROP TABLE old_program_links;
DROP TABLE old_place_candidates;
DROP TABLE old_place_links;
DROP TABLE old_source_spans;
DROP TABLE old_bylines;
DROP TABLE old_articles;
DROP TABLE old_stored_edits;
DROP TABLE old_diagnostics;
DROP TABLE old_document_names;
DROP TABLE old_documents;
DROP TABLE old_places;
DROP TABLE old_properties;

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

-- A place in an article, with what is known of the place.
CREATE VIEW article_places AS
SELECT
  article_id, place_id, name, level, adcode, path, mentions,
  CAST(confidence / 100.0 AS REAL) AS confidence, rule, corrected
FROM place_links JOIN places USING (place_id);

-- An initiative in an article, with its place.
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

-- An organisation in an article.
CREATE VIEW article_organizations AS
SELECT
  article_id, organization_id, name, mentions,
  CAST(confidence / 100.0 AS REAL) AS confidence, rule, corrected
FROM organization_links JOIN organizations USING (organization_id);

-- A person in an article.
CREATE VIEW article_people AS
SELECT
  article_id, person_id, name, role, mentions,
  CAST(confidence / 100.0 AS REAL) AS confidence, rule, corrected
FROM person_links JOIN people USING (person_id);

-- The sentence of each fact; of a very long one the part round the quote.
CREATE VIEW fact_sentences AS
SELECT
  fact.fact_id, fact.sentence_start AS start, fact.sentence_length AS length,
  CAST(substr(article.text, fact.sentence_start + 1, fact.sentence_length) AS TEXT) AS sentence
FROM facts AS fact
JOIN articles AS article USING (article_id);

-- A mention of an entity in a body.
CREATE VIEW mentions AS
SELECT
  mention.article_id, mention.start, mention.length,
  CAST(substr(article.text, mention.start + 1, mention.length) AS TEXT) AS quote,
  kind.name AS entity_kind, mention.entity_id,
  CAST(mention.confidence / 100.0 AS REAL) AS confidence, mention.rule, mention.corrected
FROM stored_mentions AS mention
JOIN entity_kinds AS kind USING (kind_id)
LEFT JOIN articles AS article ON article.article_id = mention.article_id;

-- How each run of an article's text came from the original bytes, covering it in order. (With the
-- articles, since DuckDB reads row ids where a view has one table alone, and counts by them.)
CREATE VIEW source_spans AS
SELECT article_id, start, length, part_id, byte_offset, byte_length
FROM stored_spans JOIN articles USING (article_id);

-- A removal or change made while restoring.
CREATE VIEW edits AS
SELECT
  edit.document_id, edit.part_id, edit.byte_offset, edit.byte_length, edit.printed,
  edit.replacement, reason.name AS reason
FROM stored_edits AS edit
JOIN edit_reasons AS reason USING (reason_id);

-- The facts that tell a measure.
CREATE VIEW indicator_facts AS
SELECT form.indicator_id, indicator.name, fact.fact_id
FROM indicator_forms AS form
JOIN indicators AS indicator USING (indicator_id)
JOIN facts AS fact ON fact.unit = form.unit
  AND (fact.subject = form.subject OR (fact.subject IS NULL AND form.subject IS NULL))
  AND (fact.action = form.action OR (fact.action IS NULL AND form.action IS NULL));
