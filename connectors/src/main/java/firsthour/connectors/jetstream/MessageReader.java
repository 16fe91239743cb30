package firsthour.connectors.jetstream;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.StreamBatch;
import firsthour.connectors.StreamBatch.Gap;
import firsthour.connectors.StreamEvent;
import firsthour.connectors.reading.AtPost;
import firsthour.connectors.reading.AtUri;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.PostRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes events of the messages of one connection, batch by batch.
final class MessageReader {
    /// So many in a row that cannot be read are no accident.
    private static final int ASTRAY = 20;

    /// How far the server's clock may be ahead of ours. A cursor from a later time would leave out
    /// all that happens until then.
    private static final Duration AHEAD = Duration.ofHours(1);

    private final InstantSource clock;
    private final PostRules rules;
    private Cursor cursor;
    private Optional<Gap> gap;
    private List<StreamEvent> events = new ArrayList<>();
    private List<Pull.Rejected> rejected = new ArrayList<>();
    private int messages;
    private int unreadable;

    MessageReader(InstantSource clock, Cursor from) {
        this.clock = clock;
        this.rules = new PostRules(clock);
        this.cursor = from;
        this.gap = from.findGap(clock.instant());
    }

    /// How many messages the batch holds by now.
    int size() {
        return messages;
    }

    /// Whether what comes is something else than before.
    boolean isAstray() {
        return unreadable >= ASTRAY;
    }

    /// Ends the batch and begins the next.
    StreamBatch take() {
        StreamBatch batch = new StreamBatch(events, rejected, cursor.stored(), gap);
        events = new ArrayList<>();
        rejected = new ArrayList<>();
        gap = Optional.empty();
        messages = 0;
        return batch;
    }

    void add(String message) {
        messages++;
        Optional<Told> told =
                Json.find(message, Told.class).filter(Told::isWhole).filter(this::isTimely);
        if (told.isEmpty()) {
            unreadable++;
            rejected.add(
                    new Pull.Rejected("after " + cursor.time(), "The message cannot be read."));
            return;
        }
        unreadable = 0;
        if (told.get().time() > cursor.micros()) {
            cursor = new Cursor(told.get().time());
        }
        read(told.get());
    }

    private boolean isTimely(Told told) {
        return !new Cursor(told.time()).time().isAfter(clock.instant().plus(AHEAD));
    }

    private void read(Told told) {
        String did = String.valueOf(told.did());
        if (told.isFarewell()) {
            events.add(new StreamEvent.AuthorGone(did));
        }
        Optional<Told.Commit> commit = told.findCommit();
        if (commit.isEmpty()) {
            return; // about something else than posts
        }
        Optional<AtUri> uri =
                AtUri.find("at://" + did + "/" + AtUri.COLLECTION + "/" + commit.get().key());
        if (uri.isEmpty()) {
            rejected.add(new Pull.Rejected("after " + cursor.time(), "It has no usable id."));
            return;
        }
        switch (String.valueOf(commit.get().operation())) {
            case "create", "update" -> write(uri.get(), commit.get(), new Cursor(told.time()));
            case "delete" -> events.add(new StreamEvent.PostGone(uri.get().toString()));
            default -> {} // tells nothing of a post's words
        }
    }

    private void write(AtUri uri, Told.Commit commit, Cursor at) {
        Optional<Post> post =
                Optional.ofNullable(commit.content())
                        .flatMap(content -> Json.find(content, AtPost.class))
                        .flatMap(content ->
                                content.findPost(
                                        uri, Optional.of(author(uri)), Optional.of(at.time())));
        if (post.isEmpty()) {
            rejected.add(new Pull.Rejected("post " + uri, "Its content cannot be read."));
        } else if (!post.get().text().isBlank()) {
            // A picture alone names nobody.
            keep(post.get());
        }
    }

    private void keep(Post post) {
        switch (rules.judge("post " + post.externalId(), post)) {
            case PostRules.Verdict.Fit(Post fit) -> events.add(new StreamEvent.Posted(fit));
            case PostRules.Verdict.Unfit(Pull.Rejected unfit) -> rejected.add(unfit);
        }
    }

    /// The stream knows authors by their lasting id alone.
    private static Post.Author author(AtUri uri) {
        return new Post.Author(
                uri.did(), Optional.empty(), Optional.of(uri.profile()), OptionalLong.empty());
    }
}
