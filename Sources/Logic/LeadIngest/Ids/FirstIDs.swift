/// Which ids occurred, where the first row of an id counts.
///
/// Numbers behind a common prefix take a bit each, others a digest.
struct FirstIDs: ~Copyable {
  private var numbers = IDNumbers()
  private var others: Set<IDDigest> = []
  private let key: IDDigest.Key

  init(_ key: IDDigest.Key) { self.key = key }

  /// Takes an id into account.
  /// - Returns: whether it did not occur before.
  mutating func add(_ id: FieldBytes) -> Bool {
    if let number = numbers.number(of: id) {
      switch numbers.mark(number) {
      // It may have been too far from the others once.
      case .new: return others.isEmpty || !others.contains(IDDigest(id, key))
      case .repeated: return false
      case .outOfRange: break
      }
    }
    return others.insert(IDDigest(id, key)).inserted
  }
}
