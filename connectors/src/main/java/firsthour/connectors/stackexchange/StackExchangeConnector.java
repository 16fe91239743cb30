package firsthour.connectors.stackexchange;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Look;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Searches the questions of one Stack Exchange site for a brand's phrases, oldest first.
public final class StackExchangeConnector implements Rechecking, FindingReplies {
    static final String ENDPOINT = "endpoint";
    private static final String SITE = "site";
    private static final String KEY = "key";
    private static final Pattern SITE_NAME = Pattern.compile("[a-z0-9.]{1,60}");
    private static final URI PUBLIC = URI.create("https://api.stackexchange.com");
    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(30), Duration.ofMinutes(10));
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "stackexchange",
                            "Stack Exchange",
                            List.of(
                                    new Descriptor.Field(
                                            SITE,
                                            "Site, by its short name",
                                            true,
                                            false,
                                            "stackoverflow"),
                                    new Descriptor.Field(
                                            KEY,
                                            "Key, for 10,000 requests a day instead of 300",
                                            false,
                                            true,
                                            "U4DMV*8nvpm3EOpvf69Rxw(("),
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the API, if not the public one",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(20),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Answers and comments are not searched, only questions.",
                                    "What the brand says in a comment is not seen, only its answers.",
                                    "Nothing can be answered from here."))
                    .setUpBy(
                            "Enter the site by its short name as “Site”: stackoverflow for"
                                    + " stackoverflow.com, coffee.stackexchange for"
                                    + " coffee.stackexchange.com. One source reads one site.",
                            "Without a key 300 requests a day are allowed, which is enough"
                                    + " for two or three phrases. For 10,000 register an application at"
                                    + " https://stackapps.com, and copy its key into “Key”.",
                            "List the brand's number on the site, which stands in the address"
                                    + " of its profile, among the brand's own accounts, so that its"
                                    + " answers are found.")
                    .leavesUnconfirmed(
                            "Whether the search keeps the words of a phrase together, and"
                                    + " takes in both ends of a time.",
                            "What is answered for a site that does not exist.");

    private final Outbound outbound;
    private final InstantSource clock;
    private final Slices slices;

    public StackExchangeConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(
                new Limit(settings.find(KEY).isPresent() ? 10_000 : 300, Duration.ofDays(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                StackExchangeConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        slices.pull(
                                search,
                                checkpoint,
                                new QuestionSearch(api(settings, address))::slice));
    }

    @Override
    public int batch() {
        return Api.PAGE;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, known -> known.recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, known -> known.replies(post));
    }

    private Look look(Settings settings, Function<KnownQuestions, Look> look) {
        return Addresses.look(
                StackExchangeConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        look.apply(
                                new KnownQuestions(api(settings, address), new PostRules(clock))));
    }

    private static Optional<Refusal> objection(Settings settings) {
        return SITE_NAME.matcher(settings.find(SITE).orElse("")).matches()
                ? Optional.empty()
                : Optional.of(
                        new Refusal.Misconfigured(
                                SITE,
                                "Enter the site's short name, such as stackoverflow or"
                                        + " coffee.stackexchange."));
    }

    private Api api(Settings settings, URI address) {
        return new Api(
                outbound, clock, address, settings.find(SITE).orElseThrow(), settings.find(KEY));
    }
}
