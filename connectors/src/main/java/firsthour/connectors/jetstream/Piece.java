package firsthour.connectors.jetstream;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Search;
import firsthour.connectors.StreamBatch;
import firsthour.connectors.StreamEvent;
import firsthour.connectors.Streaming;
import firsthour.connectors.reading.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A short piece of the stream, for somebody who wants to see what it brings.
final class Piece implements Streaming.Sink {
    private static final int EVENTS = 5_000;

    /// Batches that a second of waiting ended: the stream has been caught up with.
    private static final int PAUSES = 3;

    private final List<Phrase> phrases;
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final List<Pull.Rejected> rejected = new ArrayList<>();
    private Checkpoint next;
    private int events;
    private int pauses;

    Piece(Search search, Checkpoint from) {
        this.phrases = search.phrases().stream().map(Phrase::new).toList();
        this.next = from;
    }

    @Override
    public boolean take(StreamBatch batch) {
        for (StreamEvent event : batch.events()) {
            switch (event) {
                case StreamEvent.Posted(Post post) -> {
                    if (names(post)) {
                        posts.put(post.externalId(), post);
                    }
                }
                case StreamEvent.PostGone(String id) -> posts.remove(id);
                case StreamEvent.AuthorGone(String handle) ->
                        posts.values().removeIf(post -> isBy(handle, post));
            }
        }
        rejected.addAll(batch.rejected());
        next = batch.next();
        events += batch.events().size();
        pauses += batch.events().size() < JetstreamConnector.BATCH / 2 ? 1 : 0;
        return pauses < PAUSES && !isFull();
    }

    /// Whether nothing came but the end.
    boolean isEmpty() {
        return events == 0;
    }

    Pull page() {
        return new Pull.Page(List.copyOf(posts.values()), rejected, next, isFull(), Budget.UNSAID);
    }

    private boolean isFull() {
        return events >= EVENTS;
    }

    private boolean names(Post post) {
        return phrases.stream().anyMatch(phrase -> phrase.isIn(post.text()));
    }

    private static boolean isBy(String handle, Post post) {
        return post.author().filter(author -> author.handle().equals(handle)).isPresent();
    }
}
