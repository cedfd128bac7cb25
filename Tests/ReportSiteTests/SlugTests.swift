import Testing

@testable import ReportSite

struct SlugTests {
  @Test(
    "A name written as a title has the bare stem",
    arguments: [
      ("North", "north"), ("North East", "north-east"), ("Team 4", "team-4"), ("B01", "b01"), ("7", "7"),
    ])
  func title(name: String, slug: String) { #expect(Slug.of(name) == slug) }

  @Test(
    "Every other name keeps a readable stem and adds a hash",
    arguments: [
      ("north", "north-"), ("NORTH", "north-"), ("A/B", "a-b-"), ("A-B", "a-b-"), ("a b", "a-b-"),
      ("Köln", "koln-"),
      ("..", "team-"), ("", "team-"), ("🚒", "team-"), ("CON", "con-"), ("Con", "con-"), ("Lpt1", "lpt1-"),
      ("Index", "index-"), ("Data", "data-"), ("No Team", "no-team-"), ("(no team)", "no-team-"),
      ("Team", "team-"),
      ("  North", "north-"), ("North\u{202E}", "north-"), ("東京 Sales", "sales-"),
      (String(repeating: "x", count: 10_000), String(repeating: "x", count: 40) + "-"),
    ])
  func hashed(name: String, start: String) {
    let slug = Slug.of(name)
    #expect(slug.hasPrefix(start))
    #expect(slug.count == start.count + 12)
    #expect(slug.dropFirst(start.count).allSatisfy { "0123456789abcdef".contains($0) })
  }

  @Test("The hash is the start of SHA-256 of the name's bytes, as sha256sum prints it")
  func hash() {
    // printf north | sha256sum
    #expect(Slug.of("north") == "north-dc365e79d41c")
  }

  @Test("No name can take the address of another's hash")
  func forged() {
    let slug = Slug.of("north")
    let forged = slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    #expect(Slug.of(forged.joined(separator: " ")) != slug)
  }

  @Test("Distinct names have distinct, safe addresses where case does not count")
  func property() {
    // Names that differ in what an address drops: case, separators, accents, length, order of bytes.
    let pieces = [
      "a", "A", "b", " ", "-", "/", ".", "é", "e\u{301}", "1", "_", "\u{0}", "CON", "North", "🚒", "ß",
      "\u{A0}",
    ]
    var names: Set<[UInt8]> = []
    for first in pieces {
      for second in pieces {
        for third in pieces { names.insert(Array((first + second + third).utf8)) }
      }
    }
    for length in 30...60 {
      names.insert(Array(String(repeating: "n", count: length).utf8))
      names.insert(Array(("N" + String(repeating: "n", count: length)).utf8))
    }
    let slugs = names.map { Slug.of(String(decoding: $0, as: UTF8.self)) }
    #expect(Set(slugs.map { $0.lowercased() }).count == names.count)
    #expect(slugs.allSatisfy { OutputFile.isSafe("teams/\($0)/index.html") && $0.count <= 53 })
    #expect(!slugs.contains(Slug.unnamed))
    #expect(slugs.allSatisfy { !$0.contains("--") && !$0.hasPrefix("-") && !$0.hasSuffix("-") })
  }
}

struct SHA256Tests {
  @Test(
    "Published digests of FIPS 180-4 and of sha256sum",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
      ),
    ])
  func digest(text: String, hex: String) { #expect(SHA256(text).hex == hex) }

  @Test("Base64 as a Content-Security-Policy wants it")
  func base64() { #expect(SHA256("").base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=") }

  @Test("Messages around the length of a block are padded so that none equals another")
  func lengths() {
    let digests = (0...130).map { SHA256([UInt8](repeating: 0, count: $0)).hex }
    #expect(Set(digests).count == 131)
  }
}
