package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.brand.Arrival;
import firsthour.brand.Source;
import firsthour.intake.SourceHealth.Health;
import firsthour.intake.Tally;
import firsthour.intake.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A configured feed of a network and how it fares. Its settings are not told.
///
/// @param brandId whose phrases are searched for; null where it is read whole
/// @param live whether old posts open cases as well
/// @param quiet whether it has brought nothing for an unusually long time
/// @param week posts accepted on each of the last seven days (UTC), the oldest first
/// @param total what became of the last seven days' entries
/// @param blindSpots what the network cannot show
@JsonInclude(JsonInclude.Include.ALWAYS)
record SourceJson(
        long id,
        String name,
        String network,
        Arrival arrival,
        @Nullable Long brandId,
        boolean enabled,
        boolean live,
        @Nullable Instant lastPostAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextPullAt,
        @Nullable ProblemJson problem,
        boolean quiet,
        List<Long> week,
        Tally total,
        List<String> blindSpots) {

    /// Why it gives nothing now.
    ///
    /// @param remedy what a person can do about it
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProblemJson(Trouble kind, String detail, String remedy, Instant since) {}

    static SourceJson of(Source source, Health health) {
        return new SourceJson(
                source.id(),
                source.name(),
                source.network(),
                source.arrival(),
                source.brandId(),
                source.enabled(),
                source.live(),
                health.lastPost().orElse(null),
                health.lastSuccess().orElse(null),
                health.nextPull().orElse(null),
                health.problem()
                        .map(problem ->
                                new ProblemJson(
                                        problem.trouble(),
                                        problem.detail(),
                                        problem.trouble().remedy(),
                                        problem.since()))
                        .orElse(null),
                health.quiet(),
                health.week(),
                health.total(),
                health.blindSpots());
    }
}
