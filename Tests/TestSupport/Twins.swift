import Glibc

/// The bytes of a text in another encoding, as the C library writes them.
///
/// - Parameters:
///   - text: characters that the encoding has.
///   - encoding: a name `iconv_open` knows.
/// - Returns: the bytes, without byte order mark where the name tells the byte order.
public func bytes(of text: String, in encoding: String) -> [UInt8] {
  let converter = iconv_open(encoding, "UTF-8")
  precondition(converter != iconv_t(bitPattern: -1), "the C library knows \(encoding)")
  defer { iconv_close(converter) }
  var input = Array(text.utf8).map(CChar.init(bitPattern:))
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let room = output.count
  var (unread, unwritten) = (input.count, room)
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (source, target) = (input.baseAddress, output.baseAddress)
      let status = iconv(converter, &source, &unread, &target, &unwritten)
      precondition(status != -1 && unread == 0, "\(encoding) can write “\(text)”")
    }
  }
  return output.prefix(room - unwritten).map(UInt8.init(bitPattern:))
}
