import ArgumentParser
import Glibc

/// The first of two texts, or the second where the locale speaks Chinese.
func inChinese(_ english: String, _ chinese: String) -> String {
  isChineseSpoken ? chinese : english
}

/// Whether messages are wanted in Chinese, by the variables in the order of POSIX (Base
/// Definitions, section 8.2).
private let isChineseSpoken: Bool = {
  let variables: [String] = ["LC_ALL", "LC_MESSAGES", "LANG"]
  let values = variables.lazy.compactMap { name in getenv(name).map { String(cString: $0) } }
  let locale = values.first { !$0.isEmpty }
  return locale.map { $0.hasPrefix("zh") } ?? false
}()

extension ArgumentHelp {
  /// Help in the language of the locale.
  static func said(
    _ english: String, _ chinese: String, valueName: String? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: inChinese(english, chinese)).named(valueName)
  }

  private func named(_ name: String?) -> ArgumentHelp {
    var help = self
    help.valueName = name
    return help
  }
}
