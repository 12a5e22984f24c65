import ArgumentParser
import Exporting

/// Refuses a `--name` under which the original could not be given back as a file.
func check(originalName name: String?) throws {
  guard let name, let fault = OriginalName.fault(of: name) else { return }
  throw ValidationError(
    "--name “\(name)” is not a name for a file: \(fault); give a path such as 2024/page.html")
}
