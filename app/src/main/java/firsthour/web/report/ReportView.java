package firsthour.web.report;

import firsthour.reporting.ReportLinks;
import firsthour.reporting.ReportedBrand;
import firsthour.reporting.WeeklyCharts;
import firsthour.reporting.WeeklyReport;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a week.
///
/// @param report null where there is no brand yet; so are charts and links
/// @param brands to switch between
/// @param problem why another week is shown than was asked for; null when it is the same
@Introspected
public record ReportView(
        @Nullable WeeklyReport report,
        @Nullable WeeklyCharts charts,
        @Nullable ReportLinks links,
        List<ReportedBrand> brands,
        @Nullable String problem) {

    static ReportView withoutBrand() {
        return new ReportView(null, null, null, List.of(), null);
    }
}
