package firsthour.connectors.rss;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
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
import firsthour.connectors.reading.Refusals;
import firsthour.http.Answer;
import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one feed whole; only entries that are new or were changed are handed over.
public final class RssConnector implements Connector {
    private static final String URL = "url";
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "rss",
                            "RSS or Atom feed",
                            List.of(
                                    new Descriptor.Field(
                                            URL,
                                            "Address of the feed",
                                            true,
                                            false,
                                            "https://example.org/feed.xml")),
                            false,
                            false,
                            false,
                            Duration.ofMinutes(15),
                            List.of(
                                    "Only what the feed still lists: usually its last 10 to 50 entries.",
                                    "An entry that is deleted is not noticed.",
                                    "Authors are only names, so what one person writes in two entries is"
                                            + " not tied together.",
                                    "Many feeds hold a summary and not the whole text."))
                    .setUpBy(
                            "Find the address of the feed: many sites name it at the end of"
                                    + " their pages, as RSS, Atom or feed. Copy it, with https:// in"
                                    + " front, into “Address of the feed”.",
                            "For what the web says of the brand, make an alert at"
                                    + " https://www.google.com/alerts → Show options → Deliver to: RSS"
                                    + " feed. Copy the address behind the feed's symbol.",
                            "For Reddit without a key, take"
                                    + " https://www.reddit.com/search.rss?q=acme&sort=new with the"
                                    + " brand in place of acme. It shows 25 posts, and may be asked"
                                    + " about once a minute.")
                    .leavesUnconfirmed(
                            "How Google Alerts writes its feeds at present.",
                            "By what Reddit's feed names an author.");
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8,"
                    + " */*;q=0.1";

    private final Outbound outbound;
    private final InstantSource clock;
    private final PostRules rules;

    public RssConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.rules = new PostRules(clock);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                settings, URL, feed -> pull(feed, Seen.from(checkpoint, feed.toString())));
    }

    private Pull pull(URI feed, Seen seen) {
        Request request = Request.get(feed).withHeader("accept", ACCEPT);
        return switch (outbound.send(request.ifChangedSince(seen.validators()))) {
            case NoAnswer none -> new Pull.Refused(Refusals.of(none), Budget.UNSAID);
            case Answer answer -> {
                Budget budget = Refusals.budget(answer);
                Optional<Refusal> refusal = Refusals.find(answer, URL);
                if (refusal.isPresent()) {
                    yield new Pull.Refused(refusal.get(), budget);
                }
                yield answer.status() == 304
                        ? new Pull.Unchanged(seen.checkpoint(), budget)
                        : read(answer, seen, budget);
            }
        };
    }

    private Pull read(Answer answer, Seen seen, Budget budget) {
        return switch (FeedDocument.read(answer)) {
            case FeedDocument.Failed(Refusal why) -> new Pull.Refused(why, budget);
            case FeedDocument.Parsed(SyndFeed feed) -> {
                if (feed.getEntries().isEmpty() && !seen.entries().isEmpty()) {
                    yield new Pull.Refused(
                            new Refusal.SourceChanged(
                                    "The feed is empty and had "
                                            + seen.entries().size()
                                            + " entries before."),
                            budget);
                }
                yield page(feed, answer, seen, budget);
            }
        };
    }

    private Pull page(SyndFeed feed, Answer answer, Seen seen, Budget budget) {
        EntryReader reader = new EntryReader(feed, answer.uri(), clock.instant());
        Map<String, String> met = new LinkedHashMap<>();
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            Post post = reader.post(entry);
            String key = Seen.digest(post.externalId());
            String content =
                    Seen.digest(post.title().orElse("") + "\n" + post.text() + "\n" + post.url());
            if (met.putIfAbsent(key, content) == null && !seen.holds(key, content)) {
                rules.judge(post.externalId(), post, posts, rejected);
            }
        }
        Seen next = seen.after(answer.validators(), met);
        return new Pull.Page(posts, rejected, next.checkpoint(), false, budget);
    }
}
