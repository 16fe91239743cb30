package firsthour.connectors.wordpress;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Json;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a site tells of comments that are known, and the replies that are posted there.
final class Conversation {
    private static final Refusal ANOTHER_SITE =
            new Refusal.Misconfigured(
                    WordPressConnector.SITE,
                    "This comment was read on another site than the one in the settings.");

    private final Site site;
    private final SiteIds ids;
    private final CommentReader reader;

    Conversation(Site site, SiteIds ids) {
        this.site = site;
        this.ids = ids;
        this.reader = new CommentReader(ids);
    }

    /// The list leaves out what is deleted, or is no longer shown to this reader.
    Look recheck(List<PostRef> known) {
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> gone = new HashSet<>();
        for (PostRef post : known) {
            ids.findNumber(post.externalId())
                    .ifPresent(number -> {
                        numbers.add(number);
                        gone.add(post.externalId());
                    });
        }
        if (numbers.isEmpty()) {
            return new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
        }
        return switch (list("include", String.join(",", numbers))) {
            case Json.Reply.Refused<Comment[]>(Refusal why, Budget left, _) ->
                    new Look.Refused(why, left);
            case Json.Reply.Read<Comment[]>(Comment[] found, _, Budget left) -> {
                Stream.of(found)
                        .flatMap(comment -> ids.of(comment.id()).stream())
                        .forEach(gone::remove);
                yield new Look.Seen(posts(found), gone, left);
            }
        };
    }

    Look replies(PostRef post) {
        Optional<String> number = ids.findNumber(post.externalId());
        if (number.isEmpty()) {
            return new Look.Refused(ANOTHER_SITE, Budget.UNSAID);
        }
        return switch (list("include", number.get())) {
            case Json.Reply.Refused<Comment[]>(Refusal why, Budget left, _) ->
                    new Look.Refused(why, left);
            case Json.Reply.Read<Comment[]>(Comment[] found, _, Budget left) ->
                    found.length == 0
                            ? new Look.Seen(List.of(), Set.of(post.externalId()), left)
                            : below(number.get());
        };
    }

    private Look below(String number) {
        return switch (list("parent", number)) {
            case Json.Reply.Refused<Comment[]>(Refusal why, Budget left, _) ->
                    new Look.Refused(why, left);
            case Json.Reply.Read<Comment[]>(Comment[] found, _, Budget left) ->
                    new Look.Seen(posts(found), Set.of(), left);
        };
    }

    Sent reply(OutgoingReply reply) {
        Optional<String> number = ids.findNumber(reply.to().externalId());
        if (number.isEmpty()) {
            return new Sent.Refused(ANOTHER_SITE);
        }
        return switch (list("include", number.get())) {
            case Json.Reply.Refused<Comment[]>(Refusal why, _, _) -> new Sent.Refused(why);
            case Json.Reply.Read<Comment[]>(Comment[] found, _, _) ->
                    found.length == 0 || found[0].id() == null || found[0].post() == null
                            ? new Sent.Refused(
                                    new Refusal.Gone("The comment is gone from the site."))
                            : site.post(
                                    Map.of(
                                            "post",
                                            found[0].post(),
                                            "parent",
                                            found[0].id(),
                                            "content",
                                            escaped(reply.text())),
                                    this::sent);
        };
    }

    private Sent sent(Comment comment) {
        return switch (String.valueOf(comment.status())) {
            case "hold" -> new Sent.Unsure("The site holds the reply until somebody approves it.");
            case "spam", "trash" ->
                    new Sent.Refused(new Refusal.Denied("The site took the reply for spam."));
            default ->
                    ids.of(comment.id())
                            .<Sent>map(id -> new Sent.Done(id, Addresses.find(comment.link())))
                            .orElseGet(() -> new Sent.Unsure("The reply was given no usable id."));
        };
    }

    private Json.Reply<Comment[]> list(String by, String numbers) {
        return site.list(query -> query.with(by, numbers).with("per_page", CommentSearch.PAGE));
    }

    private List<Post> posts(Comment[] comments) {
        return Stream.of(comments).flatMap(comment -> reader.find(comment).stream()).toList();
    }

    /// A comment is HTML.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
