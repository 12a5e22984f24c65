import CZlib

/// The bytes of a document as the `sqlar` table keeps them (sqlite.org/sqlar.html).
package enum PackedOriginal {
  /// Compresses with zlib, unless that would make it no smaller.
  package static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let code = compress2(&packed, &length, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
    guard code == Z_OK, Int(length) < bytes.count else { return bytes }
    return Array(packed[..<Int(length)])
  }

  /// The largest original in bytes, 512 MiB: SQLite holds no value of more than 1,000,000,000
  /// bytes (sqlite.org/limits.html), and what is unpacked is held in memory beside what is packed.
  package static var largest: Int { 512 << 20 }
  /// The most bytes of one that is read unless more is asked for.
  package static var usuallyLargest: Int { 32 << 20 }

  /// Gives back the bytes that were packed.
  ///
  /// - Parameters:
  ///   - packed: what the file holds, which may be a stranger's.
  ///   - size: how many bytes that makes, by its row.
  ///   - promised: how many bytes the document has; nothing is unpacked where they differ.
  /// - Returns: the bytes, nil when they are damaged.
  package static func unpack(_ packed: [UInt8], size: Int, promised: Int) -> [UInt8]? {
    guard size == promised, (0...largest).contains(size) else { return nil }
    guard packed.count != size else { return packed }
    // zlib makes at most 1032 bytes of one, so a size that is a lie allocates nothing.
    guard size <= packed.count * 1032 + 64 else { return nil }
    var length = uLong(size)
    var bytes = [UInt8](repeating: 0, count: size)
    var consumed = uLong(packed.count)
    let code = uncompress2(&bytes, &length, packed, &consumed)
    // What stands behind the end is damage, too.
    return code == Z_OK && Int(length) == size && Int(consumed) == packed.count ? bytes : nil
  }
}
