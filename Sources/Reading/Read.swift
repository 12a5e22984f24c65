import Decoding
import Extracting
public import Model
import Resolving
import Restoring
import Segmenting

/// Reads one document from its bytes to the last number.
///
/// Pure: no clock, disk, database or other document has a say, so the same bytes always give the
/// same record.
///
/// - Parameters:
///   - file: the original.
///   - charset: the encoding to read it in, by its WHATWG name; nil to find out.
/// - Returns: the articles with everything found in them, each tied to code points of the text
///   and bytes of the original; a record of status `failed` for a file that is no text.
public func read(_ file: SourceFile, charset: String? = nil) -> DocumentRecord {
  read(file, charset: charset, sha256: sha256(of: file.bytes))
}

/// Reads one document whose digest is known already.
package func read(_ file: SourceFile, charset: String?, sha256: String) -> DocumentRecord {
  if let format = BinaryFormat(of: file.bytes) {
    return DocumentRecord(
      name: file.name, sha256: sha256, mediaType: nil, charset: nil, byteCount: file.bytes.count,
      status: .failed, error: format.refusal)
  }
  let decoded = decode(file, charset: charset)
  do throws(TooMuchToRead) {
    return try read(decoded, of: file, sha256: sha256)
  } catch {
    return DocumentRecord(
      name: file.name, sha256: sha256, mediaType: decoded.mediaType, charset: decoded.charset,
      byteCount: file.bytes.count, url: decoded.metadata.url, savedAt: decoded.metadata.savedAt,
      status: .failed, error: error.reason)
  }
}

/// Reads a decoded document to the end.
private func read(
  _ decoded: DecodedDocument, of file: SourceFile, sha256: String
) throws(TooMuchToRead) -> DocumentRecord {
  var bound = ReadingBound()
  try bound.check(decoded)
  let segmented = segment(restore(decoded))
  try bound.spend(segmented.edits.count)
  var articles: [ArticleRecord] = []
  for (ordinal, article) in segmented.articles.enumerated() {
    articles.append(try readArticle(article, ordinal: ordinal, within: &bound))
  }
  return DocumentRecord(
    name: file.name, sha256: sha256, mediaType: decoded.mediaType, charset: decoded.charset,
    byteCount: file.bytes.count, url: decoded.metadata.url, savedAt: decoded.metadata.savedAt,
    status: articles.isEmpty ? .empty : .ok, articles: articles, edits: segmented.edits,
    diagnostics: segmented.diagnostics)
}
