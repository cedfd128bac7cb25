/// Which month (1–12) a name is, in full or in a usual short form, in one of the languages of ``otherMonthNames``;
/// nil for other words.
func monthNumber(_ word: FieldBytes) -> Int? {
  if let english = position(of: word, in: monthNames) { return english + 1 }
  // No name is longer. Only columns in other languages get here, so the text costs the others nothing.
  return word.count > 16 ? nil : otherMonthNumbers[word.decoded.lowercased()]
}

/// The English names, which short forms of three letters stand for too.
private let monthNames: [StaticString] = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november",
  "december",
]

/// Month by month the names and short forms of German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian
/// and Swedish, with accents and without, as far as English has not the same.
///
/// No word may be another month in another language, whether that one is here or not. That leaves Slavic names out:
/// `lip` is June in Croatian and July in Polish, and `listopad` is October and November.
private let otherMonthNames: [String] = [
  "januar jänner jaenner jän janvier janv enero ene gennaio gen janeiro januari",
  "februar feber febr février fevrier févr fevr fév febrero febbraio fevereiro fev februari",
  "märz maerz marz mär mrz mars marzo março marco maart mrt marts",
  "avril avr abril abr aprile",
  "mai mayo maggio mag maio mei maj",
  "juni juin junio giugno giu junho",
  "juli juillet juil julio luglio lug julho",
  "août aout aoû agosto ago augustus augusti",
  "sept septembre septiembre settembre setembro set",
  "oktober okt octobre octubre ottobre ott outubro out",
  "novembre noviembre novembro",
  "dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des",
]

private let otherMonthNumbers = Dictionary(
  uniqueKeysWithValues: zip(1..., otherMonthNames).flatMap { month, names in
    names.split(separator: " ").map { (String($0), month) }
  })
