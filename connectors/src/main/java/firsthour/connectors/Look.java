package firsthour.connectors;

import java.util.List;
import java.util.Set;

/// What a look at posts that are known already brought.
public sealed interface Look {
    Budget budget();

    /// What is there.
    ///
    /// @param posts as they are now
    /// @param gone ids of those asked about which the network says are deleted or hidden; of an id
    ///   that is neither here nor among the posts nothing is known
    record Seen(List<Post> posts, Set<String> gone, Budget budget) implements Look {
        public Seen {
            posts = List.copyOf(posts);
            gone = Set.copyOf(gone);
        }
    }

    /// Nothing was seen, and why.
    record Refused(Refusal refusal, Budget budget) implements Look {}
}
