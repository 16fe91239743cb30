package firsthour.web.queue;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;
import static java.nio.charset.StandardCharsets.UTF_8;

import firsthour.triage.CaseKind;
import firsthour.triage.QueueFilter;
import firsthour.triage.QueueFilter.Whose;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The filters of the queue as they stand in its address. What cannot be read is left out, so that
/// an old link still opens a list.
///
/// @param brand null for all
/// @param kind null for all
/// @param words empty for all
record QueueQuery(@Nullable Long brand, Tab tab, @Nullable CaseKind kind, String words) {
    /// More is no search.
    private static final int MOST_WORDS = 200;

    private static final Pattern FIELD = Pattern.compile("([a-z]+)=([^&]*)");

    /// One of the lists.
    enum Tab {
        ALL(mark("All")),
        MINE(mark("Mine")),
        HANDED(mark("For you")),
        UNCLAIMED(mark("Unclaimed")),
        UNATTENDED(mark("Unattended")),
        SOON(mark("Soon")),
        WAITING(mark("Waiting")),
        SILENT(mark("Silent")),
        CLOSED(mark("Closed"));

        private final String label;

        Tab(String label) {
            this.label = label;
        }

        String label() {
            return t(label);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static QueueQuery of(
            @Nullable String brand,
            @Nullable String tab,
            @Nullable String kind,
            @Nullable String words) {
        var typed = words == null ? "" : words.strip();
        return new QueueQuery(
                number(brand),
                Arrays.stream(Tab.values())
                        .filter(each -> each.word().equals(tab))
                        .findFirst()
                        .orElse(Tab.ALL),
                Arrays.stream(CaseKind.values())
                        .filter(each -> each.words().equals(kind))
                        .findFirst()
                        .orElse(null),
                typed.substring(0, Math.min(MOST_WORDS, typed.length())));
    }

    /// Reads what [#text] writes.
    static QueueQuery parse(String text) {
        Map<String, String> fields =
                FIELD.matcher(text)
                        .results()
                        .filter(field -> decoded(field.group(2)).isPresent())
                        .collect(
                                Collectors.toMap(
                                        field -> field.group(1),
                                        field -> decoded(field.group(2)).orElseThrow(),
                                        (first, _) -> first));
        return of(fields.get("brand"), fields.get("tab"), fields.get("kind"), fields.get("q"));
    }

    /// A value as it stands in an address; empty for what is none, such as "%zz".
    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A number as it stands in an address; null for what is none.
    static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    QueueFilter filter(long readerId) {
        return new QueueFilter(
                Optional.ofNullable(brand),
                switch (tab) {
                    case MINE -> Whose.MINE;
                    case HANDED -> Whose.HANDED;
                    case UNCLAIMED -> Whose.UNCLAIMED;
                    case UNATTENDED -> Whose.UNATTENDED;
                    case WAITING -> Whose.WAITING;
                    case SILENT -> Whose.SILENT;
                    case ALL, SOON, CLOSED -> Whose.ALL;
                },
                readerId,
                tab == Tab.SOON,
                Optional.ofNullable(kind),
                Optional.of(words),
                tab == Tab.CLOSED);
    }

    QueueQuery with(Tab other) {
        return new QueueQuery(brand, other, kind, words);
    }

    QueueQuery withBrand(@Nullable Long other) {
        return new QueueQuery(other, tab, kind, words);
    }

    /// Whether anything but the tab narrows the list.
    boolean narrows() {
        return kind != null || !words.isEmpty();
    }

    /// As the query of an address, without a question mark; empty when nothing is asked for.
    String text() {
        var parts = new ArrayList<String>();
        if (brand != null) {
            parts.add("brand=" + brand);
        }
        if (tab != Tab.ALL) {
            parts.add("tab=" + tab.word());
        }
        if (kind != null) {
            parts.add("kind=" + kind.words());
        }
        if (!words.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(words, UTF_8));
        }
        return String.join("&", parts);
    }

    /// An address below the queue with these filters and more.
    String path(String below, String... more) {
        var parts = new ArrayList<String>();
        if (!text().isEmpty()) {
            parts.add(text());
        }
        parts.addAll(List.of(more));
        return "/queue" + below + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }
}
