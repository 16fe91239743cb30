package firsthour.connectors.hackernews;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PostRules;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Searches Hacker News for a brand's phrases, slice of time by slice of time, oldest first.
///
/// The search gives about 1,000 hits and no more. So a slice that holds more than came is halved
/// until it fits; pages, which shift while they are read, are not used.
public final class HackerNewsConnector implements Connector {
    /// Where the service is.
    public static final URI PUBLIC = URI.create("https://hn.algolia.com");

    private static final String ENDPOINT = "endpoint";
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "hackernews",
                    "Hacker News",
                    List.of(
                            new Descriptor.Field(
                                    ENDPOINT,
                                    "Address of the search, if not Algolia's own",
                                    false,
                                    false,
                                    PUBLIC.toString())),
                    true,
                    false,
                    true,
                    Duration.ofMinutes(5),
                    List.of(
                            "The first pull reaches back 7 days.",
                            "An edit or a deletion is not noticed.",
                            "A post that names the brand only in the address it links to is not"
                                    + " found.",
                            "Scores and the authors' karma are not read."));

    private final Outbound outbound;
    private final InstantSource clock;
    private final URI usual;
    private final PostRules rules;

    /// Reads the public service unless a source names its own endpoint.
    public HackerNewsConnector(Outbound outbound, InstantSource clock) {
        this(outbound, clock, PUBLIC);
    }

    /// Reads another service by default.
    ///
    /// @param usual scheme and host, without the path of the search
    public HackerNewsConnector(Outbound outbound, InstantSource clock, URI usual) {
        this.outbound = outbound;
        this.clock = clock;
        this.usual = usual;
        this.rules = new PostRules(clock);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        String endpoint = settings.find(ENDPOINT).orElse(usual.toString());
        return switch (Addresses.read(ENDPOINT, endpoint)) {
            case Addresses.Reading.Wrong(Refusal.Misconfigured why) ->
                    new Pull.Refused(why, Budget.UNSAID);
            case Addresses.Reading.Usable(URI address) ->
                    search.phrases().isEmpty()
                            ? new Pull.Page(List.of(), List.of(), checkpoint, false, Budget.UNSAID)
                            : pull(new Algolia(outbound, address), search, checkpoint);
        };
    }

    private Pull pull(Algolia algolia, Search search, Checkpoint checkpoint) {
        Instant now = clock.instant();
        Position position = Position.from(checkpoint, search, now);
        long present = Math.max(now.getEpochSecond(), position.until());
        long start = position.start();
        long end = Math.min(present, start + position.span());
        while (true) {
            switch (algolia.slice(search.phrases(), start, end)) {
                case Algolia.Slice.Refused(Refusal why, Budget budget) -> {
                    return new Pull.Refused(why, budget);
                }
                case Algolia.Slice.TooMany _ -> end = start + Math.max(1, (end - start) / 2);
                case Algolia.Slice.Complete slice -> {
                    return page(slice, position, end, present);
                }
            }
        }
    }

    private Pull page(Algolia.Slice.Complete slice, Position position, long end, long present) {
        Map<String, Long> met = new LinkedHashMap<>();
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>(slice.rejected());
        List<Post> ordered =
                slice.posts().stream().sorted(Comparator.comparing(Post::publishedAt)).toList();
        for (Post post : ordered) {
            boolean first = met.put(post.externalId(), post.publishedAt().getEpochSecond()) == null;
            if (first && !position.holds(post.externalId())) {
                rules.judge("item " + post.externalId(), post, posts, rejected);
            }
        }
        Position next = position.after(end, present, end - position.start(), met);
        return new Pull.Page(posts, rejected, next.checkpoint(), next.open(), slice.budget());
    }
}
