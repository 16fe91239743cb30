package firsthour.connectors.github;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Markdown;
import firsthour.connectors.reading.OneByOne;
import firsthour.connectors.reading.PostRules;
import firsthour.http.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What GitHub tells of issues that are known, and the comments that are posted below them.
final class Conversation {
    private static final int PAGE = 100;

    /// Of comments, so that one issue does not use up all that may be asked.
    private static final int MOST_PAGES = 10;

    /// Where the last page is, as RFC 8288 writes it.
    private static final Pattern LAST =
            Pattern.compile("[?&]page=([0-9]{1,6})[^>]*>\\s*;\\s*rel=\"last\"");

    private static final Refusal ANOTHER_SERVER =
            new Refusal.Misconfigured(
                    GitHubConnector.ENDPOINT,
                    "This issue was read on another server than the one in the settings.");

    private static final Json<Issues.Issue> ISSUE =
            new Json<>(
                            Issues.Issue.class,
                            issue -> issue.id() != null,
                            "issue",
                            GitHubConnector.ENDPOINT)
                    .explainedBy(Objections::ofIssue);
    private static final Json<Issues.Issue> POSTED = ISSUE.explainedBy(Objections::ofComment);
    private static final Json<Issues.Issue[]> COMMENTS =
            new Json<>(
                            Issues.Issue[].class,
                            comments -> Stream.of(comments).allMatch(Objects::nonNull),
                            "list of comments",
                            GitHubConnector.ENDPOINT)
                    .explainedBy(Objections::ofIssue);
    private static final Json<Root> ROOT =
            new Json<>(
                            Root.class,
                            root -> root.search != null,
                            "list of addresses",
                            GitHubConnector.ENDPOINT)
                    .explainedBy(Objections::find);

    /// What the API says of itself.
    private record Root(@JsonProperty("issue_search_url") @Nullable String search) {}

    private final Api api;
    private final PostRules rules;

    Conversation(Api api, PostRules rules) {
        this.api = api;
        this.rules = rules;
    }

    /// Of an issue of another server nothing is known.
    Look recheck(List<PostRef> known) {
        return OneByOne.look(
                known,
                post ->
                        Place.find(api.address(), post)
                                .map(place -> look(post, uri(place)))
                                .orElse(new Look.Seen(List.of(), Set.of(), Budget.UNSAID)),
                this::findObstacle);
    }

    private Look look(PostRef post, URI uri) {
        return switch (api.get(ISSUE, uri)) {
            case Json.Reply.Read<Issues.Issue>(Issues.Issue other, Answer answer, Budget left)
                    when !isStill(post, other, uri, answer) ->
                    new Look.Seen(List.of(), Set.of(), left);
            case Json.Reply<Issues.Issue> reply ->
                    reply.look(
                            (issue, left) ->
                                    new Look.Seen(
                                            posts(IssueReader.find(issue, post.externalId())),
                                            Set.of(),
                                            left),
                            Set.of(post.externalId()));
        };
    }

    /// Another issue may stand at the address when its repository was made anew. One that was moved
    /// has another id in its new repository, to which GitHub redirects.
    private static boolean isStill(PostRef post, Issues.Issue issue, URI asked, Answer answer) {
        return post.externalId().equals(issue.id())
                || !asked.getPath().equals(answer.uri().getPath());
    }

    /// Comments stand in one row and answer the issue.
    Look replies(PostRef post) {
        return Place.find(api.address(), post)
                .map(place ->
                        OneByOne.look(
                                List.of(post), ref -> comments(ref, place), this::findObstacle))
                .orElse(new Look.Refused(ANOTHER_SERVER, Budget.UNSAID));
    }

    /// The oldest stand first. Of a long row the end is read, where the latest are.
    private Look comments(PostRef post, Place place) {
        List<Post> found = new ArrayList<>();
        int page = 1;
        while (true) {
            switch (api.get(COMMENTS, uri(place, page))) {
                case Json.Reply.Refused<Issues.Issue[]>(Refusal.Gone _, Budget left, _) -> {
                    return new Look.Seen(List.of(), Set.of(post.externalId()), left);
                }
                case Json.Reply.Refused<Issues.Issue[]>(Refusal why, Budget left, _) -> {
                    return new Look.Refused(why, left);
                }
                case Json.Reply.Read<Issues.Issue[]>(
                                Issues.Issue[] comments,
                                Answer answer,
                                Budget left) -> {
                    for (Issues.Issue comment : comments) {
                        posts(IssueReader.find(comment))
                                .forEach(one -> found.add(one.answering(post.externalId())));
                    }
                    if (comments.length < PAGE) {
                        return new Look.Seen(found, Set.of(), left);
                    }
                    page = Math.max(page + 1, lastPage(answer) - MOST_PAGES + 2);
                }
            }
        }
    }

    /// The number of the last page, as the header `link` names it; 0 where it names none.
    private static int lastPage(Answer answer) {
        return answer.find("link")
                .map(LAST::matcher)
                .filter(Matcher::find)
                .map(last -> Integer.parseInt(last.group(1)))
                .orElse(0);
    }

    private List<Post> posts(Optional<Post> post) {
        return post.flatMap(rules::find).stream().toList();
    }

    /// What is no API of GitHub knows no issue either.
    private Optional<Refusal> findObstacle() {
        return api.get(ROOT, api.at("").uri()) instanceof Json.Reply.Refused<Root>(var why, _, _)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// Looks where the issue is now: GitHub redirects who reads and not who writes.
    Sent reply(OutgoingReply reply) {
        Optional<Place> known = Place.find(api.address(), reply.to());
        if (known.isEmpty()) {
            return new Sent.Refused(ANOTHER_SERVER);
        }
        URI uri = uri(known.get());
        return switch (api.get(ISSUE, uri)) {
            case Json.Reply.Refused<Issues.Issue>(Refusal why, _, _) -> new Sent.Refused(why);
            case Json.Reply.Read<Issues.Issue>(Issues.Issue issue, Answer answer, _) ->
                    isStill(reply.to(), issue, uri, answer)
                            ? Place.find(api.address(), Addresses.find(issue.url()))
                                    .map(place -> post(place, reply.text()))
                                    .orElse(new Sent.Refused(ANOTHER_SERVER))
                            : new Sent.Refused(new Refusal.Gone("The issue is gone from GitHub."));
        };
    }

    private Sent post(Place place, String text) {
        return api.post(
                        POSTED,
                        api.at(place.path() + "/comments").uri(),
                        Map.of("body", Markdown.of(text)))
                .sent(comment ->
                        new Sent.Done(
                                Objects.requireNonNull(comment.id()),
                                Addresses.find(comment.url())));
    }

    private URI uri(Place place, int page) {
        return api.at(place.path() + "/comments").with("per_page", PAGE).with("page", page).uri();
    }

    private URI uri(Place place) {
        return api.at(place.path()).uri();
    }
}
