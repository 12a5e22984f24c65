// What is decoded hangs on two libraries that are no files of ours. What is written here of them
// counts in the digest of the rules, and the tests compare it with the libraries installed: for one
// that reads otherwise a new value is written here, and archives are told of other rules.

/// The version of libgumbo, which reads HTML.
package let gumboVersion = "0.10.1"

/// The first 12 hexadecimal digits of the SHA-256 of all that the C library's tables of GB 18030
/// and Big5 hold: in UTF-8, each character of two or four bytes on a line of its own.
package let charsetTables = "df5e5746712a"
