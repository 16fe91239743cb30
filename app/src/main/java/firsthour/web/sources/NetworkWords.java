package firsthour.web.sources;

import firsthour.brand.Arrival;
import firsthour.connectors.Charging;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Replying;
import firsthour.connectors.Settings;
import firsthour.connectors.Streaming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Says of a network what it brings and what it allows, for a person who chooses.
final class NetworkWords {
    private NetworkWords() {}

    /// What comes from there: "Posts that name the brand".
    static String brings(Descriptor network) {
        if (Arrival.of(network.network()) == Arrival.SENT) {
            return "What another system sends here";
        }
        if (network.searched()) {
            return "Posts that name the brand";
        }
        return network.reviews() ? "All reviews, with stars" : "All entries, read whole";
    }

    /// Whether a key is of use though it is not needed.
    static boolean mayHaveKey(Descriptor network) {
        return !network.needsKey() && network.fields().stream().anyMatch(Descriptor.Field::secret);
    }

    /// What can be done besides reading, one sentence each.
    static List<String> can(Connector network) {
        var can = new ArrayList<String>();
        if (network instanceof Replying replying) {
            can.add(
                    "Answers are posted from here, up to %s %s each."
                            .formatted(
                                    number(replying.limit().most()),
                                    replying.limit().unit().words()));
        }
        if (network instanceof FindingReplies
                || (network instanceof Replying && network.descriptor().isAboutOneBrand())) {
            can.add("Answers that the brand gives there are found.");
        }
        if (network instanceof Rechecking || network instanceof Streaming) {
            can.add("Edits and deletions are noticed.");
        }
        return can;
    }

    /// How often it is asked, and what it allows without a key and with one.
    static List<String> limits(Connector network) {
        var words = new ArrayList<String>();
        words.add(asked(network));
        var without = network.limits(new Settings(Map.of()));
        var with = network.limits(withKeys(network.descriptor()));
        words.add(allowed(without));
        if (!with.equals(without)) {
            words.add("With a key " + requests(with) + ".");
        }
        if (network instanceof Charging charging) {
            words.add("To test it costs " + charging.costOfAGlance() + " at most.");
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
        return "What was not seen there again for " + length(time) + " is deleted here.";
    }

    private static String asked(Connector network) {
        return network instanceof Streaming
                ? "Listened to without a pause."
                : "Asked about every " + length(network.descriptor().interval()) + ".";
    }

    private static String allowed(List<Limit> limits) {
        return limits.isEmpty()
                ? "It names no limit; a pause that it asks for is kept."
                : "At most " + requests(limits) + ", which is kept to.";
    }

    private static Settings withKeys(Descriptor network) {
        return new Settings(
                network.fields().stream()
                        .filter(Descriptor.Field::secret)
                        .collect(Collectors.toMap(Descriptor.Field::name, _ -> "x")));
    }

    private static String requests(List<Limit> limits) {
        return limits.stream()
                .map(limit -> number(limit.requests()) + " requests in " + length(limit.per()))
                .collect(Collectors.joining(" and "));
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// "a minute", "5 minutes", "an hour".
    private static String length(Duration time) {
        if (time.toMinutes() % (24 * 60) == 0) {
            return count(time.toDays(), "day");
        }
        return time.toMinutes() % 60 == 0
                ? count(time.toHours(), "hour")
                : count(time.toMinutes(), "minute");
    }

    private static String count(long number, String one) {
        var article = one.equals("hour") ? "an " : "a ";
        return number == 1 ? article + one : number + " " + one + "s";
    }
}
