/// The release of the program, as CHANGELOG.md names it.
public let release = "0.2.0"

/// The version of the rules: the release, `+` and the digest of all that decides what is read.
///
/// Two programs of one version read the same bytes alike; rules that differ by a letter of their
/// code, of a word list or of the gazetteer have two versions.
public let rules = "\(release)+\(rulesDigest)"

/// The first 12 hexadecimal digits of the SHA-256 of the rules; `make rules` writes this line.
private let rulesDigest = "736bf00032b6"

/// A version of the rules as an archive has it: `RELEASE+DIGEST`, or `RELEASE` alone, such as
/// `0.1.0`, from the time when there was no digest.
package struct RulesVersion: Sendable, Equatable {
  /// The three numbers of the release.
  package let release: [Int]
  /// Hexadecimal digits in lower case; nil where there are none.
  package let digest: String?

  /// Reads a version; nil for what is none.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
    guard let numbers = parts.first.flatMap(Self.numbers), parts.count <= 2 else { return nil }
    release = numbers
    digest = parts.dropFirst().first.map { String(decoding: $0, as: UTF8.self) }
    if let digest, digest.isEmpty || !digest.utf8.allSatisfy(Self.isDigit) { return nil }
  }

  /// Whether it is of a later release; of two of one release neither is newer.
  package func isNewer(than other: RulesVersion) -> Bool {
    other.release.lexicographicallyPrecedes(release)
  }

  private static func numbers(of release: Substring.UTF8View) -> [Int]? {
    let parts = release.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy(decimalDigits.contains) ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    return parts.count == 3 && numbers.count == 3 ? numbers : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    decimalDigits.contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static let decimalDigits = UInt8(ascii: "0")...UInt8(ascii: "9")
}

/// How the rules that have read something stand to those of this program.
package enum RulesAge: Sendable {
  /// They are the same.
  case today
  /// They are of an earlier release, are others of this one, or have no version that can be read.
  case older
  /// They are of a later release.
  case newer

  /// The age of a version as an archive has it.
  package init(of version: String) {
    if version == rules {
      self = .today
    } else if let own = RulesVersion(rules), RulesVersion(version)?.isNewer(than: own) == true {
      self = .newer
    } else {
      self = .older
    }
  }
}
