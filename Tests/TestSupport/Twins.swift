import Glibc

/// The bytes of a text in another encoding, as the C library writes them.
///
/// - Parameters:
///   - text: characters that the encoding has.
///   - encoding: a name `iconv_open` knows.
/// - Returns: the bytes, without byte order mark where the name tells the byte order.
public func bytes(of text: String, in encoding: String) -> [UInt8] {
  guard let bytes = encoded(text, in: encoding) else {
    preconditionFailure("\(encoding) can write “\(text)”")
  }
  return bytes
}

/// The bytes of a text in another encoding; nil where it lacks one of the characters.
public func encoded(_ text: String, in encoding: String) -> [UInt8]? {
  _ = keptOpen
  let converter = iconv_open(encoding, "UTF-8")
  precondition(converter != iconv_t(bitPattern: -1), "the C library knows \(encoding)")
  defer { iconv_close(converter) }
  var input = Array(text.utf8).map(CChar.init(bitPattern:))
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let room = output.count
  var (unread, unwritten) = (input.count, room)
  let isWhole = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (source, target) = (input.baseAddress, output.baseAddress)
      let status = iconv(converter, &source, &unread, &target, &unwritten)
      // What may be followed by an accent is held back until now.
      return status == 0 && unread == 0 && iconv(converter, nil, nil, &target, &unwritten) == 0
    }
  }
  return isWhole ? output.prefix(room - unwritten).map(UInt8.init(bitPattern:)) : nil
}

/// Converters that stay open: with the last one the C library would unload its tables, and read
/// them again for the next character.
private let keptOpen: [UInt] = {
  let encodings: [String] = ["GB18030", "BIG5", "BIG5-HKSCS"]
  return encodings.map { UInt(bitPattern: iconv_open($0, "UTF-8")) }
}()
