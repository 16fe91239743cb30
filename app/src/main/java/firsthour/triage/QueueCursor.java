package firsthour.triage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a page of the queue ends: the place of its last row in the order. Because it names a place
/// and not a number of rows, a case that comes or goes above moves nothing below.
///
/// @param priority 0 in the list of closed cases
/// @param at the due instant, or the closing of a closed case
record QueueCursor(int priority, Instant at, long id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,18})\\.(\\d{1,18})");

    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    /// As it stands in an address.
    String token() {
        return priority + "." + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }

    /// Reads it back; empty for what is none, so that a mangled address shows the first page.
    static Optional<QueueCursor> parse(String token) {
        var form = FORM.matcher(token);
        // No time of ours lies beyond the year 9999, and the database knows none.
        return form.matches() && Long.parseLong(form.group(2)) <= LAST_MICROS
                ? Optional.of(
                        new QueueCursor(
                                Integer.parseInt(form.group(1)),
                                Instant.EPOCH.plus(
                                        Long.parseLong(form.group(2)), ChronoUnit.MICROS),
                                Long.parseLong(form.group(3))))
                : Optional.empty();
    }
}
