package firsthour.reporting;

/// A drawn chart.
///
/// @param svg an `svg` element without style attributes and without outside references; its colours
///   are classes (`fill-late`, `line-hair`) with a colour beside them for where no style sheet is
/// @param description what it shows, in a sentence: its text alternative
public record Chart(String title, String description, String svg) {}
