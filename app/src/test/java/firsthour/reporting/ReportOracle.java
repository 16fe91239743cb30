package firsthour.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Recomputes a week's figures from the rows that a [Ledger] wrote, day by day on a wall calendar,
/// with nothing of the application.
final class ReportOracle {
    private final Ledger ledger;
    private final long brand;
    private final LocalDate monday;
    private final ZoneId zone;
    private final Instant until;

    ReportOracle(Ledger ledger, long brand, LocalDate monday, ZoneId zone, Instant now) {
        this.ledger = ledger;
        this.brand = brand;
        this.monday = monday;
        this.zone = zone;
        Instant end = monday.plusDays(7).atStartOfDay(zone).toInstant();
        Instant start = monday.atStartOfDay(zone).toInstant();
        Instant cut = now.isBefore(end) ? now : end;
        this.until = cut.isBefore(start) ? start : cut;
    }

    long mentions(Predicate<Ledger.Said> which) {
        return said().filter(which).count();
    }

    static Predicate<Ledger.Said> judged(String judgement) {
        return said -> judgement.equals(judgementOf(said));
    }

    Predicate<Ledger.Said> on(LocalDate day) {
        return said -> dayOf(said.published()).equals(day);
    }

    long due(String kind) {
        return fellDue(kind).count();
    }

    long inTime(String kind) {
        return fellDue(kind).filter(c -> c.met() != null && !c.met().isAfter(c.due())).count();
    }

    /// The waiting times until the first word, shortest first.
    List<Duration> waits(boolean sincePublished) {
        return fellDue("ACKNOWLEDGEMENT")
                .filter(c -> c.met() != null)
                .map(c -> {
                    var said = openingOf(c);
                    Instant from =
                            c.episode() > 1
                                    ? c.started()
                                    : sincePublished ? said.published() : c.started();
                    return c.met() == null || c.met().isBefore(from)
                            ? Duration.ZERO
                            : Duration.between(from, c.met());
                })
                .sorted()
                .toList();
    }

    List<Duration> lags(long source) {
        return said().filter(s -> s.source() == source && !s.history())
                .map(s -> Duration.between(s.published(), s.detected()))
                .map(lag -> lag.isNegative() ? Duration.ZERO : lag)
                .sorted()
                .toList();
    }

    /// The smallest of the times such that at least so many percent are no longer.
    static Duration percentile(List<Duration> times, int percent) {
        return times.stream()
                .filter(time ->
                        times.stream().filter(t -> t.compareTo(time) <= 0).count() * 100
                                >= (long) percent * times.size())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    long withoutWord() {
        return fellDue("ACKNOWLEDGEMENT").filter(c -> c.met() == null).count();
    }

    long unanswered() {
        return waiting().count();
    }

    long late() {
        return waiting().filter(c -> c.due().isBefore(until)).count();
    }

    long dismissed() {
        return ledger.cases.stream()
                .filter(c -> c.brand() == brand && c.state().equals("DISMISSED"))
                .filter(c -> c.closed() != null && inWeek(c.closed()))
                .count();
    }

    /// Those whose first hour, or day, ended in the week, called off since or not.
    long ended(String kind, Duration after) {
        return ended(kind, after, _ -> true);
    }

    long endedInTime(String kind, Duration after) {
        return ended(
                kind, after, c -> c.met() != null && !c.met().isAfter(c.started().plus(after)));
    }

    private long ended(String kind, Duration after, Predicate<Ledger.Due> which) {
        return clocks(kind)
                .filter(c -> {
                    var end = c.started().plus(after);
                    return inWeek(end)
                            && end.isBefore(until)
                            && (c.cancelled() == null || c.cancelled().isAfter(end));
                })
                .filter(which)
                .count();
    }

    long wroteAgain() {
        return fellDue("ANSWER")
                .filter(c -> {
                    var from = c.episode() == 1 ? openingOf(c).published() : c.started();
                    var to = c.met() == null ? until : c.met();
                    return ledger.again.stream()
                            .anyMatch(a ->
                                    a.caseId() == c.caseId()
                                            && a.published().isAfter(from)
                                            && a.published().isBefore(to));
                })
                .count();
    }

    long promises(boolean inTime) {
        return ledger.promises.stream()
                .filter(p -> p.brand() == brand && !p.withdrawn())
                .filter(p -> inWeek(p.due()) && p.due().isBefore(until))
                .filter(p -> !inTime || (p.kept() != null && !p.kept().isAfter(p.due())))
                .count();
    }

    long begun(boolean again) {
        return ledger.beginnings.stream()
                .filter(b -> b.brand() == brand && inWeek(b.at()) && b.at().isBefore(until))
                .filter(b -> !again || b.again())
                .count();
    }

    /// How often each case that was closed in the week had been handed over.
    List<Long> handovers() {
        return ledger.cases.stream()
                .filter(c -> c.brand() == brand && c.closed() != null && inWeek(c.closed()))
                .map(c -> ledger.handovers.stream().filter(h -> h.caseId() == c.id()).count())
                .toList();
    }

    long foundReplies(boolean botsOnly) {
        return ledger.foundReplies.stream()
                .filter(f -> f.brand() == brand && inWeek(f.published()))
                .filter(f -> f.bot() || !botsOnly)
                .count();
    }

    private Stream<Ledger.Said> said() {
        return ledger.mentions.stream().filter(s -> s.brand() == brand && inWeek(s.published()));
    }

    private Stream<Ledger.Due> clocks(String kind) {
        return ledger.clocks.stream()
                .filter(c -> caseOf(c).brand() == brand && c.kind().equals(kind));
    }

    private Stream<Ledger.Due> fellDue(String kind) {
        return clocks(kind)
                .filter(c -> c.cancelled() == null || c.cancelled().isAfter(c.due()))
                .filter(c -> inWeek(c.due()) && c.due().isBefore(until));
    }

    private Stream<Ledger.Due> waiting() {
        return clocks("ANSWER")
                .filter(c -> caseOf(c).opened().isBefore(until) && c.started().isBefore(until))
                .filter(c -> c.met() == null || !c.met().isBefore(until))
                .filter(c -> c.cancelled() == null || !c.cancelled().isBefore(until));
    }

    private Ledger.Kept caseOf(Ledger.Due clock) {
        return ledger.cases.stream()
                .filter(c -> c.id() == clock.caseId())
                .findFirst()
                .orElseThrow();
    }

    private Ledger.Said openingOf(Ledger.Due clock) {
        long mention = caseOf(clock).mention();
        return ledger.mentions.stream().filter(s -> s.id() == mention).findFirst().orElseThrow();
    }

    private boolean inWeek(Instant at) {
        var day = dayOf(at);
        return !day.isBefore(monday) && day.isBefore(monday.plusDays(7));
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static String judgementOf(Ledger.Said said) {
        if (said.corrected() != null) {
            return said.corrected();
        }
        return said.judged() == null ? "UNJUDGED" : said.judged();
    }
}
