package firsthour.connectors.github;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.Slices.Slice;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Asks for one phrase in one slice of time, page by page. The end of a slice lies in the past, so
/// that pages shift only where an issue is deleted or transferred; then their total changes, and
/// the slice is read again.
final class IssueSearch {
    /// The most that one search gives.
    private static final int MOST = 1_000;

    private static final int PAGE = 100;

    private static final Json<Issues> JSON =
            new Json<>(Issues.class, Issues::isWhole, "list of items", GitHubConnector.ENDPOINT)
                    .explainedBy(Objections::find);

    private final Api api;

    IssueSearch(Api api) {
        this.api = api;
    }

    Slice slice(String phrase, long start, long end, boolean divisible) {
        List<Issues.Issue> issues = new ArrayList<>();
        long total = -1;
        for (int page = 1; ; page++) {
            switch (api.get(JSON, query(phrase, start, end, page))) {
                case Json.Reply.Refused<Issues>(Refusal why, Budget left, boolean tooLarge) -> {
                    return tooLarge && divisible
                            ? new Slice.TooMany()
                            : new Slice.Refused(why, left);
                }
                case Json.Reply.Read<Issues>(Issues found, _, Budget left) -> {
                    if (divisible && (found.totalOrNone() > MOST || found.incomplete())) {
                        return new Slice.TooMany();
                    }
                    if (total >= 0 && found.totalOrNone() != total) {
                        return new Slice.Refused(
                                new Refusal.Transient(
                                        "The list of "
                                                + api.address().getHost()
                                                + " changed while it was read."),
                                left);
                    }
                    total = found.totalOrNone();
                    issues.addAll(found.itemsOrNone());
                    if (found.itemsOrNone().isEmpty()
                            || issues.size() >= total
                            || page == MOST / PAGE) {
                        return read(phrase, issues, left);
                    }
                }
            }
        }
    }

    private static Slice read(String phrase, List<Issues.Issue> issues, Budget budget) {
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        IssueReader.read(issues, new Phrase(phrase), posts, rejected);
        return new Slice.Complete(posts, rejected, budget);
    }

    /// Both ends of a range belong to it.
    private URI query(String phrase, long start, long end, int page) {
        String created =
                "created:" + Instant.ofEpochSecond(start) + ".." + Instant.ofEpochSecond(end - 1);
        return api.at("/search/issues")
                .with("q", '"' + phrase.replace('"', ' ') + "\" is:issue " + created)
                .with("sort", "created")
                .with("order", "asc")
                .with("per_page", PAGE)
                .with("page", page)
                .uri();
    }
}
