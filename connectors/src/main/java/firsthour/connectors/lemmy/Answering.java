package firsthour.connectors.lemmy;

import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Markdown;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Comments in the name of an account.
final class Answering {
    private static final Json<View.One> POSTED = KnownEntries.ONE.explainedBy(Errors::explainReply);

    private final Outbound outbound;
    private final URI instance;
    private final Api api;
    private final Account account;

    Answering(Outbound outbound, URI instance, Api api, Account account) {
        this.outbound = outbound;
        this.instance = instance;
        this.api = api;
        this.account = account;
    }

    /// Comments on the post, or on the comment, which has to be told with its post.
    Sent reply(OutgoingReply reply) {
        Optional<Kind.Name> to = Kind.Name.find(reply.to().externalId());
        if (to.isEmpty()) {
            return new Sent.Refused(new Refusal.Denied("This is no post of the instance."));
        }
        Map<String, Object> comment = new HashMap<>();
        comment.put("content", Markdown.of(reply.text()));
        return switch (to.get().kind()) {
            case POST -> {
                comment.put("post_id", to.get().id());
                yield send(comment);
            }
            case COMMENT -> {
                comment.put("parent_id", to.get().id());
                yield switch (new KnownEntries(outbound, instance, api).one(to.get())) {
                    case Json.Reply.Refused<View.One>(Refusal why, _, _) -> new Sent.Refused(why);
                    case Json.Reply.Read<View.One> parent -> below(parent.value().shown(), comment);
                };
            }
        };
    }

    private Sent below(View parent, Map<String, Object> comment) {
        if (EntryReader.isGone(parent) || parent.comment() == null) {
            return new Sent.Refused(new Refusal.Gone("The comment was deleted."));
        }
        comment.put("post_id", parent.comment().postId());
        return send(comment);
    }

    private Sent send(Map<String, Object> comment) {
        Request request =
                Request.post(
                        api.at(instance, "/comment").uri(),
                        "application/json",
                        Json.write(comment));
        return account.ask(POSTED, request).sent(posted -> done(posted.shown()));
    }

    private static Sent done(View posted) {
        View.Entry comment = posted.comment();
        return comment == null || comment.id() == null
                ? new Sent.Unsure("The instance took the reply and did not say where it stands.")
                : new Sent.Done(
                        Kind.COMMENT.named(comment.id()).toString(),
                        Addresses.find(comment.address()));
    }
}
