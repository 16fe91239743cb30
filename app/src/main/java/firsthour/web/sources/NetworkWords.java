package firsthour.web.sources;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.brand.Arrival;
import firsthour.connectors.Charging;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Rechecking;
import firsthour.connectors.ReplyLimit;
import firsthour.connectors.Replying;
import firsthour.connectors.Settings;
import firsthour.connectors.Streaming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says of a network what it brings and what it allows, for a person who chooses.
final class NetworkWords {
    private NetworkWords() {}

    /// What comes from there: "Posts that name the brand".
    static String brings(Descriptor network) {
        if (Arrival.of(network.network()) == Arrival.SENT) {
            return t("What another system sends here");
        }
        if (network.searched()) {
            return t("Posts that name the brand");
        }
        return network.reviews() ? t("All reviews, with stars") : t("All entries, read whole");
    }

    /// Whether a key is of use though it is not needed.
    static boolean mayHaveKey(Descriptor network) {
        return !network.needsKey() && network.fields().stream().anyMatch(Descriptor.Field::secret);
    }

    /// What can be done besides reading, one sentence each.
    static List<String> can(Connector network) {
        var can = new ArrayList<String>();
        if (network instanceof Replying replying) {
            can.add(length(replying.limit()));
        }
        if (network instanceof FindingReplies
                || (network instanceof Replying && network.descriptor().isAboutOneBrand())) {
            can.add(t("Answers that the brand gives there are found."));
        }
        if (network instanceof Rechecking || network instanceof Streaming) {
            can.add(t("Edits and deletions are noticed."));
        }
        return can;
    }

    private static String length(ReplyLimit limit) {
        var most = number(limit.most());
        return switch (limit.unit()) {
            case BYTES -> t("Answers are posted from here, up to {0} bytes each.", most);
            case CHARACTERS, GRAPHEMES ->
                    t("Answers are posted from here, up to {0} characters each.", most);
        };
    }

    /// How often it is asked, and what it allows without a key and with one.
    static List<String> limits(Connector network) {
        var words = new ArrayList<String>();
        words.add(asked(network));
        var without = network.limits(new Settings(Map.of()));
        var with = network.limits(withKeys(network.descriptor()));
        words.add(allowed(without));
        if (!with.equals(without)) {
            words.add(t("With a key {0}.", requests(with)));
        }
        if (network instanceof Charging charging) {
            words.add(t("To test it costs {0} at most.", charging.costOfAGlance()));
        }
        network.descriptor().keeps().ifPresent(time -> words.add(kept(time)));
        return words;
    }

    /// How often a source of it is asked, and what it allows.
    static List<String> limits(Connector network, Settings settings) {
        var words = new ArrayList<String>();
        words.add(asked(network));
        words.add(allowed(network.limits(settings)));
        network.descriptor().keeps().ifPresent(time -> words.add(kept(time)));
        return words;
    }

    private static String kept(Duration time) {
        return t("What was not seen there again for {0} is deleted here.", length(time));
    }

    private static String asked(Connector network) {
        return network instanceof Streaming
                ? t("Listened to without a pause.")
                : t("Asked about every {0}.", length(network.descriptor().interval()));
    }

    private static String allowed(List<Limit> limits) {
        return limits.isEmpty()
                ? t("It names no limit; a pause that it asks for is kept.")
                : t("At most {0}, which is kept to.", requests(limits));
    }

    private static Settings withKeys(Descriptor network) {
        return new Settings(
                network.fields().stream()
                        .filter(Descriptor.Field::secret)
                        .collect(Collectors.toMap(Descriptor.Field::name, _ -> "x")));
    }

    private static String requests(List<Limit> limits) {
        return limits.stream()
                .map(limit ->
                        t("{0} requests in {1}", number(limit.requests()), length(limit.per())))
                .reduce((first, second) -> t("{0} and {1}", first, second))
                .orElse("");
    }

    /// "a minute", "5 minutes", "an hour".
    private static String length(Duration time) {
        if (time.toMinutes() % (24 * 60) == 0) {
            return count(time.toDays(), "a day", "{0} days");
        }
        return time.toMinutes() % 60 == 0
                ? count(time.toHours(), "an hour", "{0} hours")
                : count(time.toMinutes(), "a minute", "{0} minutes");
    }
}
