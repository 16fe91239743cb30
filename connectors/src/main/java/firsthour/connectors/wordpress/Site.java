package firsthour.connectors.wordpress;

import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The comments of one site, for one pull or one look: it finds out where the site answers and what
/// the user may see, and forgets it, because a site's owner may change either.
final class Site {
    private static final String ROUTE = "/wp/v2/comments";

    private final Outbound outbound;
    private final URI address;
    private final Optional<String> authorization;
    private final Json<Comment[]> comments =
            new Json<>(
                            Comment[].class,
                            found -> Stream.of(found).allMatch(Objects::nonNull),
                            "list of comments",
                            WordPressConnector.SITE)
                    .explainedBy(this::explain);
    private final Json<Comment> posted =
            new Json<>(
                            Comment.class,
                            comment -> comment.id() != null,
                            "comment",
                            WordPressConnector.SITE)
                    .explainedBy(this::explain);

    /// Whether the site has no pretty links, so that the route stands in the query.
    private boolean plain;

    /// Whether comments that wait for approval are asked for as well.
    private boolean withHeld;

    /// @param authorization the header of the user; empty for a reader like everybody
    Site(Outbound outbound, URI address, Optional<String> authorization) {
        this.outbound = outbound;
        this.address = address;
        this.authorization = authorization;
        this.withHeld = authorization.isPresent();
    }

    /// Lists comments.
    ///
    /// @param narrowed adds which ones
    Json.Reply<Comment[]> list(UnaryOperator<Query> narrowed) {
        Json.@Nullable Reply<Comment[]> first = null;
        while (true) {
            Query query = narrowed.apply(route());
            URI uri = (withHeld ? query.with("status", "all") : query).uri();
            Json.Reply<Comment[]> reply = comments.ask(outbound, signed(Request.get(uri)));
            if (!(reply instanceof Json.Reply.Refused<Comment[]>(Refusal why, _, _))) {
                return reply;
            }
            if (why instanceof Refusal.Denied && withHeld) {
                withHeld = false;
            } else if (isElsewhere(why) && !plain) {
                plain = true;
                first = reply;
            } else {
                return first != null && isElsewhere(why) ? first : reply;
            }
        }
    }

    /// Posts a comment, where the last list came from.
    Sent post(Map<String, Object> comment, Function<Comment, Sent> done) {
        return posted.post(
                outbound,
                signed(Request.post(route().uri(), "application/json", Json.write(comment))),
                done);
    }

    private Query route() {
        return plain
                ? Query.to(address, "/").with("rest_route", ROUTE)
                : Query.to(address, "/wp-json" + ROUTE);
    }

    private Request signed(Request request) {
        return authorization
                .map(value -> request.withHeader("authorization", value))
                .orElse(request);
    }

    /// Nothing there, or a web page.
    private static boolean isElsewhere(Refusal why) {
        return why instanceof Refusal.Misconfigured || why instanceof Refusal.SourceChanged;
    }

    private Optional<Refusal> explain(Answer answer) {
        if (answer.status() / 100 == 3
                || (answer.status() == 401
                        && authorization.isPresent()
                        && !isSameOrigin(answer.uri()))) {
            return Optional.of(
                    new Refusal.Misconfigured(
                            WordPressConnector.SITE,
                            "The site sends readers on to another address, and a password does not"
                                    + " follow there. Enter the address that a browser ends at."));
        }
        return Optional.ofNullable(
                switch (Json.tree(answer).path("code").asText("")) {
                    case "rest_forbidden_param" ->
                            answer.status() == 401
                                    ? new Refusal.Unauthorised(
                                            "The site does not take this user with this"
                                                    + " application password.")
                                    : new Refusal.Denied(
                                            "This user may not see what waits for approval.");
                    case "rest_comment_login_required" ->
                            new Refusal.Unauthorised(
                                    "The site does not take this user with this application"
                                            + " password.");
                    // Perhaps an earlier try of ours: it has to be looked for.
                    case "comment_duplicate" ->
                            new Refusal.Transient(
                                    "The same words of this user stand on the site already.");
                    case "comment_flood" ->
                            new Refusal.RateLimited(
                                    Optional.empty(),
                                    "The site wants a pause between two comments of one user.");
                    case "rest_comment_closed" ->
                            new Refusal.Denied("Nothing can be added below this article any more.");
                    case "rest_comment_content_invalid", "comment_content_column_length" ->
                            new Refusal.Denied(
                                    "The site does not take this reply; it may be too long.");
                    default -> null;
                });
    }

    private boolean isSameOrigin(URI uri) {
        return Objects.equals(uri.getScheme(), address.getScheme())
                && Objects.equals(uri.getRawAuthority(), address.getRawAuthority());
    }
}
