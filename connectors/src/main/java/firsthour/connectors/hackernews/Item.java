package firsthour.connectors.hackernews;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.connectors.reading.Times;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A story or a comment with all that stands below it, an answer of `items/{id}`.
///
/// @param type `story` or `comment`
/// @param text HTML
/// @param parent the item that a comment answers
record Item(
        @Nullable Long id,
        @JsonProperty("created_at") @Nullable String createdAt,
        @Nullable String type,
        @Nullable String author,
        @Nullable String title,
        @Nullable String text,
        @JsonProperty("parent_id") @Nullable Long parent,
        @Nullable List<Item> children) {

    /// Whether its author or a moderator took it down: then it has a number and nothing of its own.
    boolean isGone() {
        return author == null && title == null && text == null;
    }

    /// What stands below it, at every depth.
    List<Item> below() {
        List<Item> found = new ArrayList<>();
        Deque<Item> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            List<Item> direct = open.pop().childrenOrNone();
            found.addAll(direct);
            open.addAll(direct);
        }
        return found;
    }

    /// The item as the search shows it.
    Hits.Hit asHit() {
        boolean comment = "comment".equals(type);
        return new Hits.Hit(
                String.valueOf(id),
                title,
                author,
                comment ? null : text,
                comment ? Objects.requireNonNullElse(text, "") : null,
                parent,
                Times.find(createdAt).map(Instant::getEpochSecond).orElse(null));
    }

    private List<Item> childrenOrNone() {
        return children == null ? List.of() : children;
    }
}
