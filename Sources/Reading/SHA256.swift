import CNettle

/// The SHA-256 of some bytes (FIPS 180-4), in lower-case hexadecimal.
public func sha256(of bytes: [UInt8]) -> String {
  var state = sha256_ctx()
  nettle_sha256_init(&state)
  nettle_sha256_update(&state, bytes.count, bytes)
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
  nettle_sha256_digest(&state, digest.count, &digest)
  let hexadecimal = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] },
    as: UTF8.self)
}
