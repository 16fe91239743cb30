package firsthour.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Networks;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Rechecking;
import firsthour.connectors.ReplyLimit;
import firsthour.connectors.Replying;
import firsthour.connectors.Settings;
import firsthour.connectors.Streaming;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps docs/sources.md as the connectors are. With `-Dfirsthour.docs.write=true` it is written.
@MicronautTest(transactional = false, startApplication = false)
class SourcesDocTest {
    private static final Path DOC = Path.of("..", "docs", "sources.md");
    private static final String HEAD =
            """
            # Sources

            Written from the connectors by
            `mvn -pl app -am verify -Dtest=SourcesDocTest -Dsurefire.failIfNoSpecifiedTests=false -Dfirsthour.docs.write=true`.
            More of each network stands in the README beside its connector. Files are imported as well, and other systems send posts to an
            [inbound webhook](webhook.md).

            | network | key | may be asked | usually every | replies from here | answers found there | edits and deletions |
            |---|---|---|---|---|---|---|
            """;

    private final Networks networks;

    SourcesDocTest(Networks networks) {
        this.networks = networks;
    }

    @Test
    void theTableInTheDocsIsWhatTheConnectorsSay() throws IOException {
        var written = written();
        if (Boolean.getBoolean("firsthour.docs.write")) {
            Files.writeString(DOC, written);
        }
        assertThat(DOC).content().isEqualTo(written);
    }

    private String written() {
        var doc = new StringBuilder(HEAD);
        var connectors =
                networks.list().stream()
                        .map(Descriptor::network)
                        .flatMap(name -> networks.find(name).stream())
                        .toList();
        connectors.forEach(connector -> doc.append(row(connector)));
        doc.append("\n## What they cannot see\n");
        for (var connector : connectors) {
            doc.append("\n### ").append(connector.descriptor().title()).append('\n');
            connector
                    .descriptor()
                    .blindSpots()
                    .forEach(spot -> doc.append("- ").append(spot).append('\n'));
        }
        doc.append("\n## How to get in\nThe page that adds a source says the same.\n");
        for (var connector : connectors) {
            doc.append("\n### ").append(connector.descriptor().title()).append('\n');
            int number = 1;
            for (var step : connector.descriptor().steps()) {
                doc.append(number++).append(". ").append(step).append('\n');
            }
            var unconfirmed = connector.descriptor().unconfirmed();
            if (!unconfirmed.isEmpty()) {
                doc.append("\nNot confirmed against the live network:\n");
                unconfirmed.forEach(one -> doc.append("- ").append(one).append('\n'));
            }
        }
        return doc.toString();
    }

    private static String row(Connector connector) {
        var descriptor = connector.descriptor();
        return "| "
                + String.join(
                        " | ",
                        descriptor.title(),
                        key(descriptor),
                        asked(connector),
                        connector instanceof Streaming ? "at once" : length(descriptor.interval()),
                        connector instanceof Replying replying
                                ? "up to " + characters(replying.limit())
                                : "–",
                        connector instanceof FindingReplies || isReviews(connector) ? "yes" : "–",
                        isTold(connector))
                + " |\n";
    }

    private static String isTold(Connector connector) {
        return connector instanceof Rechecking || connector instanceof Streaming ? "yes" : "–";
    }

    /// A review comes together with its answer.
    private static boolean isReviews(Connector connector) {
        return connector.descriptor().isAboutOneBrand() && connector instanceof Replying;
    }

    private static String key(Descriptor descriptor) {
        if (descriptor.needsKey()) {
            return "needed";
        }
        return descriptor.fields().stream().anyMatch(Descriptor.Field::secret)
                ? "optional"
                : "none";
    }

    private static String asked(Connector connector) {
        var without = allowed(connector, new Settings(Map.of()));
        var with =
                allowed(
                        connector,
                        new Settings(
                                connector.descriptor().fields().stream()
                                        .filter(Descriptor.Field::secret)
                                        .collect(
                                                Collectors.toMap(
                                                        Descriptor.Field::name, field -> "x"))));
        return with.equals(without) ? with : without + "; " + with + " with a key";
    }

    private static String allowed(Connector connector, Settings settings) {
        var pulls = connector.limits(settings);
        var beside = connector.limitsBesidePulls(settings);
        return beside.equals(pulls)
                ? words(pulls)
                : words(pulls) + " and beside that " + words(beside);
    }

    private static String words(List<Limit> limits) {
        return limits.isEmpty()
                ? "as it says itself"
                : limits.stream()
                        .map(limit ->
                                String.format(
                                        Locale.ROOT,
                                        "%,d in %s",
                                        limit.requests(),
                                        length(limit.per())))
                        .collect(Collectors.joining(", "));
    }

    private static String characters(ReplyLimit limit) {
        return String.format(Locale.ROOT, "%,d ", limit.most())
                + limit.unit().name().toLowerCase(Locale.ROOT);
    }

    private static String length(Duration time) {
        if (time.toHours() >= 24 && time.toHours() % 24 == 0) {
            return time.toDays() == 1 ? "a day" : time.toDays() + " days";
        }
        if (time.toMinutes() % 60 == 0 && time.toHours() > 0) {
            return time.toHours() == 1 ? "an hour" : time.toHours() + " hours";
        }
        return time.toMinutes() == 1 ? "a minute" : time.toMinutes() + " minutes";
    }
}
