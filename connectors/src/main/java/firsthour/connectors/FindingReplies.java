package firsthour.connectors;

/// A network that shows what was written below a post: the brand's own answers are found there.
public interface FindingReplies extends Connector {

    /// Reads the replies to a post, whoever wrote them; each says in [Post#inReplyTo()] what it
    /// answers, the post itself or another reply.
    ///
    /// @return with the asked id among the gone ones where the post itself is
    Look replies(Settings settings, PostRef post);
}
