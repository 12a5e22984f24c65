import Foundation

/// Where the project's own files lie.
public enum Repository {
  /// The top folder.
  public static let path: String = {
    let file = URL(fileURLWithPath: #filePath)
    return file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }()

  /// The sample documents: name and bytes, in the order of their names.
  ///
  /// - Throws: what the file system says.
  public static func seeds() throws -> [(name: String, bytes: [UInt8])] {
    let folder = "\(path)/seeds"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
    }
  }

  /// The text of one of the project's files.
  ///
  /// - Throws: what the file system says.
  public static func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"), encoding: .utf8)
  }
}
