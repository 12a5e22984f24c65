import CGumbo
import Model

/// What the open elements say of the text inside them.
struct BlockContext {
  /// The innermost block element.
  var tag: GumboTag = GUMBO_TAG_BODY
  /// 1 to 6 inside a heading, else 0.
  var headingLevel: UInt8 = 0
  /// The number of the innermost container.
  var container: Int32 = 0
  /// The innermost declared region, an index into the page's declarations; -1 for none.
  var region: Int32 = -1
  var isLink = false
  var isStrong = false
  var isCentred = false
  var isPreformatted = false
  /// Inside an inline element that is not shown.
  var isHidden = false
  /// Inside `article` or `main`, whose `header` and `footer` belong to the piece.
  var isInArticle = false
}
