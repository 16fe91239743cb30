package firsthour.connectors.woocommerce;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Look;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Reads the product reviews of one WooCommerce shop, oldest first.
public final class WooCommerceConnector implements Rechecking {
    static final String SHOP = "shop";
    private static final String KEY = "key";
    private static final String SECRET = "secret";

    /// All reviews are read; the walk wants a name for that.
    private static final Search ALL = new Search(List.of("reviews"));

    /// A review that was held shows up when it is approved, under the time at which it was written.
    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(30), Duration.ofDays(3));

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "woocommerce",
                            "WooCommerce reviews",
                            List.of(
                                    new Descriptor.Field(
                                            SHOP,
                                            "Address of the shop",
                                            true,
                                            false,
                                            "https://shop.example.com"),
                                    new Descriptor.Field(
                                            KEY,
                                            "Consumer key, which may read",
                                            true,
                                            false,
                                            "ck_…"),
                                    new Descriptor.Field(
                                            SECRET, "Consumer secret", true, true, "cs_…")),
                            false,
                            true,
                            false,
                            Duration.ofMinutes(30),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "A review that is approved more than 3 days after it was written is"
                                            + " missed.",
                                    "What the shop answers to a review is not seen, and nothing can be"
                                            + " answered from here.",
                                    "Whether the reviewer bought the product is not kept.",
                                    "Reviewers are only names: two people may have the same."))
                    .setUpBy(
                            "Enter the shop's address, with https:// in front, as “Address of"
                                    + " the shop”.",
                            "In the shop's administration open WooCommerce → Settings →"
                                    + " Advanced → REST API → Add key. Choose a user who may moderate"
                                    + " comments, such as a shop manager, and the permission Read.",
                            "Copy the key into “Consumer key” and the secret into “Consumer"
                                    + " secret”. The secret is shown once.",
                            "The shop's addresses must not be plain: Settings → Permalinks"
                                    + " must be anything but “Plain”.")
                    .leavesUnconfirmed(
                            "None of this was tried against a real shop; times and pages are"
                                    + " WordPress's own, and were tried there.");

    private final Outbound outbound;
    private final Slices slices;

    public WooCommerceConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        for (String field : List.of(KEY, SECRET)) {
            if (settings.find(field).isEmpty()) {
                return new Pull.Refused(
                        new Refusal.Misconfigured(
                                field,
                                "Enter what the shop shows of a key: WooCommerce → Settings →"
                                        + " Advanced → REST API."),
                        Budget.UNSAID);
            }
        }
        return Addresses.pull(
                settings,
                SHOP,
                address -> {
                    Shop shop = shop(settings, address);
                    return slices.pull(
                            ALL,
                            checkpoint,
                            (all, start, end, divisible) -> shop.slice(start, end, divisible));
                });
    }

    @Override
    public int batch() {
        return Shop.PAGE;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return Addresses.look(settings, SHOP, address -> shop(settings, address).recheck(posts));
    }

    private Shop shop(Settings settings, URI address) {
        return new Shop(
                outbound,
                address,
                Grants.basic(settings.find(KEY).orElse(""), settings.find(SECRET).orElse("")));
    }
}
