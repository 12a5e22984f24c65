import Model

/// A figure as it is printed, without its unit.
struct Numeral: Hashable, Sendable {
  /// How the figure is written.
  enum Script: Sendable {
    /// 12, 1.8万, 3万4000.
    case arabic
    /// 十二, 三百余.
    case chinese
    /// 百 in 百名, 千 in 千亩: a multiplier with no figure before it.
    case bare
  }

  /// The code points from the first figure to the last multiplier, 余 or 多 included.
  var range: Range<Int>
  /// The value in base scale.
  var value: Double
  /// The upper bound of a range.
  var upper: Double?
  /// 余, 多 and 几 make it `over`.
  var approx: Approximation?
  /// How it is written.
  var script: Script
  /// Whether 百, 千, 万 or 亿 was multiplied in.
  var isScaled: Bool = false
  /// The number of Arabic figures before any point or multiplier; 0 for a Chinese numeral.
  var digitCount: Int = 0
  /// Whether it is written without multipliers, figure by figure, as a year is (二〇二四).
  var isFigureByFigure: Bool = false
  /// The unit a fraction brings along: `%` for 百分之五 and 三分之二.
  var unit: String?
}
