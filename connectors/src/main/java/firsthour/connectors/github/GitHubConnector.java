package firsthour.connectors.github;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Limit;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Searches GitHub's public issues for a brand's phrases, oldest first.
public final class GitHubConnector implements Connector {
    static final String ENDPOINT = "endpoint";
    private static final String TOKEN = "token";
    private static final Pattern ONE_WORD = Pattern.compile("[!-~]+");
    private static final URI PUBLIC = URI.create("https://api.github.com");
    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(30), Duration.ofMinutes(10));
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "github",
                    "GitHub issues",
                    List.of(
                            new Descriptor.Field(
                                    TOKEN,
                                    "Token, for 30 searches a minute instead of 10",
                                    false,
                                    true,
                                    "github_pat_…"),
                            new Descriptor.Field(
                                    ENDPOINT,
                                    "Address of the API, if not GitHub's own",
                                    false,
                                    false,
                                    PUBLIC.toString())),
                    true,
                    false,
                    true,
                    Duration.ofMinutes(15),
                    List.of(
                            "The first pull reaches back 30 days.",
                            "Comments on issues, pull requests and discussions are not searched.",
                            "An edit or a deletion is not noticed.",
                            "Issues of private repositories are not seen unless the token may read"
                                    + " them."));

    private final Outbound outbound;
    private final Slices slices;

    public GitHubConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(
                new Limit(settings.find(TOKEN).isPresent() ? 30 : 10, Duration.ofMinutes(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        Optional<String> token = settings.find(TOKEN);
        if (token.isPresent() && !ONE_WORD.matcher(token.get()).matches()) {
            return new Pull.Refused(
                    new Refusal.Misconfigured(
                            TOKEN, "This is no token: copy it again, without gaps or line breaks."),
                    Budget.UNSAID);
        }
        return Addresses.pull(
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        slices.pull(
                                search,
                                checkpoint,
                                new IssueSearch(outbound, address, token)::slice));
    }
}
