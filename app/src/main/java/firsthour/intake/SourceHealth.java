package firsthour.intake;

import static firsthour.language.Texts.t;

import firsthour.brand.AccessEnd;
import firsthour.brand.AccessEnds;
import firsthour.brand.Arrival;
import firsthour.brand.Networks;
import firsthour.connectors.Descriptor;
import firsthour.connectors.StreamBatch.Gap;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// How each source fares: read only.
@Singleton
public class SourceHealth {
    private static final int DAYS = 7;

    private final SourceStates states;
    private final SourceDays days;
    private final Networks networks;
    private final AccessEnds ends;
    private final Paces paces;
    private final Clock clock;

    SourceHealth(
            SourceStates states,
            SourceDays days,
            Networks networks,
            AccessEnds ends,
            Paces paces,
            Clock clock) {
        this.states = states;
        this.days = days;
        this.networks = networks;
        this.ends = ends;
        this.paces = paces;
        this.clock = clock;
    }

    /// One source.
    ///
    /// @param network its title for a person
    /// @param brand whose phrases are searched for
    /// @param asked what was asked of the network; empty where it is read whole
    /// @param lastSuccess when it last answered, or something was last sent
    /// @param ending the end of an access that still works; empty while it is renewed as it should
    ///   be
    /// @param quiet whether it has brought nothing for an unusually long time
    /// @param pace empty before its first post
    /// @param week posts accepted on each of the last seven days (UTC), the oldest first
    /// @param total what became of the last seven days' entries
    /// @param gap a time of the last seven days of which the network had kept nothing
    /// @param blindSpots what the network cannot show
    public record Health(
            long id,
            String name,
            String network,
            Arrival arrival,
            boolean enabled,
            Optional<String> brand,
            Optional<String> asked,
            Optional<Instant> lastPost,
            Optional<Instant> lastSuccess,
            Optional<Instant> nextPull,
            OptionalLong budgetRemaining,
            Optional<Instant> budgetResets,
            Optional<Problem> problem,
            Optional<AccessEnd> ending,
            boolean quiet,
            Optional<Pace> pace,
            List<Long> week,
            Tally total,
            Optional<Gap> gap,
            List<String> blindSpots) {}

    /// How fast and how often a source brings something.
    ///
    /// @param lag empty where nothing came in the last seven days
    /// @param usual the usual pause between two posts, by the last four weeks; empty while too few
    ///   came
    /// @param longest a silence that is longer is told
    /// @param restsAtWeekends whether weekends do not count as silence
    public record Pace(
            Optional<Lag> lag,
            Optional<Duration> usual,
            Optional<Duration> longest,
            boolean restsAtWeekends) {}

    /// The time from publishing to storing of what came in the last seven days, without history.
    ///
    /// @param half of the posts took at most so long
    /// @param nineOfTen took at most so long
    public record Lag(Duration half, Duration nineOfTen) {}

    /// What was refused in the last seven days (UTC), of one kind.
    ///
    /// @param latest when it was refused last, and the words of then
    /// @param answer how the latest answer began that could not be read, without secrets; empty
    ///   where none came
    public record Refused(
            Trouble trouble, long count, Instant latest, String detail, String answer) {}

    /// Why it gives nothing now.
    ///
    /// @param since when it was first refused after it had last worked
    public record Problem(Trouble trouble, String detail, Instant since) {}

    /// All sources by name.
    public List<Health> list() {
        return list(_ -> true);
    }

    /// One source; empty when there is none with this id.
    public Optional<Health> find(long sourceId) {
        return list(row -> row.id() == sourceId).stream().findFirst();
    }

    /// How far back a source was read: when its oldest post was published.
    public Optional<Instant> findOldest(long sourceId) {
        return paces.findOldest(sourceId);
    }

    /// What a source was refused, by kind; the latest first.
    public List<Refused> listRefused(long sourceId) {
        var byKind = new LinkedHashMap<String, Refused>();
        for (var row : days.findRefused(sourceId, today().minusDays(DAYS - 1L))) {
            byKind.merge(
                    row.kind(),
                    new Refused(
                            Trouble.valueOf(row.kind()),
                            row.refusals(),
                            row.lastAt(),
                            row.detail(),
                            row.answer()),
                    SourceHealth::together);
        }
        return List.copyOf(byKind.values());
    }

    private static Refused together(Refused later, Refused earlier) {
        return new Refused(
                later.trouble(),
                later.count() + earlier.count(),
                later.latest(),
                later.detail(),
                later.answer());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private List<Health> list(Predicate<SourceStates.HealthRow> wanted) {
        var since = today().minusDays(DAYS - 1L);
        var lately = days.listDays(since);
        return states.listHealth().stream()
                .filter(wanted)
                .map(row ->
                        health(
                                row,
                                lately.stream().filter(day -> day.sourceId() == row.id()).toList(),
                                since))
                .toList();
    }

    private Health health(
            SourceStates.HealthRow row, List<SourceDays.DayRow> days, LocalDate since) {
        var descriptor = networks.findDescriptor(row.network());
        return new Health(
                row.id(),
                row.name(),
                descriptor.map(it -> t(it.title())).orElse(row.network()),
                Arrival.of(row.network()),
                row.enabled(),
                Optional.ofNullable(row.brandName()),
                Optional.ofNullable(row.asked()).filter(words -> !words.isEmpty()),
                Optional.ofNullable(row.lastPostAt()),
                Optional.ofNullable(row.lastSuccessAt()),
                Optional.ofNullable(row.nextPullAt()).filter(_ -> row.enabled()),
                row.budgetRemaining() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(row.budgetRemaining()),
                Optional.ofNullable(row.budgetResetsAt()),
                problem(row),
                ends.find(
                        new AccessEnds.Ends(
                                row.network(),
                                row.accessEndsAt(),
                                row.accessDetail(),
                                row.permissionEndsAt()),
                        clock.instant()),
                Alarm.QUIET.name().equals(row.alarm()),
                paces.find(row.id(), zone(row), row.createdAt()),
                since.datesUntil(since.plusDays(DAYS))
                        .map(day -> total(days, day).accepted())
                        .toList(),
                days.stream().map(SourceHealth::tally).reduce(Tally.NOTHING, Tally::plus),
                gap(row, since.atStartOfDay().toInstant(ZoneOffset.UTC)),
                descriptor.map(Descriptor::blindSpots).orElse(List.of()));
    }

    private static ZoneId zone(SourceStates.HealthRow row) {
        return row.brandZone() == null ? ZoneOffset.UTC : ZoneId.of(row.brandZone());
    }

    private static Optional<Problem> problem(SourceStates.HealthRow row) {
        var kind = row.refusalKind();
        var detail = row.refusalDetail();
        var at = row.refusedAt();
        return kind == null || detail == null || at == null
                ? Optional.empty()
                : Optional.of(new Problem(Trouble.valueOf(kind), detail, at));
    }

    private static Optional<Gap> gap(SourceStates.HealthRow row, Instant since) {
        var from = row.gapFrom();
        var until = row.gapUntil();
        return from == null || until == null || until.isBefore(since)
                ? Optional.empty()
                : Optional.of(new Gap(from, until));
    }

    private static Tally total(List<SourceDays.DayRow> days, LocalDate day) {
        return days.stream()
                .filter(row -> row.day().equals(day))
                .map(SourceHealth::tally)
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static Tally tally(SourceDays.DayRow row) {
        return new Tally(
                row.accepted(),
                row.duplicate(),
                row.revised(),
                row.matched(),
                row.unmatched(),
                row.own(),
                row.rejected());
    }
}
