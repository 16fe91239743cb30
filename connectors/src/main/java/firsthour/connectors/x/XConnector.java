package firsthour.connectors.x;

import firsthour.connectors.Budget;
import firsthour.connectors.Charging;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Limit;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.http.Outbound;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Searches the posts of the last 7 days on X for a brand's phrases, the newest first, and spends
/// no more than it may.
public final class XConnector implements Charging {
    static final String ENDPOINT = "endpoint";
    private static final String TOKEN = "token";
    private static final String CAP = "cap";
    private static final long GLANCE = Spending.price(PostSearch.FEWEST);
    private static final Pattern DOLLARS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?");

    /// What may stand in a header.
    private static final Pattern ONE_LINE = Pattern.compile("[!-~]+");

    private static final URI PUBLIC = URI.create("https://api.x.com");
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "x",
                    "X",
                    List.of(
                            new Descriptor.Field(
                                    TOKEN,
                                    "Bearer token of the app",
                                    true,
                                    true,
                                    "AAAAAAAAAAAAAAAAAAAAA…"),
                            new Descriptor.Field(
                                    CAP, "Most US dollars to spend in a month", true, false, "50"),
                            new Descriptor.Field(
                                    ENDPOINT,
                                    "Address of the API, if not the public one",
                                    false,
                                    false,
                                    PUBLIC.toString())),
                    true,
                    false,
                    true,
                    Duration.ofMinutes(5),
                    List.of(
                            "X is paid for each post and author that it shows; the first pull"
                                    + " reaches back 7 days and pays for all of them.",
                            "When the limit of money is reached, nothing is read until the next"
                                    + " month; what was written more than 7 days before then is"
                                    + " missed.",
                            "What was spent is counted anew when the source's settings or the"
                                    + " brand's query change, and what trying a source costs is"
                                    + " not counted: set a spending limit at X as well.",
                            "Reposts are not shown, and a deletion is not noticed.",
                            "Answers are found only where they hold a phrase of the brand.",
                            "Nothing can be answered from here: X lets programs reply only where the"
                                    + " author addressed the brand's account."));

    private final Outbound outbound;
    private final InstantSource clock;

    public XConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(60, Duration.ofMinutes(15)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        Optional<String> token =
                settings.find(TOKEN).filter(text -> ONE_LINE.matcher(text).matches());
        if (token.isEmpty()) {
            return wrong(TOKEN, "Enter the app's bearer token from X's Developer Console.");
        }
        Optional<Long> cap = cap(settings);
        if (cap.isEmpty()) {
            return wrong(
                    CAP,
                    "Enter how many US dollars may be spent in a month, such as 50; at least "
                            + Spending.dollars(Spending.price(PostSearch.FEWEST))
                            + ".");
        }
        return Addresses.pull(
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        new PostSearch(outbound, clock, address, token.get(), cap.get())
                                .pull(search, checkpoint));
    }

    @Override
    public Pull glance(Settings settings, Search search) {
        Map<String, String> values = new HashMap<>(settings.values());
        if (cap(settings).isPresent()) {
            values.put(CAP, BigDecimal.valueOf(GLANCE, 3).stripTrailingZeros().toPlainString());
        }
        return pull(new Settings(values), search, Checkpoint.NONE);
    }

    @Override
    public String costOfAGlance() {
        return Spending.dollars(GLANCE);
    }

    private static Optional<Long> cap(Settings settings) {
        return settings.find(CAP)
                .filter(text -> DOLLARS.matcher(text).matches())
                .map(text -> new BigDecimal(text).movePointRight(3).longValueExact())
                .filter(amount -> amount >= Spending.price(PostSearch.FEWEST));
    }

    private static Pull wrong(String field, String detail) {
        return new Pull.Refused(new Refusal.Misconfigured(field, detail), Budget.UNSAID);
    }
}
