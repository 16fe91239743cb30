package firsthour.connectors.wordpress;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
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
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Looks for a brand's phrases in the comments on one WordPress site, oldest first.
public final class WordPressConnector implements Rechecking, FindingReplies, Replying {
    static final String SITE = "site";
    private static final String USER = "user";
    private static final String PASSWORD = "password";

    /// A comment that was held shows up when somebody approves it, under the time at which it was
    /// written.
    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(30), Duration.ofDays(3));

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "wordpress",
                            "WordPress comments",
                            List.of(
                                    new Descriptor.Field(
                                            SITE,
                                            "Address of the site",
                                            true,
                                            false,
                                            "https://blog.example.com"),
                                    new Descriptor.Field(
                                            USER,
                                            "User, to reply and to see comments that wait for approval",
                                            false,
                                            false,
                                            "acme-support"),
                                    new Descriptor.Field(
                                            PASSWORD,
                                            "Application password of the user",
                                            false,
                                            true,
                                            "abcd EFGH 1234 ijkl MNOP 6789")),
                            true,
                            false,
                            false,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Only comments are read, not the articles above them.",
                                    "A comment that is approved more than 3 days after it was written is"
                                            + " missed, unless a user is named who may see it before.",
                                    "Some sites close their interface to programs, or have their comments"
                                            + " on another service.",
                                    "Authors are only names: two people may have the same."))
                    .setUpBy(
                            "Enter the address of the site, with https:// in front, as"
                                    + " “Address of the site”. That is enough to read what everybody"
                                    + " sees.",
                            "To reply, and to see comments that wait for approval, open Users"
                                    + " → Profile → Application Passwords on the site, signed in as the"
                                    + " user who is to reply. Enter a name, such as Firsthour, and add"
                                    + " it.",
                            "Copy the password, which is shown once, into “Application"
                                    + " password of the user”, and enter the user's name as “User”. An"
                                    + " author or editor sees what waits for approval.")
                    .leavesUnconfirmed(
                            "What happens at a host that takes the password out of a request:"
                                    + " it looks like a wrong password.");

    /// A comment takes 65,525 bytes, and a character up to 5 of them once it is written in HTML.
    private static final ReplyLimit LIMIT = new ReplyLimit(65_525 / 5, ReplyLimit.Unit.CHARACTERS);

    private final Outbound outbound;
    private final Slices slices;

    public WordPressConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        boolean hasUser = settings.find(USER).isPresent();
        if (hasUser != settings.find(PASSWORD).isPresent()) {
            return new Pull.Refused(
                    new Refusal.Misconfigured(
                            hasUser ? PASSWORD : USER,
                            "User and application password belong together: enter both or none."),
                    Budget.UNSAID);
        }
        return Addresses.pull(
                settings,
                SITE,
                address ->
                        slices.pull(
                                search,
                                checkpoint,
                                new CommentSearch(
                                                site(settings, address),
                                                new CommentReader(new SiteIds(address)))
                                        ::slice));
    }

    @Override
    public int batch() {
        return CommentSearch.PAGE;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return Addresses.look(
                settings, SITE, address -> conversation(settings, address).recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return Addresses.look(
                settings, SITE, address -> conversation(settings, address).replies(post));
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
        return authorization(settings).isPresent();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return Addresses.send(
                settings, SITE, address -> conversation(settings, address).reply(reply));
    }

    private Conversation conversation(Settings settings, URI address) {
        return new Conversation(site(settings, address), new SiteIds(address));
    }

    private Site site(Settings settings, URI address) {
        return new Site(outbound, address, authorization(settings));
    }

    private static Optional<String> authorization(Settings settings) {
        return settings.find(USER)
                .flatMap(user ->
                        settings.find(PASSWORD).map(password -> Grants.basic(user, password)));
    }
}
