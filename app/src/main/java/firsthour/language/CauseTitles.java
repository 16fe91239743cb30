package firsthour.language;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says the title of a cause again in the language of the page, where our rules gave it: it is
/// stored in English, "Product quality, 16 Nov".
public final class CauseTitles {
    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final List<String> KNOWN =
            List.of(
                    mark("the same words"),
                    mark("delivery"),
                    mark("billing"),
                    mark("price"),
                    mark("product quality"),
                    mark("service"),
                    mark("website app"),
                    mark("safety"),
                    mark("policy"));

    private CauseTitles() {}

    /// The title in the language of the page; as it stands where people gave it.
    public static String say(String stored) {
        int comma = stored.lastIndexOf(", ");
        if (comma < 0 || Language.current() == Language.ENGLISH) {
            return stored;
        }
        var about = stored.substring(0, comma);
        return KNOWN.stream()
                .filter(about::equalsIgnoreCase)
                .findFirst()
                .flatMap(
                        known -> day(stored.substring(comma + 2)).map(on -> capital(t(known)) + on))
                .orElse(stored);
    }

    private static Optional<String> day(String stored) {
        try {
            var form = DateTimeFormatter.ofPattern(t("d MMM"), Language.current().locale());
            return Optional.of(", " + form.format(MonthDay.parse(stored, STORED)));
        } catch (DateTimeException _) {
            // Somebody has written something else behind the comma.
            return Optional.empty();
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Language.current().locale()) + words.substring(1);
    }
}
