package firsthour.intake;

import static firsthour.language.Texts.t;

import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Charging;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tries a source before it is added: asks the network and stores nothing.
@Singleton
public class Preview {
    /// Some networks are read from the oldest post on.
    private static final int MOST_PAGES = 8;

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int SHOWN = 3;

    private final Sources sources;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Budgets budgets;
    private final Clock clock;

    Preview(
            Sources sources,
            Networks networks,
            TrackedQueries queries,
            Budgets budgets,
            Clock clock) {
        this.sources = sources;
        this.networks = networks;
        this.queries = queries;
        this.budgets = budgets;
        this.clock = clock;
    }

    /// What a source would bring.
    public sealed interface Seen {
        /// It works.
        ///
        /// @param newest at most three posts, the newest first
        /// @param found how many came
        /// @param more whether there are more than were looked at
        /// @param cost what it cost at most, in words; empty where the network is free
        record Posts(List<Post> newest, int found, boolean more, String cost) implements Seen {
            public Posts {
                newest = List.copyOf(newest);
            }
        }

        /// It gives nothing.
        record Nothing(Trouble trouble, String detail) implements Seen {}
    }

    /// Tries a source.
    ///
    /// @param brandId as in [Sources#add]
    /// @throws Rejected when a setting is missing or unknown, or nothing can be asked
    public Seen of(String network, @Nullable Long brandId, Settings settings) {
        sources.check(network, brandId, settings);
        var connector =
                networks.find(network)
                        .orElseThrow(() ->
                                new Rejected(
                                        "network",
                                        t("There is nothing to ask: posts are sent here.")));
        return look(connector, settings, search(connector, brandId));
    }

    private Search search(Connector connector, @Nullable Long brandId) {
        return brandId != null && connector.descriptor().searched()
                ? queries.searchFor(brandId)
                : Search.NOTHING;
    }

    private Seen look(Connector connector, Settings settings, Search search) {
        var until = clock.instant().plus(LONGEST);
        var found = new ArrayList<Post>();
        var checkpoint = Checkpoint.NONE;
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES && clock.instant().isBefore(until); page++) {
            var at = checkpoint;
            switch (budgets.within(
                    connector, settings, () -> ask(connector, settings, search, at))) {
                case Pull.Page brought -> {
                    found.addAll(brought.posts());
                    checkpoint = brought.next();
                    more = brought.more();
                    if (connector instanceof Charging charging) {
                        return posts(found, more, charging.costOfAGlance());
                    }
                }
                case Pull.Unchanged _ -> more = false;
                case Pull.Refused(var refusal, _) -> {
                    if (found.isEmpty()) {
                        return new Seen.Nothing(Trouble.of(refusal), refusal.detail());
                    }
                    return posts(found, true, "");
                }
            }
        }
        return posts(found, more, "");
    }

    private static Pull ask(
            Connector connector, Settings settings, Search search, Checkpoint checkpoint) {
        return connector instanceof Charging charging
                ? charging.glance(settings, search)
                : connector.pull(settings, search, checkpoint);
    }

    private static Seen posts(List<Post> found, boolean more, String cost) {
        var newest =
                found.stream()
                        .filter(post -> !post.own())
                        .sorted(Comparator.comparing(Post::publishedAt).reversed())
                        .limit(SHOWN)
                        .toList();
        return new Seen.Posts(newest, found.size(), more, cost);
    }
}
