import CGumbo
import Model

struct DeclaredMetadata {
  var page = PageMetadata()
  init(_ nodes: [UnsafePointer<GumboNode>], of source: UnsafeBufferPointer<UInt8>, _ twin: UTF8Twin)
  {}
}
