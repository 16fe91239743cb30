package firsthour.connectors.discourse;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyLimit;
import firsthour.connectors.Replying;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Phrase;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Looks for a brand's phrases in the latest posts on one Discourse forum, the newest first.
///
/// The forum's search is not used: it shows one post of each topic, and of that one the beginning.
public final class DiscourseConnector implements Rechecking, FindingReplies, Replying {
    static final String FORUM = "forum";
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "discourse",
                            "Discourse forums",
                            List.of(
                                    new Descriptor.Field(
                                            FORUM,
                                            "Address of the forum",
                                            true,
                                            false,
                                            "https://forum.example.com"),
                                    new Descriptor.Field(
                                            Key.KEY,
                                            "API key, to reply",
                                            false,
                                            true,
                                            "64 characters that the forum's owners give"),
                                    new Descriptor.Field(
                                            Key.USER,
                                            "User who replies",
                                            false,
                                            false,
                                            "acme_support")),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 7 days.",
                                    "Only what everybody can read is read: no forum and no category for"
                                            + " members.",
                                    "All posts of a topic count that has a phrase in its title.",
                                    "What a post quotes from others is left out.",
                                    "An edit is noticed within an hour while reading, later only when a"
                                            + " post is looked at again.",
                                    "Replies are posted only with a key, which the forum's owners give."))
                    .setUpBy(
                            "Open the forum in a browser and copy the address of its first"
                                    + " page, with https:// in front, into “Address of the forum”. That"
                                    + " is enough to read.",
                            "To reply, ask the forum's owners for a key. They make it under"
                                    + " Admin → API → New API Key, for a single user, with a scope that"
                                    + " lets it create posts.",
                            "Copy the key into “API key”, and enter the user for whom it was"
                                    + " made as “User who replies”.")
                    .leavesUnconfirmed(
                            "None of this was tried against a live forum, above all how"
                                    + " quotations and the previews of links are told from an author's"
                                    + " own words.");

    /// As forums are set up at first.
    private static final ReplyLimit LIMIT = new ReplyLimit(32_000, ReplyLimit.Unit.CHARACTERS);

    /// Two requests for each; a forum takes 50 in 10 seconds.
    private static final int BATCH = 10;

    private final Outbound outbound;
    private final NewestFirst walk;

    public DiscourseConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.walk = new NewestFirst(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /// As forums are set up at first.
    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(200, Duration.ofMinutes(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        Optional<Refusal> objection = Key.objection(settings);
        if (objection.isPresent()) {
            return new Pull.Refused(objection.get(), Budget.UNSAID);
        }
        List<String> lists =
                search.phrases().isEmpty()
                        ? List.of()
                        : List.of(String.join("\n", search.phrases()));
        return Addresses.pull(
                settings,
                FORUM,
                address -> {
                    Forum forum = new Forum(outbound, address);
                    return walk.pull(
                            lists,
                            checkpoint,
                            (list, before) -> forum.page(before),
                            holding(search.phrases()));
                });
    }

    private static BiPredicate<String, Post> holding(List<String> searched) {
        List<Phrase> phrases = searched.stream().map(Phrase::new).toList();
        return (_, post) -> {
            String words = post.title().orElse("") + "\n" + post.text();
            return phrases.stream().anyMatch(phrase -> phrase.isIn(words));
        };
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return Addresses.look(settings, FORUM, address -> conversation(address).recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return Addresses.look(settings, FORUM, address -> conversation(address).replies(post));
    }

    private Conversation conversation(URI address) {
        return new Conversation(new Forum(outbound, address));
    }

    @Override
    public ReplyLimit limit() {
        return LIMIT;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean canReply(Settings settings) {
        return Key.find(settings).isPresent();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        Optional<Refusal> objection = Key.objection(settings);
        if (objection.isPresent()) {
            return new Sent.Refused(objection.get());
        }
        Optional<Key> key = Key.find(settings);
        return key.isEmpty()
                ? new Sent.Refused(
                        new Refusal.Misconfigured(Key.KEY, "Enter a key and its user to reply."))
                : Addresses.send(
                        settings,
                        FORUM,
                        address ->
                                new Member(outbound, address, key.get())
                                        .reply(new Forum(outbound, address), reply));
    }
}
