package firsthour.reporting;

/// The charts of a report, all of one size.
///
/// @param customersPerDot for how many customers a dot among the responses stands; 1 unless there
///   are very many
public record WeeklyCharts(
        Chart days, Chart responses, int customersPerDot, Chart sources, Chart lags) {

    public static WeeklyCharts of(WeeklyReport report) {
        return new WeeklyCharts(
                BarCharts.days(report),
                StripCharts.responses(report),
                StripCharts.perDot(report.figures().firstWords()),
                BarCharts.sources(report),
                StripCharts.lags(report));
    }
}
