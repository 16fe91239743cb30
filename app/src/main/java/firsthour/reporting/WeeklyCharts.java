package firsthour.reporting;

/// The charts of a report, all of one size.
public record WeeklyCharts(Chart days, Chart responses, Chart sources, Chart lags) {

    public static WeeklyCharts of(WeeklyReport report) {
        return new WeeklyCharts(
                BarCharts.days(report),
                StripCharts.responses(report),
                BarCharts.sources(report),
                StripCharts.lags(report));
    }
}
