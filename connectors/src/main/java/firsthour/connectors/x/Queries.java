package firsthour.connectors.x;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts phrases together to as few queries as X takes, since a post that two queries find is paid
/// for twice. A repost is no post of its own.
final class Queries {
    /// Characters of a query.
    private static final int LONGEST = 512;

    private static final String NO_REPOSTS = " -is:retweet";
    private static final String OR = " OR ";
    private static final int ROOM = LONGEST - NO_REPOSTS.length() - "()".length();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private Queries() {}

    static List<String> of(List<String> phrases) {
        List<String> queries = new ArrayList<>();
        String joined = "";
        for (String phrase : phrases) {
            if (!WORD.matcher(phrase).find()) {
                continue; // X refuses a query without a word
            }
            String quoted = quoted(phrase);
            if (joined.isEmpty()) {
                joined = quoted;
            } else if (joined.length() + OR.length() + quoted.length() <= ROOM) {
                joined += OR + quoted;
            } else {
                queries.add(query(joined));
                joined = quoted;
            }
        }
        if (!joined.isEmpty()) {
            queries.add(query(joined));
        }
        return List.copyOf(queries);
    }

    /// A phrase that is too long is looked for by its beginning: what comes is matched again here.
    private static String quoted(String phrase) {
        String words = phrase.replace('"', ' ').replace('\\', ' ').strip();
        int most = ROOM - 2;
        if (words.length() > most) {
            int end = words.lastIndexOf(' ', most);
            words = words.substring(0, end > 0 ? end : most);
        }
        return '"' + words + '"';
    }

    private static String query(String joined) {
        return (joined.contains(OR) ? "(" + joined + ")" : joined) + NO_REPOSTS;
    }
}
