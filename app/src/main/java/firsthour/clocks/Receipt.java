package firsthour.clocks;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a deadline came about, in words: "due Mon 14:20: 1 h after 13:20".
///
/// The text that a clock keeps is in the brand's zone, as evidence of what was promised; a page
/// renders it anew in its reader's zone.
public final class Receipt {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Receipt() {}

    /// The receipt as a reader in this zone understands it.
    public static String inWords(Deadline deadline, ZoneId zone) {
        var due = deadline.dueAt().atZone(zone);
        var start = deadline.startedAt().atZone(zone);
        var sameDay = due.toLocalDate().equals(start.toLocalDate());
        return "due %s: %s after %s"
                .formatted(
                        due.format(DAY_AND_TIME),
                        words(deadline.target()),
                        start.format(sameDay ? TIME : DAY_AND_TIME));
    }

    /// A length of time: "24 h", "1 h 30 min", "5 min".
    private static String words(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }
}
