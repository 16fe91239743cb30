package firsthour.triage;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Which cases of the queue are shown.
///
/// @param brandId one brand; empty for all
/// @param whose by assignee
/// @param readerId who looks: whose cases are "mine"
/// @param soon only what is in the last fifth of its time, or past it
/// @param kind one kind; empty for all
/// @param text words in the post that opened the case, from the beginning of a word, or the
///   beginning of its author's handle, or the case's number, or "cause:" with the number of a
///   cause; what was merged into a case counts as its own; empty for all
/// @param closed what was resolved or dismissed, the newest first, instead of what is open
public record QueueFilter(
        Optional<Long> brandId,
        Whose whose,
        long readerId,
        boolean soon,
        Optional<CaseKind> kind,
        Optional<String> text,
        boolean closed) {

    /// Whose cases are shown.
    public enum Whose {
        ALL,
        MINE,
        UNCLAIMED,
        /// Offered to the reader, or with a question to the reader.
        HANDED,
        /// Nobody has it, and a manager should see to that.
        UNATTENDED,
        /// The customer is waited for.
        WAITING,
        /// The customer has been waited for for days.
        SILENT
    }

    private static final Pattern CAUSE = Pattern.compile("cause:(\\d{1,18})");

    public QueueFilter {
        text = text.map(String::strip).filter(words -> !words.isEmpty());
    }

    /// All open cases of all brands.
    public static QueueFilter all(long readerId) {
        return new QueueFilter(
                Optional.empty(),
                Whose.ALL,
                readerId,
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /// The cause whose cases are shown; empty for all.
    OptionalLong cause() {
        var named = CAUSE.matcher(text.orElse(""));
        return named.matches()
                ? OptionalLong.of(Long.parseLong(named.group(1)))
                : OptionalLong.empty();
    }

    /// The words that are looked for; empty where a cause is named instead.
    Optional<QueueWords> words() {
        return text.filter(_ -> cause().isEmpty()).map(QueueWords::new);
    }

    QueueFilter narrowed(Whose who, boolean onlySoon) {
        return new QueueFilter(brandId, who, readerId, onlySoon, kind, text, false);
    }
}
