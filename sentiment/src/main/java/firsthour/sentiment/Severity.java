package firsthour.sentiment;

import java.util.List;

/// How much it matters that a person deals with a post soon.
///
/// @param rank 0 to 100: an order, not a level
/// @param reasons in words, the heaviest first
public record Severity(int rank, List<String> reasons) {
    public Severity {
        if (rank < 0 || rank > 100) {
            throw new IllegalArgumentException("A severity is 0 to 100, not " + rank);
        }
        reasons = List.copyOf(reasons);
    }
}
