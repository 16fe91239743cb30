package firsthour.connectors.bluesky;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around a post, as `app.bsky.feed.getPostThread` gives it.
record Conversation(@Nullable Node thread) {

    /// Whether the server says that the post itself is gone. One of somebody who blocks the account
    /// is there and not shown.
    boolean isGone() {
        return thread != null && Boolean.TRUE.equals(thread.notFound());
    }

    /// Finds what stands below the post, at every depth.
    List<PostView> findReplies() {
        List<PostView> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        add(thread, open);
        while (!open.isEmpty()) {
            for (Node reply : open.pop().repliesOrNone()) {
                if (reply != null && reply.post() != null) {
                    found.add(reply.post());
                }
                add(reply, open);
            }
        }
        return found;
    }

    private static void add(@Nullable Node node, Deque<Node> open) {
        if (node != null) {
            open.add(node);
        }
    }

    /// A post with what answers it.
    ///
    /// @param post null where it is gone, or of somebody who blocks the account
    record Node(
            @Nullable PostView post,
            @Nullable List<@Nullable Node> replies,
            @Nullable Boolean notFound) {
        List<@Nullable Node> repliesOrNone() {
            return replies == null ? List.of() : replies;
        }
    }
}
