package firsthour.mention;

import firsthour.brand.Matcher;
import firsthour.brand.QueryError;
import firsthour.brand.TrackedQuery;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// What a query would have caught among the posts that are stored.
@Singleton
public class QueryPreview {
    private static final int LOOKED_AT = 5000;
    private static final int SHOWN = 10;

    private final Posts posts;
    private final Clock clock;

    QueryPreview(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /// What was found.
    ///
    /// @param lookedAt how many of the newest posts were tried
    /// @param caught how many of them match
    /// @param newest the newest ten that match
    public record Caught(int lookedAt, int caught, List<PostRow> newest) {
        public Caught {
            newest = List.copyOf(newest);
        }
    }

    /// Tries a query over the newest 5,000 posts.
    ///
    /// @throws QueryError when it cannot be read
    public Caught of(String query) throws QueryError {
        try (var matcher = Matcher.of(List.of(new TrackedQuery(0, 0, query, clock.instant())))) {
            var tried = posts.findLatest(LOOKED_AT);
            var matches = matcher.match(tried.stream().map(PostRow::words).toList());
            var caught = new ArrayList<PostRow>();
            for (int i = 0; i < tried.size(); i++) {
                if (!matches.get(i).isEmpty()) {
                    caught.add(tried.get(i));
                }
            }
            return new Caught(
                    tried.size(), caught.size(), caught.subList(0, Math.min(SHOWN, caught.size())));
        }
    }
}
