import Foundation
import Testing

/// With `reps: hide` no byte of a site names anyone, wherever the input does.
@Suite struct HiddenPeopleTests {
  private static let names = ["Zyxabel", "Quornby", "Mxyvander", "Wozzle", "Plimkin"]

  /// Two teams, three weeks, a rep each who is slower than the other, a manager, and people in every place where a
  /// person may stand, among them where none should: in unreadable times, days and rows.
  private static func project(reps: String) -> Scratch {
    let scratch = Scratch()
    var leads = "lead_id,received_time,first_contact_time,rep_name,manager,team,channel,outcome\n"
    for index in 0..<900 {
      let day = 2 + index % 21
      let hour = 8 + index % 9
      let slow = index % 2 == 0 && hour == 12
      let received = "2026-11-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):05:00"
      let answered = received.replacing(":05:00", with: slow ? ":05:00" : ":25:00")
        .replacing(" \(hour)", with: slow ? " 19" : " \(hour)")
      let rep = index % 2 == 0 ? "Zyxabel" : "Quornby"
      leads +=
        "L\(index),\(received),\(answered),\(rep),Mxyvander,\(index % 3 == 0 ? "South" : "North"),web,won\n"
    }
    leads += "L9001,Zyxabel,2026-11-09 10:00:00,Zyxabel,Mxyvander,North,web,won\n"
    leads += "L9002,2026-11-09 10:00:00,see Quornby,Quornby,Mxyvander,North,web,won\n"
    leads += "L9003,2026-11-09 10:00:00,,Quornby,Mxyvander,North,web,won,Zyxabel\n"
    scratch.write("leads.csv", leads)
    scratch.write(
      "rota.csv",
      """
      rep_name,day_of_week,start_time,end_time,team,valid_from
      Zyxabel,Mon-Fri,08:00,12:00,North,
      Quornby,Mon-Fri,06:00,23:30,South,
      Wozzle,Mon-Fri,08:00,12:00,,
      Plimkin,"Mon,Plimkin",08:00,12:00,North,
      Plimkin,Mon,ask Plimkin,12:00,North,
      Plimkin,,off,off,North,2026-11-02

      """)
    scratch.write(
      "leadheat.yml",
      """
      leads: [leads.csv]
      schedule: [rota.csv]
      base_url: https://example.org/leads
      reps: \(reps)
      target: 90
      also: [5]

      """)
    return scratch
  }

  private static func site(reps: String) throws -> [String: Data] {
    let scratch = project(reps: reps)
    let outcome = try Binary.run(["build"], in: scratch.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return Scratch.tree(scratch.path + "/site")
  }

  @Test func noFileNamesAnyone() throws {
    let files = try Self.site(reps: "hide")
    #expect(files.count > 50 && files.keys.contains("feed.xml"))
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self) + path
      for name in Self.names {
        #expect(text.range(of: name, options: .caseInsensitive) == nil, "\(path) names \(name)")
      }
    }
    let quality = String(decoding: try #require(files["data-quality.html"]), as: UTF8.self)
    #expect(quality.contains("(left out)"))
  }

  /// Otherwise the test above would prove little.
  @Test func everyoneIsNamedWhereNobodyIsHidden() throws {
    let all = try Self.site(reps: "show").values.map { String(decoding: $0, as: UTF8.self) }.joined()
    for name in Self.names { #expect(all.contains(name), "\(name)") }
  }
}
