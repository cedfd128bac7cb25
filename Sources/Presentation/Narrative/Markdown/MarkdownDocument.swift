import CCmark

/// A parsed Markdown document, which owns its nodes. This file is all that knows of libcmark.
///
/// The parser is in safe mode, which is its default: what it would still render of an author's HTML is nothing.
@safe struct MarkdownDocument: ~Copyable {
  private let root: OpaquePointer

  /// Parses CommonMark in UTF-8. Any text is a document.
  init(_ text: [UInt8]) {
    unsafe root = text.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    // The parser leaves text in pieces at every character that might have meant something.
    unsafe cmark_consolidate_text_nodes(root)
  }

  deinit { unsafe cmark_node_free(root) }

  /// The document as HTML, UTF-8.
  borrowing func html() -> [UInt8] {
    let text = unsafe cmark_render_html(root, CMARK_OPT_DEFAULT)!
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(text) }
    return unsafe Array(String(cString: text).utf8)
  }

  /// Visits the elements in the order in which they begin, and then changes them as told.
  mutating func edit(_ change: (MarkdownElement, _ line: Int) -> MarkdownEdit) {
    var edits: [(node: OpaquePointer, edit: MarkdownEdit)] = unsafe []
    let iterator = unsafe cmark_iter_new(root)
    // Nodes are changed when the walk is over: it does not survive changes ahead of it.
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator),
        let element = unsafe self.element(of: node)
      else { continue }
      let edit = unsafe change(element, Int(cmark_node_get_start_line(node)))
      if edit != .keep { unsafe edits.append((node, edit)) }
    }
    unsafe cmark_iter_free(iterator)
    for unsafe(node, edit) in unsafe edits { unsafe apply(edit, to: node) }
  }

  /// What is of interest in a node; nil for the other kinds.
  private borrowing func element(of node: OpaquePointer) -> MarkdownElement? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: unsafe .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_LINK:
      unsafe .link(address: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE: unsafe .image(address: string(cmark_node_get_url(node)))
    case CMARK_NODE_TEXT:
      unsafe .text(string(cmark_node_get_literal(node)), beginsItem: isFirstOfItem(node))
    case CMARK_NODE_PARAGRAPH:
      if let only = unsafe cmark_node_first_child(node), unsafe cmark_node_next(only) == nil,
        unsafe cmark_node_get_type(only) == CMARK_NODE_TEXT
      {
        unsafe .paragraph(of: string(cmark_node_get_literal(only)))
      } else {
        nil
      }
    default: nil
    }
  }

  /// Whether a text begins the first paragraph of an item of a list.
  private borrowing func isFirstOfItem(_ text: OpaquePointer) -> Bool {
    guard unsafe cmark_node_previous(text) == nil, let paragraph = unsafe cmark_node_parent(text),
      unsafe cmark_node_previous(paragraph) == nil, let item = unsafe cmark_node_parent(paragraph)
    else { return false }
    return unsafe cmark_node_get_type(item) == CMARK_NODE_ITEM
  }

  private borrowing func string(_ text: UnsafePointer<CChar>?) -> String {
    if let text = unsafe text { unsafe String(cString: text) } else { "" }
  }

  private mutating func apply(_ edit: MarkdownEdit, to node: OpaquePointer) {
    switch edit {
    case .keep: break
    case .level(let level): _ = unsafe cmark_node_set_heading_level(node, Int32(level))
    case .remove: unsafe delete(node)
    case .address(let address): _ = unsafe cmark_node_set_url(node, address)
    case .unwrap:
      while let child = unsafe cmark_node_first_child(node) {
        _ = unsafe cmark_node_insert_before(node, child)
      }
      unsafe delete(node)
    case .replace(let html):
      let block = unsafe cmark_node_new(CMARK_NODE_CUSTOM_BLOCK)!
      _ = unsafe cmark_node_set_on_enter(block, html)
      _ = unsafe cmark_node_replace(node, block)
      unsafe delete(node)
    case .wrap(let start, let end):
      let inline = unsafe cmark_node_new(CMARK_NODE_CUSTOM_INLINE)!
      _ = unsafe cmark_node_set_on_enter(inline, start)
      _ = unsafe cmark_node_set_on_exit(inline, end)
      _ = unsafe cmark_node_insert_before(node, inline)
      while let child = unsafe cmark_node_first_child(node) {
        _ = unsafe cmark_node_append_child(inline, child)
      }
      unsafe delete(node)
    }
  }

  private func delete(_ node: OpaquePointer) {
    unsafe cmark_node_unlink(node)
    unsafe cmark_node_free(node)
  }
}

/// An element of a document that a narrative cares about.
enum MarkdownElement {
  case heading(level: Int)
  /// HTML of the author, a block or within a line.
  case html(String)
  case link(address: String, title: String)
  case image(address: String)
  /// A stretch of plain text of one line; `beginsItem` if it is the first of an item of a list.
  case text(String, beginsItem: Bool)
  /// A paragraph that holds one stretch of plain text.
  case paragraph(of: String)
}

/// What to do with an element.
enum MarkdownEdit: Hashable {
  case keep
  /// Makes a heading one of that level, 1–6.
  case level(Int)
  /// Lets a link lead elsewhere.
  case address(String)
  /// Takes away an element without content of its own, such as HTML.
  case remove
  /// Leaves only what is in it.
  case unwrap
  /// Puts a block of raw HTML in its place.
  case replace(String)
  /// Puts raw HTML before and after what is in it.
  case wrap(String, String)
}
