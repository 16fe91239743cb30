package firsthour.brand;

import static firsthour.language.Texts.t;

/// A tracked query that cannot be read.
public final class QueryError extends Exception {
    private static final long serialVersionUID = 1;

    private final int position;

    QueryError(String query, int position, String expected) {
        super(
                t("The query cannot be read at character {0}: {1}.", position + 1, expected)
                        + "%n  %s%n  %s^".formatted(query, " ".repeat(position)));
        this.position = position;
    }

    /// Where, counted from 0 in UTF-16 units.
    public int position() {
        return position;
    }
}
