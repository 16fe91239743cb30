package firsthour.connectors;

import java.util.List;

/// What one pull brought.
public sealed interface Pull {
    Budget budget();

    /// A page of posts.
    ///
    /// @param posts in the order of the network, possibly empty
    /// @param rejected entries of the page that could not become a post, each with its reason
    /// @param next where the next pull goes on
    /// @param more whether the next page may be pulled at once
    record Page(
            List<Post> posts, List<Rejected> rejected, Checkpoint next, boolean more, Budget budget)
            implements Pull {
        public Page {
            posts = List.copyOf(posts);
            rejected = List.copyOf(rejected);
        }
    }

    /// The network says that nothing changed since the checkpoint (HTTP 304).
    record Unchanged(Checkpoint next, Budget budget) implements Pull {}

    /// Nothing came, and why. The checkpoint stays as it was.
    record Refused(Refusal refusal, Budget budget) implements Pull {}

    /// An entry that could not become a post.
    ///
    /// @param where what finds it again: a line number or an id
    /// @param reason for a person, without the entry's text
    record Rejected(String where, String reason) {}
}
