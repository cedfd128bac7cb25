import LeadModel

/// What can be found about activities. The words are in `Messages`.
enum ActivityFact: Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// Types or channels are asked for, and there is no column for them.
  case filterWithoutColumn(ActivityColumn)
  /// None of the activities has that type or channel; these are there.
  case unusedFilter(ActivityColumn, word: String, found: [String])
  /// So many activities of these types or channels are left out; a blank one is empty.
  case leftOut(ActivityColumn, [Kind])
  /// Activities of all these types count.
  case allTypes([String])
  /// A row cannot be read.
  case rejected(RejectedRow)
  /// So many more rows cannot be read.
  case moreRejected(Int)
  /// So many of so many activities do not say of which lead they are.
  case withoutLead(Int, of: Int)
  /// So many activities are of leads by an id such as that one, which stands for none.
  case placeholderIDs(Int, example: String)
  /// So many activities, of so many ids, are of no lead.
  case unknownLeads(Int, ids: Int, example: String)
  /// Not one of so many activities is of any lead. Ids of both, if leads have any; whether they are the same but for
  /// the three characters that the longer ids of Salesforce have.
  case noLeads(Int, example: String, lead: String?, areOfTwoLengths: Bool)
  /// So many of so many activities of leads precede the receipt.
  case early(Int, of: Int)
  /// So many of so many activities have no time: nothing has been done yet.
  case undone(Int, of: Int)

  /// A type or channel.
  struct Kind: Hashable, Sendable {
    var name: String
    var rows: Int
  }
}
