package firsthour.connectors.discourse;

import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Posts on one forum as one of its members.
final class Member {
    private static final Json<ForumPost.Posted> POSTED =
            new Json<>(
                            ForumPost.Posted.class,
                            posted -> posted.id() != null || posted.waits(),
                            "post",
                            DiscourseConnector.FORUM)
                    .explainedBy(Member::explain);

    private final Outbound outbound;
    private final URI address;
    private final Key key;

    Member(Outbound outbound, URI address, Key key) {
        this.outbound = outbound;
        this.address = address;
        this.key = key;
    }

    Sent reply(Forum forum, OutgoingReply reply) {
        return switch (forum.post(reply.to().externalId())) {
            case Json.Reply.Refused<ForumPost>(Refusal why, _, _) -> new Sent.Refused(why);
            case Json.Reply.Read<ForumPost>(ForumPost to, _, _) ->
                    POSTED.post(
                            outbound,
                            Request.post(
                                            Query.to(address, "/posts.json").uri(),
                                            "application/json",
                                            Json.write(body(to, reply.text())))
                                    .withHeader("api-key", key.value())
                                    .withHeader("api-username", key.user()),
                            posted -> sent(forum, posted));
        };
    }

    /// An answer to the post that opens a topic is an answer to the topic, as on the forum's pages.
    private static Map<String, Object> body(ForumPost to, String text) {
        Map<String, Object> body = new HashMap<>();
        body.put("raw", text);
        body.put("topic_id", Objects.requireNonNull(to.topic()));
        if (!to.opensTopic()) {
            body.put("reply_to_post_number", Objects.requireNonNull(to.number()));
        }
        return body;
    }

    private static Sent sent(Forum forum, ForumPost.Posted posted) {
        return posted.id() == null
                ? new Sent.Unsure("The forum holds the reply until a moderator approves it.")
                : new Sent.Done(
                        Long.toString(posted.id()),
                        forum.reader().place(posted.topic(), posted.number()));
    }

    private static Optional<Refusal> explain(Answer answer) {
        if (answer.status() == 422) {
            return Optional.of(
                    new Refusal.Denied(
                            "The forum does not take this reply. Many want at least 20 characters"
                                    + " and whole sentences, nothing that was just posted, and no"
                                    + " reply below a closed topic."));
        }
        return Forum.error(answer).equals("invalid_access")
                ? Optional.of(
                        new Refusal.Unauthorised(
                                "The forum does not let this user reply with this key."))
                : Optional.empty();
    }
}
