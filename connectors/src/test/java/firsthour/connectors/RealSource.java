package firsthour.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Pulls as the application does, each time from where the last page ended.
public final class RealSource {
    private static final int MOST_PAGES = 100;

    private final Connector connector;
    private final Settings settings;
    private final Search search;
    private Checkpoint checkpoint = Checkpoint.NONE;

    public RealSource(Connector connector, Settings settings, Search search) {
        this.connector = connector;
        this.settings = settings;
        this.search = search;
    }

    public Pull pull() {
        Pull pull = connector.pull(settings, search, checkpoint);
        switch (pull) {
            case Pull.Page page -> checkpoint = page.next();
            case Pull.Unchanged unchanged -> checkpoint = unchanged.next();
            case Pull.Refused _ -> {} // the next pull starts where this one did
        }
        return pull;
    }

    /// Pulls until there is nothing more.
    public List<Post> drain() {
        List<Post> posts = new ArrayList<>();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Pull pull = pull();
            assertThat(pull).isInstanceOf(Pull.Page.class);
            Pull.Page page = (Pull.Page) pull;
            assertThat(page.rejected()).isEmpty();
            posts.addAll(page.posts());
            if (!page.more()) {
                return posts;
            }
        }
        throw new AssertionError("After " + MOST_PAGES + " pages there is still more");
    }

    public Refusal refusal() {
        Pull pull = pull();
        assertThat(pull).isInstanceOf(Pull.Refused.class);
        return ((Pull.Refused) pull).refusal();
    }
}
