-- An archive file, version 1. Everything here works in the stock sqlite3 shell: no STRICT, no
-- custom tokenizer, collation or function; only INTEGER, REAL, TEXT and BLOB.
-- Positions (start, length) count Unicode code points from 0 in articles.text, so that
-- substr(text, start + 1, length) gives the quote. Byte positions count from 0 in the original.

PRAGMA application_id = 1095910216;  -- 'ARCH' in ASCII, as a big-endian number

-- What the program itself remembers about this file.
CREATE TABLE properties (
  name  TEXT PRIMARY KEY NOT NULL,  -- 'folding': the version of the form that articles_fts holds
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The originals, byte for byte, in the form that `sqlite3 -A` lists and extracts.
CREATE TABLE sqlar (
  name  TEXT PRIMARY KEY NOT NULL,  -- the name the document was first imported under
  mode  INTEGER NOT NULL,           -- file mode; 33188 is a plain file, rw-r--r--
  mtime INTEGER NOT NULL,           -- last modification, seconds since 1970
  sz    INTEGER NOT NULL,           -- size in bytes before compression
  data  BLOB NOT NULL               -- zlib, or the plain bytes where length(data) = sz
);

-- One row for each imported file. The same bytes under two names are one document.
CREATE TABLE documents (
  document_id   INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,      -- path as imported, relative to the import root
  sha256        TEXT UNIQUE,        -- of the original; null where it could not be read
  media_type    TEXT,               -- 'text/plain', 'text/html', 'text/markdown'
  charset       TEXT,               -- WHATWG name in lower case, such as 'utf-8', 'gb18030'
  byte_count    INTEGER NOT NULL CHECK (typeof(byte_count) = 'integer' AND byte_count >= 0),
  imported_at   TEXT NOT NULL,      -- UTC, '2024-09-20T10:08:18Z'
  status        TEXT NOT NULL CHECK (status IN ('ok', 'empty', 'failed')),
  error         TEXT,               -- why it failed
  original      TEXT REFERENCES sqlar (name),  -- where the bytes are
  charset_given TEXT,               -- the encoding asked for at import, null where found out
  rules_version INTEGER NOT NULL    -- the version of the rules that read it
);
CREATE INDEX documents_failed ON documents (name) WHERE sha256 IS NULL;

-- Every name that a document's bytes were imported under.
CREATE TABLE document_names (
  name        TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (name, document_id)
) WITHOUT ROWID;
CREATE INDEX document_names_document ON document_names (document_id);

-- What was odd about a document: noise is not an error.
CREATE TABLE diagnostics (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  byte_offset INTEGER,              -- where in the original, if it has a place
  message     TEXT NOT NULL
);
CREATE INDEX diagnostics_document ON diagnostics (document_id);

-- Every removal and change made while restoring, so that a person can see and dispute it; read it
-- as `edits`.
CREATE TABLE stored_edits (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,     -- in the order of the original, from 0
  byte_offset INTEGER NOT NULL,     -- what the original prints, as bytes
  byte_length INTEGER NOT NULL,
  printed     TEXT NOT NULL,        -- the same as text, cut after 200 characters
  replacement TEXT NOT NULL,        -- what the text has instead, '' where it was left out
  reason_id   INTEGER NOT NULL REFERENCES edit_reasons,
  PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

-- Why something was changed: 'line-break', 'spacing', 'pinyin', 'spam', 'boilerplate', …
CREATE TABLE edit_reasons (
  reason_id INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE
);

-- One row for each article of a page.
CREATE TABLE articles (
  article_id        INTEGER PRIMARY KEY,
  document_id       INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  document          TEXT NOT NULL,  -- documents.name
  ordinal           INTEGER NOT NULL,  -- place on the page, from 0
  title             TEXT,           -- the headline, whole
  subtitle          TEXT,           -- the second headline
  kind              TEXT NOT NULL CHECK (kind IN ('news', 'feature', 'photo', 'notice')),
  source            TEXT,           -- the paper or site credited
  published         TEXT CHECK (published IS NULL OR published GLOB '????-??-??'),  -- ISO date
  dateline          TEXT,           -- the place in “德阳讯”
  script            TEXT NOT NULL CHECK (script IN ('Hans', 'Hant')),  -- as printed
  text              TEXT NOT NULL,  -- the body, restored, in Simplified script
  duplicate_of      INTEGER REFERENCES articles ON DELETE SET NULL,  -- the first copy on the page
  title_byte_offset INTEGER,        -- the bytes the headline stands on
  title_byte_length INTEGER,
  rules_version     INTEGER NOT NULL,
  UNIQUE (document_id, ordinal)
);
CREATE INDEX articles_document ON articles (document);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_kind ON articles (kind);
CREATE INDEX articles_duplicate_of ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- One row for each credit.
CREATE TABLE bylines (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,      -- as printed, from 0
  name       TEXT NOT NULL,
  role       TEXT,                  -- as printed: 记者, 文/图, 编辑
  PRIMARY KEY (article_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX bylines_name ON bylines (name);

-- How each run of an article's text came from the original bytes, covering it in order.
CREATE TABLE source_spans (
  article_id  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  start       INTEGER NOT NULL,
  length      INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  byte_length INTEGER NOT NULL,     -- 0 for a paragraph break that only markup makes
  PRIMARY KEY (article_id, start)
) WITHOUT ROWID;

-- One row for each place. A name that no text settles has no parent and no code.
CREATE TABLE places (
  place_id  INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,          -- in full: 遂宁市
  level     TEXT NOT NULL CHECK (level IN
    ('province', 'city', 'county', 'town', 'community', 'estate', 'zone')),
  parent_id INTEGER REFERENCES places,
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
CREATE INDEX places_name ON places (name);
CREATE INDEX places_parent ON places (parent_id);

-- A place in an article.
CREATE TABLE place_links (
  article_id    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  place_id      INTEGER NOT NULL REFERENCES places,
  mentions      INTEGER NOT NULL,   -- how often it is named, in any form
  rules_version INTEGER NOT NULL,
  PRIMARY KEY (article_id, place_id)
) WITHOUT ROWID;
CREATE INDEX place_links_place ON place_links (place_id);

-- For a name that an article does not settle: the paths it may mean.
CREATE TABLE place_candidates (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  place_id   INTEGER NOT NULL REFERENCES places,
  path       TEXT NOT NULL,
  PRIMARY KEY (article_id, place_id, path)
) WITHOUT ROWID;

-- One row for each initiative.
CREATE TABLE programs (
  program_id INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,         -- without quotation marks, with its head noun
  kind       TEXT NOT NULL CHECK (kind IN
    ('method', 'mechanism', 'campaign', 'project', 'platform', 'target')),
  topics     TEXT NOT NULL,         -- comma separated, of all articles together
  UNIQUE (name, kind)
);

-- An initiative in an article.
CREATE TABLE program_links (
  program_link_id INTEGER PRIMARY KEY,
  article_id    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  program_id    INTEGER NOT NULL REFERENCES programs,
  place_id      INTEGER REFERENCES places,  -- where the article shows it running
  topics        TEXT NOT NULL,      -- comma separated, as this article shows
  printed       TEXT NOT NULL,      -- the forms the article prints, one a line
  mentions      INTEGER NOT NULL,
  rules_version INTEGER NOT NULL
);
CREATE UNIQUE INDEX program_links_once
  ON program_links (article_id, program_id, coalesce(place_id, 0));
CREATE INDEX program_links_program ON program_links (program_id);
CREATE INDEX program_links_place ON program_links (place_id);

-- One row for each organisation.
CREATE TABLE organizations (
  organization_id INTEGER PRIMARY KEY,
  name            TEXT NOT NULL UNIQUE
);

-- An organisation in an article.
CREATE TABLE organization_links (
  article_id      INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organizations,
  mentions        INTEGER NOT NULL,
  rules_version   INTEGER NOT NULL,
  PRIMARY KEY (article_id, organization_id)
) WITHOUT ROWID;
CREATE INDEX organization_links_organization ON organization_links (organization_id);

-- One row for each name of a person; whether two articles mean the same person is not decided.
CREATE TABLE people (
  person_id INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE
);

-- A person in an article, bylines left aside.
CREATE TABLE person_links (
  article_id    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  person_id     INTEGER NOT NULL REFERENCES people,
  role          TEXT,               -- as printed
  mentions      INTEGER NOT NULL,
  rules_version INTEGER NOT NULL,
  PRIMARY KEY (article_id, person_id)
) WITHOUT ROWID;
CREATE INDEX person_links_person ON person_links (person_id);

-- One row for each numeric fact.
CREATE TABLE facts (
  fact_id       INTEGER PRIMARY KEY,
  article_id    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  start         INTEGER NOT NULL,   -- the quote's place in articles.text, in code points
  length        INTEGER NOT NULL,
  quote         TEXT NOT NULL,      -- numeral to the end of the unit, as printed
  value         REAL NOT NULL,      -- in base scale: 万, 亿, 千 multiplied out
  value_max     REAL,               -- the upper bound of a range
  unit          TEXT NOT NULL,      -- without the multiplier; '' where none is printed
  approx        TEXT CHECK (approx IN ('over', 'about', 'nearly', 'under')),  -- null when exact
  subject       TEXT,               -- what is counted or measured
  action        TEXT,               -- what happened to it
  kind          TEXT NOT NULL CHECK (kind IN ('count', 'amount', 'length', 'area', 'share',
    'growth', 'rate', 'duration', 'age', 'measure')),
  per           TEXT,               -- for a rate: each what
  place_id      INTEGER REFERENCES places,
  place         TEXT,               -- places.name
  path          TEXT,               -- places.path
  city          TEXT,               -- places.city
  time_text     TEXT,               -- the words that date it
  time_start    TEXT,               -- ISO date; null for an open start
  time_end      TEXT,               -- ISO date; null for an open end
  program_id    INTEGER REFERENCES programs,
  program       TEXT,               -- programs.name
  sentence      TEXT NOT NULL,      -- the sentence it stands in
  rule          TEXT NOT NULL,      -- the rule that found it
  rules_version INTEGER NOT NULL
);
CREATE INDEX facts_article ON facts (article_id, start);
CREATE INDEX facts_place ON facts (
  place_id, article_id, start, program_id, unit, kind, value, value_max
);
CREATE INDEX facts_unit ON facts (unit, value);
CREATE INDEX facts_program ON facts (program_id) WHERE program_id IS NOT NULL;

-- One row for each mention of an entity in a body; read it as `mentions`.
CREATE TABLE stored_mentions (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  start      INTEGER NOT NULL,
  length     INTEGER NOT NULL,
  kind_id    INTEGER NOT NULL REFERENCES entity_kinds,
  entity_id  INTEGER NOT NULL,      -- place_id, program_id, organization_id or person_id
  PRIMARY KEY (article_id, start, length, kind_id, entity_id)
) WITHOUT ROWID;

-- What a mention names.
CREATE TABLE entity_kinds (
  kind_id INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE
);
INSERT INTO entity_kinds (kind_id, name)
VALUES (1, 'place'), (2, 'program'), (3, 'organization'), (4, 'person');

-- Full text: every character of the folded title and text is a token of its own, so a phrase
-- with a space between characters finds it: articles_fts MATCH '"三 无 小 区"'. The text comes first
-- because every word of any other column costs the index two bytes more.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  text, title, content='', tokenize='unicode61 remove_diacritics 0'
);

-- The same texts once more, as pairs of adjacent characters of which only the article is kept:
-- tells in a moment which articles have all pairs of a phrase, few of which will lack the phrase.
-- Behind a middle dot the pairs of the sentences of the article's facts.
CREATE VIRTUAL TABLE pairs_fts USING fts5 (
  pairs, content='', detail=none, tokenize='ascii'
);

-- A place in an article, with what is known of the place.
CREATE VIEW article_places AS
SELECT article_id, place_id, name, level, adcode, path, mentions, rules_version
FROM place_links JOIN places USING (place_id);

-- An initiative in an article, with its place.
CREATE VIEW article_programs AS
SELECT
  link.article_id, link.program_id, program.name, program.kind, link.place_id,
  place.name AS place, place.path, place.city, link.topics, link.mentions, link.printed,
  link.rules_version
FROM program_links AS link
JOIN programs AS program USING (program_id)
LEFT JOIN places AS place ON place.place_id = link.place_id;

-- An organisation in an article.
CREATE VIEW article_organizations AS
SELECT article_id, organization_id, name, mentions, rules_version
FROM organization_links JOIN organizations USING (organization_id);

-- A person in an article.
CREATE VIEW article_people AS
SELECT article_id, person_id, name, role, mentions, rules_version
FROM person_links JOIN people USING (person_id);

-- A mention of an entity in a body.
CREATE VIEW mentions AS
SELECT
  mention.article_id, mention.start, mention.length,
  CAST(substr(article.text, mention.start + 1, mention.length) AS TEXT) AS quote,
  kind.name AS entity_kind,
  mention.entity_id, article.rules_version
FROM stored_mentions AS mention
JOIN entity_kinds AS kind USING (kind_id)
LEFT JOIN articles AS article ON article.article_id = mention.article_id;

-- A removal or change made while restoring.
CREATE VIEW edits AS
SELECT
  edit.document_id, edit.byte_offset, edit.byte_length, edit.printed, edit.replacement,
  reason.name AS reason
FROM stored_edits AS edit
JOIN edit_reasons AS reason USING (reason_id);
