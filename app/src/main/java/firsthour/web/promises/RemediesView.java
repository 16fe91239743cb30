package firsthour.web.promises;

import firsthour.web.promises.PromisesView.Given;
import io.micronaut.core.annotation.Introspected;
import java.time.YearMonth;
import java.util.List;

/// What customers were given in a month.
///
/// @param brand the one that is shown; 0 for all
/// @param title the month in words
/// @param sums "212.50 EUR", one for each currency
/// @param number of remedies, also of those that are not shown
@Introspected
public record RemediesView(
        List<Choice> brands,
        long brand,
        YearMonth month,
        String title,
        int number,
        List<String> sums,
        List<Line> lines) {

    /// A brand to choose.
    public record Choice(long id, String name) {}

    /// One remedy.
    public record Line(long caseId, String brand, Given given) {}

    /// The address of another month.
    public String to(YearMonth other) {
        return "/promises/remedies?brand=%d&month=%s".formatted(brand, other);
    }

    /// Whether there are more than are shown.
    public boolean more() {
        return number > lines.size();
    }
}
