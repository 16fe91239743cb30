package firsthour.connectors.github;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Slices.Slice;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for one phrase in one slice of time, page by page. The end of a slice lies in the past, so
/// that pages shift only where an issue is deleted or transferred; then their total changes, and
/// the slice is read again.
final class IssueSearch {
    /// The most that one search gives.
    private static final int MOST = 1_000;

    private static final int PAGE = 100;

    private static final Json<Issues> JSON =
            new Json<>(Issues.class, Issues::isWhole, "list of items", GitHubConnector.ENDPOINT);

    private final Outbound outbound;
    private final URI address;
    private final Optional<String> token;

    IssueSearch(Outbound outbound, URI address, Optional<String> token) {
        this.outbound = outbound;
        this.address = address;
        this.token = token;
    }

    Slice slice(String phrase, long start, long end, boolean divisible) {
        List<Issues.Issue> issues = new ArrayList<>();
        long total = -1;
        for (int page = 1; ; page++) {
            switch (JSON.ask(outbound, request(phrase, start, end, page))) {
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
                                                + address.getHost()
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
        new IssueReader(phrase).read(issues, posts, rejected);
        return new Slice.Complete(posts, rejected, budget);
    }

    private Request request(String phrase, long start, long end, int page) {
        Request request =
                Request.get(query(phrase, start, end, page))
                        .withHeader("accept", "application/vnd.github+json")
                        .withHeader("x-github-api-version", "2022-11-28");
        return token.isPresent()
                ? request.withHeader("authorization", "Bearer " + token.get())
                : request;
    }

    /// Both ends of a range belong to it.
    private URI query(String phrase, long start, long end, int page) {
        String created =
                "created:" + Instant.ofEpochSecond(start) + ".." + Instant.ofEpochSecond(end - 1);
        return Query.to(address, "/search/issues")
                .with("q", '"' + phrase.replace('"', ' ') + "\" is:issue " + created)
                .with("sort", "created")
                .with("order", "asc")
                .with("per_page", PAGE)
                .with("page", page)
                .uri();
    }
}
