import ArgumentParser
import Importing
import Schema

/// How large a document may be that is read.
struct SizeOption: ParsableArguments {
  @Option(help: .said("The largest file to read.", "所读文件的大小上限。", valueName: "MiB"))
  var maxSize: Int = ImportRequest.defaultSizeLimit >> 20

  func validate() throws {
    guard (1...PackedOriginal.largest >> 20).contains(maxSize) else {
      throw ValidationError("--max-size takes 1 to \(PackedOriginal.largest >> 20)")
    }
  }

  /// The same in bytes.
  var bytes: Int { maxSize << 20 }
}
