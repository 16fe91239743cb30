package firsthour.connectors.appstore;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.NewestFirst;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the reviews of one app in one country's App Store from Apple's public feed, the newest
/// first.
public final class AppStoreConnector implements Connector {
    static final String ENDPOINT = "endpoint";
    private static final String APP = "app";
    private static final String COUNTRY = "country";
    private static final Pattern APP_ID = Pattern.compile("[0-9]{1,20}");
    private static final Pattern COUNTRY_CODE = Pattern.compile("[a-z]{2}");
    private static final URI PUBLIC = URI.create("https://itunes.apple.com");
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(30), Duration.ofDays(1), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "appstore",
                            "App Store reviews, without a key",
                            List.of(
                                    new Descriptor.Field(
                                            APP,
                                            "Number of the app, from its address",
                                            true,
                                            false,
                                            "1234567890"),
                                    new Descriptor.Field(
                                            COUNTRY,
                                            "Country of the store, as two letters",
                                            true,
                                            false,
                                            "us"),
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the store, if not the public one",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            false,
                            true,
                            false,
                            Duration.ofMinutes(30),
                            List.of(
                                    "Apple shows nothing here for many apps, even if they have reviews.",
                                    "One source reads one country.",
                                    "The first pull reaches back 30 days, and never behind the newest 500"
                                            + " reviews.",
                                    "Stars without words are not shown, nor what the developer answered.",
                                    "A deletion is not noticed, and nothing can be answered from here."))
                    .setUpBy(
                            "Is the app your own? Then choose “App Store reviews, with a key”"
                                    + " instead: it reads all countries and answers.",
                            "Open the app's page in the App Store in a browser. Copy the"
                                    + " number at the end of its address, 1234567890 in"
                                    + " apps.apple.com/us/app/id1234567890, into “Number of the app”.",
                            "The two letters behind apps.apple.com/ name the store's country:"
                                    + " enter them as “Country of the store”. Add one source for each"
                                    + " country that matters.",
                            "Test it before you add it: Apple shows nothing here for many"
                                    + " apps, and then this source is of no use.")
                    .leavesUnconfirmed(
                            "What Apple answers for a country that it does not know.",
                            "What becomes of a review's id and date when its author changes"
                                    + " it.");

    private final Outbound outbound;
    private final NewestFirst walk;

    public AppStoreConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.walk = new NewestFirst(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        String app = settings.find(APP).orElse("");
        if (!APP_ID.matcher(app).matches()) {
            return wrong(
                    APP,
                    "Enter the app's number: 1234567890 for"
                            + " https://apps.apple.com/us/app/id1234567890.");
        }
        String country = settings.find(COUNTRY).orElse("").toLowerCase(Locale.ROOT);
        if (!COUNTRY_CODE.matcher(country).matches()) {
            return wrong(
                    COUNTRY, "Enter the country's two letters, as in https://apps.apple.com/us/.");
        }
        String feed =
                "/"
                        + country
                        + "/rss/customerreviews/page=%d/id="
                        + app
                        + "/sortBy=mostRecent/json";
        return Addresses.pull(
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        walk.pull(
                                List.of(feed),
                                checkpoint,
                                new FeedPages(outbound, address, !checkpoint.isNone())::page));
    }

    private static Pull wrong(String field, String detail) {
        return new Pull.Refused(new Refusal.Misconfigured(field, detail), Budget.UNSAID);
    }
}
