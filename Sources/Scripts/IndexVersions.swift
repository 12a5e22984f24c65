/// The versions of what the full-text indexes hold, by the names that `properties` keeps them under.
package enum IndexVersions {
  /// Those of this program: `index` rises when other words of an article are taken, `folding` when a
  /// text is folded otherwise.
  package static let today = ["index": "1", "folding": "1"]
}
