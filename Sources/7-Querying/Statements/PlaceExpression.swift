/// SQL over a row `p` of `places`.
enum PlaceExpression {
  /// The city; a municipality, or a county under no city, stands in its place.
  static let city =
    "coalesce(p.city, CASE WHEN p.province LIKE '%市' THEN p.province ELSE p.county END)"

  /// The town or street office that is the place or holds it, at most two steps up.
  static let town = """
    CASE p.level WHEN 'town' THEN p.name ELSE (
        SELECT t.name FROM places AS t
        WHERE t.level = 'town' AND t.place_id IN (
          p.parent_id, (SELECT parent_id FROM places WHERE place_id = p.parent_id))) END
    """

  /// The community or village that is the place or holds it, one step up.
  static let community = """
    CASE p.level WHEN 'community' THEN p.name ELSE (
        SELECT t.name FROM places AS t
        WHERE t.level = 'community' AND t.place_id = p.parent_id) END
    """

  /// The housing estate that is the place.
  static let estate = "CASE p.level WHEN 'estate' THEN p.name END"

  /// The part of the path that ends with a name on it.
  static func path(to name: String) -> String {
    """
    substr(p.path, 1, instr('/' || p.path || '/', '/' || (\(name)) || '/') + length(\(name)) - 1)
    """
  }
}
