/// The rules that maps and charts need in a page's stylesheet.
///
/// They expect the page to define `--bg`, `--ink`, `--mute`, `--hair`, `--empty` and `--accent`, with the
/// values of ``Theme`` where contrast is to hold, and to set tabular figures. Class names of two letters are
/// confined to `.hm` (maps) and `.ch` (charts); `.ht` is the table of a map, `.lg` a legend.
package enum Stylesheet {
  /// How things are drawn, and how a map's table becomes the map on a narrow screen. The colours of the cells are ``Palette/css``.
  package static let css: String = {
    var css = fixed
    for role in Role.allCases where role != .title && role != .note {
      let properties = role.properties.map { property in
        switch property.value {
        case .word(let word): "\(property.name):\(word)"
        case .colour(let colour): "\(property.name):\(colour.css)"
        }
      }
      css += "svg .\(role.name){\(properties.joined(separator: ";"))}\n"
    }
    for tone in Tone.all where tone.light == tone.dark {
      css += "svg .\(tone.name){fill:\(tone.light.colour.hex)}\n"
    }
    let turning = Tone.all.filter { $0.light != $0.dark }
    for tone in turning { css += "svg .\(tone.name){fill:\(tone.light.colour.hex)}\n" }
    let dark = turning.map { "svg .\($0.name){fill:\($0.dark.colour.hex)}" }.joined(separator: "\n")
    return css + Stylesheet.dark(dark) + narrow
  }()

  /// Rules for the dark theme, which paper never has.
  static func dark(_ rules: String) -> String {
    "@media screen and (prefers-color-scheme:dark){\n\(rules)\n}\n"
  }

  private static let fixed = """
    .hm,.ch{display:block;width:100%;height:auto;overflow:visible;text-anchor:middle}
    .hm text,.ch text,.key text{pointer-events:none}
    .hm.strip{width:auto;max-width:100%}
    .hm .ar,.hm .ma{fill:none;stroke-width:1}
    .hm .ar path,.hm .ma path,.key path{stroke:var(--c,var(--empty))}
    .hm .ar .z{fill:var(--empty);fill-opacity:.5;stroke:none}
    .hm .ar .n{stroke-opacity:0}
    .hm .ar path:not(.z):hover{opacity:.8}
    .hm.bare .ar [class$="l"]{stroke-width:.8}
    .hm.bare .ar [class$="m"],.hm.bare .ar .u{stroke-width:.4}
    .hm .ar .ga{stroke:var(--bg);stroke-width:1px;vector-effect:non-scaling-stroke}
    .hm .ga,.hm .ol{pointer-events:none}
    .key{fill:none;stroke-width:12}
    .key .z{stroke-opacity:.5}
    .key .kf,.key .kl,.key .km{stroke:var(--ink)}
    .key .kl{stroke-opacity:.6}
    .key .km{stroke-opacity:.2}
    .hm.tiny .ol{stroke-width:1px}
    .ch .ax.e,.ch .en.e{text-anchor:end}
    .lg{display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 0;font-size:12px;color:var(--mute)}
    .lg span{display:inline-flex;align-items:center;gap:6px;min-width:0;overflow-wrap:anywhere}
    .lg i{flex:none;width:18px;height:12px;background:var(--c)}
    .key{display:block;width:18px;height:16px;margin:0;overflow:visible;flex:none}
    .key[width]{width:auto}
    .key text{font-size:10px;text-anchor:middle;transform:translateY(12px)}

    """

  private static let narrow = """
    .ht caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .ht th,.ht td{white-space:nowrap}
    .ht i{margin-left:6px;font-style:normal;font-size:11px;color:var(--mute)}
    .ht .x::before{content:"▾ "}
    @media screen and (max-width:960px){
    .hm.tabled{display:none}
    .hm.large:not(.tabled),.ch.long{min-width:680px}
    .hm.strip{max-width:none}
    figure{overflow-x:auto}
    figure:has(>.long){direction:rtl}
    figure:has(>.long)>*{direction:ltr}
    .hm.small .ax{font-size:16px}
    .hm.small .rn{font-size:13px}
    .hm.small .ax text:nth-child(2n){display:none}
    .ch:not(.long) .ax,.ch:not(.long) .tn,.ch:not(.long) .lv{font-size:14px}
    .ht{border-collapse:separate;border-spacing:1px;table-layout:fixed;font-size:12.5px;line-height:1.15}
    .ht th,.ht td{border:0;padding:3px 0;text-align:center}
    .ht th:first-child{width:13%;text-align:left;font-size:11px;color:var(--mute)}
    .ht td{background:var(--c,var(--empty));color:var(--t,var(--ink));font-weight:600}
    .ht td:empty{opacity:.5}
    .ht td[class*="l"],.ht td[class*="m"]{font-weight:400}
    .ht i{display:block;margin:0;padding:0 2px;white-space:normal;font-size:9px;font-weight:400;color:inherit}
    .ht .on{box-shadow:inset 2px 0 var(--ink)}
    .ht .x::before{content:"▾"}
    }

    """
}

extension Palette {
  /// The colours of every class of cell, light and dark: `--c` of the cell and `--t` of the text on it.
  package var css: String {
    var (light, dark) = ("", "")
    for swatches in Swatches.all(self) {
      for (name, swatch) in zip(swatches.names, swatches.all) {
        func rule(_ pair: Swatch.Pair) -> String {
          ".\(String(decoding: name, as: UTF8.self)){--c:\(pair.fill.hex);--t:\(pair.ink.hex)}\n"
        }
        light += rule(swatch.light)
        if swatch.dark != swatch.light { dark += rule(swatch.dark) }
      }
    }
    return light + Stylesheet.dark(dark)
  }
}
