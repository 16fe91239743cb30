package firsthour.intake;

import firsthour.connectors.Post;
import firsthour.mention.Watched;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells who talks to whom below a post.
final class Conversations {
    private Conversations() {}

    /// The replies to a post, or to what its author wrote below it, by anybody else; each made to
    /// answer the post itself, the only one of them that is stored.
    static List<Post> answersTo(Watched post, List<Post> below) {
        var theirs = new HashSet<>(Set.of(post.externalId()));
        below.stream().filter(reply -> isBy(post, reply)).forEach(r -> theirs.add(r.externalId()));
        return below.stream()
                .filter(reply -> !isBy(post, reply))
                .filter(reply -> reply.inReplyTo().filter(theirs::contains).isPresent())
                .map(reply -> reply.answering(post.externalId()))
                .toList();
    }

    private static boolean isBy(Watched post, Post reply) {
        return !reply.own()
                && reply.author().isPresent()
                && reply.author()
                        .map(Post.Author::handle)
                        .equals(Optional.ofNullable(post.authorHandle()));
    }
}
