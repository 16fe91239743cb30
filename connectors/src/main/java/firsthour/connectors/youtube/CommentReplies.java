package firsthour.connectors.youtube;

import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.GoogleConsent;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Answers comments in the name of the connected account.
final class CommentReplies {
    private final GoogleConsent consent;
    private final Json<Comments.Comment> posted;

    CommentReplies(GoogleConsent consent, YouTubeErrors errors) {
        this.consent = consent;
        this.posted =
                new Json<>(
                                Comments.Comment.class,
                                comment -> comment.id() != null,
                                "comment",
                                YouTubeConnector.ENDPOINT)
                        .explainedBy(errors::ofReply);
    }

    Sent reply(Settings settings, URI address, OutgoingReply reply) {
        String parent = ChannelComments.thread(reply.to().externalId());
        Request request =
                Request.post(
                        Query.to(address, "/youtube/v3/comments").with("part", "snippet").uri(),
                        "application/json",
                        Json.write(
                                Map.of(
                                        "snippet",
                                        Map.of(
                                                "parentId",
                                                parent,
                                                "textOriginal",
                                                text(reply, parent)))));
        return consent.ask(posted, settings, address, request)
                .sent(comment ->
                        new Sent.Done(
                                Objects.requireNonNull(comment.id()),
                                CommentReader.find(comment, null)
                                        .flatMap(Post::url)
                                        .or(() -> reply.to().url())));
    }

    /// Below a comment all replies stand in one row, so the author of one is named.
    private static String text(OutgoingReply reply, String parent) {
        return reply.to()
                .author()
                .filter(_ -> !reply.to().externalId().equals(parent))
                .map(author -> "@" + author)
                .filter(name -> !lower(reply.text()).contains(lower(name)))
                .map(name -> name + " " + reply.text())
                .orElse(reply.text());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
