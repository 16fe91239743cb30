package firsthour.mention;

import firsthour.connectors.Post;

/// A post of a batch and what storing made of it.
///
/// @param id the row of the post
public record StoredPost(long id, Post post, Fate fate) {

    /// What storing made of a post.
    public enum Fate {
        /// Not seen before.
        NEW,
        /// Seen before with other words: the old ones are kept as a revision.
        REVISED,
        /// Seen before as it is.
        DUPLICATE,
        /// Seen before as it is, and passed on much more often since.
        SPREAD,
        /// Seen before through another source, by its link; perhaps in other words.
        COPY,
        /// A row of a file whose id belongs to another post, which stays as it is.
        STRANGER
    }
}
