/// The names under which originals are kept and given back: paths inside a folder.
package enum OriginalName {
  /// Why a name is none that leads to a file inside a folder and nowhere else; nil where it is one.
  ///
  /// Control characters are refused too: no page is called so, and a listing of the folder would
  /// pass them to the terminal.
  package static func fault(of name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if name.isEmpty { return "it is empty" }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "it holds a control character"
    }
    if name.hasPrefix("/") { return "it begins at the root of all folders" }
    if parts.contains("..") { return "it leads out of its folder by “..”" }
    if parts.contains("") || parts.contains(".") { return "it has an empty part" }
    return nil
  }
}
