package firsthour.connectors;

import java.util.List;

/// A network that can be asked what became of posts: edits and deletions are noticed.
public interface Rechecking extends Connector {

    /// How many posts one look takes at most; at least 1.
    int batch();

    /// Looks at posts again.
    ///
    /// @param posts one to [#batch()] of them
    Look recheck(Settings settings, List<PostRef> posts);
}
