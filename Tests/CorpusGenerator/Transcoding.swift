import Glibc

/// Writes UTF-8 as GB 18030.
package func gb18030(_ utf8: [UInt8]) -> [UInt8] {
  guard let converter = iconv_open("GB18030", "UTF-8") else { return utf8 }
  defer { iconv_close(converter) }
  // A character of two bytes takes at most four.
  var converted = [CChar](repeating: 0, count: utf8.count * 2 + 16)
  let written = converted.withUnsafeMutableBufferPointer { output in
    var source = utf8.map { CChar(bitPattern: $0) }
    return source.withUnsafeMutableBufferPointer { input in
      var from = input.baseAddress
      var to = output.baseAddress
      var left = input.count
      var room = output.count
      iconv(converter, &from, &left, &to, &room)
      return output.count - room
    }
  }
  return converted[..<written].map { UInt8(bitPattern: $0) }
}
