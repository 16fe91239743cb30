package firsthour.reporting;

import java.util.List;

/// What stands behind a figure.
///
/// @param total of all pages: the figure itself
/// @param offset of the first row, from 0
public record FigureList(
        ReportedBrand brand,
        WeekSpan span,
        Figure figure,
        Slice slice,
        int total,
        int offset,
        List<Listed> rows) {
    public static final int PAGE = 50;
}
