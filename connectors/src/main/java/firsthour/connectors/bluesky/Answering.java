package firsthour.connectors.bluesky;

import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.AtLinks;
import firsthour.connectors.reading.AtPost;
import firsthour.connectors.reading.AtUri;
import firsthour.connectors.reading.Json;
import firsthour.http.Answer;
import firsthour.http.Request;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes replies into the account's own collection of posts.
final class Answering {
    private static final Json<AtPost.Place> RECORD =
            new Json<>(
                            AtPost.Place.class,
                            AtPost.Place::holdsBoth,
                            "record",
                            BlueskyConnector.ENDPOINT)
                    .explainedBy(Errors::explain);
    private static final Json<AtPost.Place> WRITTEN = RECORD.explainedBy(Answering::explain);

    private final Account account;
    private final InstantSource clock;

    Answering(Account account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /// Writes a reply under a key of its own, unless an earlier attempt has: writing it anew would
    /// date it anew, and those who know it would know another version.
    Sent reply(OutgoingReply reply) {
        Optional<AtUri> to = AtUri.find(reply.to().externalId());
        if (to.isEmpty()) {
            return new Sent.Refused(new Refusal.Denied("This is no post of Bluesky."));
        }
        String key = RecordKey.of(to.get().key(), reply.key());
        Request look =
                Request.get(
                        account.method("com.atproto.repo.getRecord")
                                .with("repo", account.handle())
                                .with("collection", AtUri.COLLECTION)
                                .with("rkey", key)
                                .uri());
        return switch (account.ask(RECORD, look)) {
            case Json.Reply.Read<AtPost.Place> there -> done(there.value());
            case Json.Reply.Refused<AtPost.Place> none ->
                    none.why() instanceof Refusal.Gone ? send(key, reply) : Sent.after(none.why());
        };
    }

    private Sent send(String key, OutgoingReply reply) {
        Request look =
                Request.get(
                        account.method("app.bsky.feed.getPosts")
                                .with("uris", reply.to().externalId())
                                .uri());
        return switch (account.ask(KnownPosts.POSTS, look)) {
            case Json.Reply.Refused<PostView.Found> refused -> new Sent.Refused(refused.why());
            case Json.Reply.Read<PostView.Found> read ->
                    read.value().postsOrNone().stream()
                            .filter(Objects::nonNull)
                            .findFirst()
                            .map(post -> send(key, reply.text(), post))
                            .orElseGet(Answering::gone);
        };
    }

    private Sent send(String key, String text, PostView to) {
        if (to.isClosed()) {
            return new Sent.Refused(
                    new Refusal.Denied("The author lets only some people reply to this post."));
        }
        AtPost.Place parent = new AtPost.Place(to.uri(), to.cid());
        AtPost.Place root =
                Optional.ofNullable(to.content())
                        .flatMap(content -> Optional.ofNullable(content.reply()))
                        .flatMap(reply -> Optional.ofNullable(reply.root()))
                        .orElse(parent);
        if (!parent.holdsBoth() || !root.holdsBoth()) {
            return new Sent.Refused(
                    new Refusal.SourceChanged("The post does not say which version it has."));
        }
        Map<String, Object> record =
                Map.of(
                        "$type", AtUri.COLLECTION,
                        "text", text,
                        "facets", AtLinks.in(text),
                        "reply", Map.of("root", root, "parent", parent),
                        "createdAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        Request request =
                Request.post(
                        account.method("com.atproto.repo.putRecord").uri(),
                        "application/json",
                        Json.write(
                                Map.of(
                                        "repo",
                                        account.handle(),
                                        "collection",
                                        AtUri.COLLECTION,
                                        "rkey",
                                        key,
                                        "record",
                                        record)));
        return account.ask(WRITTEN, request).sent(Answering::done);
    }

    private static Sent done(AtPost.Place written) {
        String uri = String.valueOf(written.uri());
        return new Sent.Done(uri, AtUri.find(uri).map(AtUri::page));
    }

    private static Sent gone() {
        return new Sent.Refused(
                new Refusal.Gone("The post is gone, or its author blocks this account."));
    }

    private static Optional<Refusal> explain(Answer answer) {
        return Errors.name(answer).equals("InvalidRequest")
                ? Optional.of(
                        new Refusal.Denied("Bluesky does not take this reply; it may be too long."))
                : Errors.explain(answer);
    }
}
