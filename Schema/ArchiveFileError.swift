package import SQLite

/// Why a file cannot be used as an archive.
package enum ArchiveFileError: Error, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// It is a database of something else, or no database at all.
  case notAnArchive(path: String)
  /// A later release of the program made it.
  case newer(path: String, version: Int, known: Int)
  /// An earlier release made it, and it is opened for reading only.
  case older(path: String, version: Int, known: Int)
  /// Its bytes are damaged.
  case damaged(path: String, SQLiteError)
  /// A table or view of it is not the one this program makes, or something acts on one.
  case tampered(path: String, StrangeObject)
  /// The user's own topics inside it are more than any user has.
  case tooManyTopics(path: String, limit: Int)
  /// Another process writes to it.
  case locked(path: String)
  /// The disk is full.
  case full(path: String)
  /// An object of the user's has a name that an upgrade needs.
  case inTheWay(path: String, type: String, name: String)
  /// The disk has too little room to upgrade the file, in bytes.
  case noRoom(path: String, needed: Int64, free: Int64)
  /// A write to it was cut short, and it may not be written, so that it cannot be set right.
  case unfinished(path: String)
  /// It or its folder may not be written.
  case readOnly(path: String)
  /// It or its folder cannot be read or written.
  case refused(path: String, SQLiteError)
  /// The user has asked to stop.
  case stopped(path: String)

  /// What kind of trouble it is, by which a command ends.
  package enum Trouble: Sendable {
    /// What the file holds.
    case contents
    /// Getting at it.
    case access
    /// None: the user wants no more.
    case stop
  }

  /// What kind of trouble it is.
  package var trouble: Trouble {
    switch self {
    case .notAnArchive, .newer, .older, .damaged, .tampered, .tooManyTopics, .inTheWay: .contents
    case .missing, .locked, .full, .noRoom, .unfinished, .readOnly, .refused: .access
    case .stopped: .stop
    }
  }

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such archive; make one with `archive import PATH… -d \(path)`"
    case .notAnArchive(let path):
      "\(path): not an archive; name another file with -d, or a new one to import into"
    case .newer(let path, let version, let known):
      "\(path): made by a newer release (format \(version), known here is \(known)); "
        + "update the program"
    case .older(let path, let version, let known):
      "\(path): made by an older release (format \(version), now \(known)); "
        + "run `archive upgrade -d \(path)` once to bring it up to date"
    case .damaged(let path, let error):
      "\(path): damaged: \(error.message); restore a copy, or import the originals again"
    case .tampered(let path, let object):
      "\(path): not as this program makes it: \(object)"
    case .tooManyTopics(let path, let limit):
      "\(path): the topics inside it are more than \(limit >> 10) KiB; "
        + "drop them with `sqlite3 \(path) \"DELETE FROM topics WHERE origin = 'user'\"`"
    case .locked(let path):
      "\(path): another process is writing to it; try again when it is done"
    case .full(let path):
      "\(path): the disk is full; what was committed before is safe"
    case .inTheWay(let path, let type, let name):
      "\(path): your \(type) “\(name)” has a name that today's format needs; "
        + (type == "table"
          ? "give it another with `ALTER TABLE \(StrangeObject.quoted(name)) RENAME TO …;`"
          : "make it anew under another after `DROP \(type.uppercased()) \(StrangeObject.quoted(name));`")
        + " in sqlite3, then upgrade"
    case .noRoom(let path, let needed, let free):
      "\(path): an upgrade needs \(needed >> 20) MiB of room beside it and \(free >> 20) are free; "
        + "make room, or copy it to a larger disk"
    case .unfinished(let path):
      "\(path): a write to it was cut short, and it may not be written to set it right; "
        + "allow writing to it and its folder, "
        + "or copy it with its -journal or -wal file to a folder of your own"
    case .readOnly(let path):
      "\(path): may not be written; allow writing to it and its folder, or work on a copy"
    case .refused(let path, let error):
      "\(path): \(error.message)"
    case .stopped(let path):
      "\(path): stopped"
    }
  }

  /// What an SQLite error means for the user of a file.
  package init(_ error: SQLiteError, path: String) {
    switch error.reason {
    case .notADatabase: self = .notAnArchive(path: path)
    case .corrupt: self = .damaged(path: path, error)
    case .busy: self = .locked(path: path)
    case .full: self = .full(path: path)
    case .unfinished: self = .unfinished(path: path)
    case .readOnly: self = .readOnly(path: path)
    case .stopped: self = .stopped(path: path)
    default: self = .refused(path: path, error)
    }
  }
}

/// Runs `body`, which works on a file.
///
/// - Throws: what SQLite refuses, in words for the user of the file.
package func onFile<Result>(
  _ path: String, _ body: () throws(SQLiteError) -> Result
) throws(ArchiveFileError) -> Result {
  do {
    return try body()
  } catch {
    throw ArchiveFileError(error, path: path)
  }
}
