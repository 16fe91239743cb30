package firsthour.connectors;

/// What a stream tells.
public sealed interface StreamEvent {

    /// Somebody wrote a post, or changed one.
    record Posted(Post post) implements StreamEvent {}

    /// A post is gone.
    ///
    /// @param externalId as in [Post#externalId()]
    record PostGone(String externalId) implements StreamEvent {}

    /// An author is gone, and all that they wrote.
    ///
    /// @param handle as in [Post.Author#handle()]
    record AuthorGone(String handle) implements StreamEvent {}
}
