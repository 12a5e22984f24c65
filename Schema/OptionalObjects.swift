/// What an archive has only where the user has asked for it.
package enum OptionalObjects {
  /// The name of the index of three characters each.
  package static var trigramIndex: String { "articles_trigram" }

  /// The SQL that makes it: Datasette knows an index of a table by `content="articles"`.
  package static var trigramIndexSQL: String {
    """
    CREATE VIRTUAL TABLE articles_trigram USING fts5 (
      title, text, content="articles", content_rowid="article_id", tokenize="trigram"
    )
    """
  }
}
