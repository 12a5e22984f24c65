import Model

/// An invariant that one query proves: it returns the rows that break it.
struct RowInvariant {
  /// What must hold.
  let sentence: String
  /// The table whose rows are named.
  let table: String
  /// Selects the id of each row that breaks it.
  let sql: String
}

extension RowInvariant {
  /// Everything that must hold between the rows of an archive.
  static let all =
    text + places + entities + articles + indexes + documents + originals
    + positions + counts + names

  /// The tables of ours, whose columns hold what they are declared to hold.
  static let tables = [
    "properties", "sqlar", "documents", "document_names", "given", "parts", "boxes", "diagnostics",
    "stored_edits", "edit_reasons", "articles", "bylines", "stored_spans", "places", "place_links",
    "place_candidates", "programs", "program_links", "topics", "program_topics", "organizations",
    "organization_links", "people", "person_links", "facts", "stored_mentions", "entity_kinds",
    "corrections", "correction_states", "indicators", "indicator_forms", "synonyms", "events",
  ]

  private static let text = [
    RowInvariant(
      sentence: "a mention lies within its text", table: "mentions of article",
      sql: """
        SELECT article_id FROM (
          SELECT article_id, min(start) AS first, min(length) AS least, max(start + length) AS last
          FROM stored_mentions GROUP BY article_id) JOIN articles USING (article_id)
        WHERE first < 0 OR least < 1 OR last > length(text)
        """),
    RowInvariant(
      sentence: "a range goes up", table: "facts",
      sql: "SELECT fact_id FROM facts WHERE value_max < value"),
    RowInvariant(
      sentence: "dates are days of the calendar and a period goes forward", table: "facts",
      sql: """
        SELECT fact_id FROM facts
        WHERE time_start IS NOT date(time_start, '+0 days') OR time_end IS NOT date(time_end, '+0 days')
          OR time_start > time_end
        """),
  ]

  private static let places = [
    RowInvariant(
      sentence: "a place's path is its parent's and its own name", table: "places",
      sql: """
        SELECT p.place_id FROM places AS p LEFT JOIN places AS parent
          ON parent.place_id = p.parent_id
        WHERE p.path IS NOT coalesce(parent.path || '/', '') || p.name
        """),
    RowInvariant(
      sentence: "only provinces, cities and counties bear a code", table: "places",
      sql: """
        SELECT place_id FROM places
        WHERE adcode IS NOT NULL AND level NOT IN ('province', 'city', 'county')
        """),
    RowInvariant(
      sentence: "a place's province, city and county are on its path", table: "places",
      sql: """
        SELECT place_id FROM places
        WHERE instr('/' || path || '/', '/' || province || '/') = 0
          OR instr('/' || path || '/', '/' || city || '/') = 0
          OR instr('/' || path || '/', '/' || county || '/') = 0
        """),
    RowInvariant(
      sentence: "an undecided name has no code", table: "places",
      sql: """
        SELECT place_id FROM places JOIN place_candidates USING (place_id)
        WHERE adcode IS NOT NULL
        """),
  ]

  private static let entities = [
    RowInvariant(
      sentence: "a fact's place columns are its place's", table: "facts",
      sql: """
        SELECT fact_id FROM facts LEFT JOIN places USING (place_id)
        WHERE facts.place IS NOT places.name OR facts.path IS NOT places.path
          OR facts.city IS NOT places.city
        """),
    RowInvariant(
      sentence: "a fact's program column is its program's name", table: "facts",
      sql: """
        SELECT fact_id FROM facts LEFT JOIN programs USING (program_id)
        WHERE facts.program IS NOT programs.name
        """),
    RowInvariant(
      sentence: "a fact's place is a place of its article", table: "facts",
      sql: """
        SELECT fact_id FROM facts WHERE place_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM place_links AS link
          WHERE link.article_id = facts.article_id AND link.place_id = facts.place_id)
        """),
    RowInvariant(
      sentence: "a fact's program is a program of its article", table: "facts",
      sql: """
        SELECT fact_id FROM facts WHERE program_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM program_links AS link
          WHERE link.article_id = facts.article_id AND link.program_id = facts.program_id)
        """),
    RowInvariant(
      sentence: "a program runs at a place of its article", table: "programs of article",
      sql: """
        SELECT article_id FROM program_links AS program
        WHERE place_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM place_links AS link
          WHERE link.article_id = program.article_id AND link.place_id = program.place_id)
        """),
    RowInvariant(
      sentence: "a mention names an entity of its article", table: "mentions of article",
      sql: """
        SELECT article_id FROM mentions AS m WHERE NOT EXISTS (
          SELECT 1 FROM place_links AS l WHERE m.entity_kind = 'place'
            AND l.article_id = m.article_id AND l.place_id = m.entity_id
          UNION ALL SELECT 1 FROM program_links AS l WHERE m.entity_kind = 'program'
            AND l.article_id = m.article_id AND l.program_id = m.entity_id
          UNION ALL SELECT 1 FROM organization_links AS l WHERE m.entity_kind = 'organization'
            AND l.article_id = m.article_id AND l.organization_id = m.entity_id
          UNION ALL SELECT 1 FROM person_links AS l WHERE m.entity_kind = 'person'
            AND l.article_id = m.article_id AND l.person_id = m.entity_id)
        """),
  ]

  private static let articles = [
    RowInvariant(
      sentence: "a text has no more code points than its original has bytes", table: "articles",
      sql: """
        SELECT article_id FROM articles JOIN documents USING (document_id)
        WHERE length(text) > byte_count
        """),
    RowInvariant(
      sentence: "an article bears its document's name", table: "articles",
      sql: """
        SELECT article_id FROM articles JOIN documents USING (document_id)
        WHERE articles.document IS NOT documents.name
        """),
    RowInvariant(
      sentence: "a copy points to an earlier article of its page and holds nothing of its own",
      table: "articles",
      sql: """
        SELECT copy.article_id FROM articles AS copy
        LEFT JOIN articles AS first ON first.article_id = copy.duplicate_of
        WHERE copy.duplicate_of IS NOT NULL AND (
          first.document_id IS NOT copy.document_id OR first.ordinal >= copy.ordinal
          OR EXISTS (SELECT 1 FROM facts WHERE facts.article_id = copy.article_id)
          OR EXISTS (SELECT 1 FROM mentions WHERE mentions.article_id = copy.article_id)
          OR EXISTS (SELECT 1 FROM place_links AS l WHERE l.article_id = copy.article_id)
          OR EXISTS (SELECT 1 FROM program_links AS l WHERE l.article_id = copy.article_id))
        """),
    RowInvariant(
      sentence: "a day of publication is a day of the calendar", table: "articles",
      sql: "SELECT article_id FROM articles WHERE published IS NOT date(published, '+0 days')"),
  ]

  private static let indexes = ["articles_fts", "pairs_fts"].flatMap { index in
    [
      RowInvariant(
        sentence: "every article is in the full-text index \(index)", table: "articles",
        sql: "SELECT article_id FROM articles EXCEPT SELECT rowid FROM \(index)"),
      RowInvariant(
        sentence: "the full-text index \(index) holds nothing but articles", table: index,
        sql: "SELECT rowid FROM \(index) EXCEPT SELECT article_id FROM articles"),
    ]
  }

  private static let documents = [
    RowInvariant(
      sentence: "a document that was read has articles, an empty or failed one has none",
      table: "documents",
      sql: """
        SELECT document_id FROM documents WHERE (status = 'ok') IS NOT EXISTS (
          SELECT 1 FROM articles WHERE articles.document_id = documents.document_id)
        """),
    RowInvariant(
      sentence: "a failure has a reason and nothing else has one", table: "documents",
      sql: "SELECT document_id FROM documents WHERE (status = 'failed') = (error IS NULL)"),
    RowInvariant(
      sentence: "a document that was read has its original in the archive", table: "documents",
      sql: """
        SELECT document_id FROM documents
        WHERE status <> 'failed' AND (original IS NULL OR sha256 IS NULL)
        """),
    RowInvariant(
      sentence: "a document is called by one of its names", table: "documents",
      sql: """
        SELECT document_id FROM documents
        EXCEPT SELECT document_id FROM documents JOIN document_names USING (document_id, name)
        """),
  ]

  private static let originals = [
    RowInvariant(
      sentence: "an original is a document's", table: "sqlar",
      sql: """
        SELECT name FROM sqlar
        WHERE name NOT IN (SELECT original FROM documents WHERE original IS NOT NULL)
        """),
    RowInvariant(
      sentence: "an original is one document's", table: "sqlar",
      sql: """
        SELECT original FROM documents WHERE original IS NOT NULL
        GROUP BY original HAVING count(*) > 1
        """),
    RowInvariant(
      sentence: "an original is a plain file, rw-r--r--", table: "sqlar",
      sql: "SELECT name FROM sqlar WHERE mode IS NOT 33188"),
    RowInvariant(
      sentence: "an original is unpacked below the folder where that is done", table: "sqlar",
      sql: """
        SELECT name FROM sqlar
        WHERE name = '' OR name LIKE '/%' OR '/' || name || '/' LIKE '%/../%'
          OR instr(name, char(0)) > 0
        """),
    RowInvariant(
      sentence: "an original has the size of its document", table: "documents",
      sql: """
        SELECT document_id FROM documents JOIN sqlar ON sqlar.name = original
        WHERE sz IS NOT byte_count
        """),
  ]

  private static let positions = [
    RowInvariant(
      sentence: "an edit lies within the original", table: "stored_edits of document",
      sql: """
        SELECT document_id FROM stored_edits JOIN documents USING (document_id)
        WHERE byte_offset < 0 OR byte_length < 0 OR byte_offset + byte_length > byte_count
        """),
    RowInvariant(
      sentence: "a diagnostic lies within the original", table: "diagnostics of document",
      sql: """
        SELECT document_id FROM diagnostics JOIN documents USING (document_id)
        WHERE byte_offset NOT BETWEEN 0 AND byte_count
        """),
    RowInvariant(
      sentence: "a headline lies within the original", table: "articles",
      sql: """
        SELECT article_id FROM articles JOIN documents USING (document_id)
        WHERE title_byte_offset < 0 OR title_byte_length < 0
          OR title_byte_offset + title_byte_length > byte_count
          OR (title_byte_offset IS NULL) <> (title_byte_length IS NULL)
        """),
  ]

  /// Parts of a whole are numbered from 0, and what is linked is named.
  private static let counts =
    [
      ("articles", "document_id"), ("bylines", "article_id"), ("stored_edits", "document_id"),
    ].map { table, whole in
      RowInvariant(
        sentence: "the rows of \(table) are numbered from 0", table: "\(whole)",
        sql: """
          SELECT \(whole) FROM \(table) GROUP BY \(whole)
          HAVING min(ordinal) IS NOT 0 OR max(ordinal) IS NOT count(*) - 1
          """)
    }
    + links.map { table in
      RowInvariant(
        sentence: "what an article is linked to it names", table: "\(table) of article",
        sql: """
          SELECT article_id FROM \(table) JOIN articles USING (article_id)
          JOIN documents USING (document_id) WHERE mentions NOT BETWEEN 1 AND byte_count
          """)
    }

  private static let links = [
    "place_links", "program_links", "organization_links", "person_links",
  ]

  /// Names that this program gives, and lists that follow from other rows.
  private static let names = [
    RowInvariant(
      sentence: "a mention names a place, a program, an organization or a person",
      table: "entity_kinds",
      sql: """
        SELECT kind_id FROM entity_kinds
        EXCEPT VALUES (1), (2), (3), (4)
        UNION ALL SELECT kind_id FROM entity_kinds WHERE name IS NOT CASE kind_id
          WHEN 1 THEN 'place' WHEN 2 THEN 'program' WHEN 3 THEN 'organization' ELSE 'person' END
        """),
    RowInvariant(
      sentence: "the reason of a change is one of those the manual names", table: "edit_reasons",
      sql: """
        SELECT reason_id FROM edit_reasons
        WHERE name NOT IN (\(EditReason.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
        """),
    RowInvariant(
      sentence: "the topics of a program are those it serves in its articles", table: "programs",
      sql: """
        SELECT program_id FROM programs LEFT JOIN (
          SELECT program_id, group_concat(topic) AS served FROM (
            SELECT DISTINCT program_id, topic FROM program_topics ORDER BY program_id, topic)
          GROUP BY program_id) USING (program_id)
        WHERE topics IS NOT coalesce(served, '')
        """),
    RowInvariant(
      sentence: "an article with an address has that of its document",
      table: "articles",
      sql: """
        SELECT article_id FROM articles JOIN documents USING (document_id)
        WHERE articles.url IS NOT NULL AND articles.url IS NOT documents.url
        """),
  ]
}
