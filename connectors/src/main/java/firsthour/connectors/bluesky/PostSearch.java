package firsthour.connectors.bluesky;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for one phrase, page by page.
final class PostSearch {
    private static final int PAGE = 100;
    private static final Json<PostView.Found> POSTS =
            new Json<>(
                            PostView.Found.class,
                            found -> found.posts() != null,
                            "list of posts",
                            BlueskyConnector.ENDPOINT)
                    .explainedBy(Errors::explain);

    private final Account account;

    PostSearch(Account account) {
        this.account = account;
    }

    NewestFirst.Page page(String phrase, Optional<String> token) {
        Query query =
                account.method("app.bsky.feed.searchPosts")
                        .with("q", '"' + phrase.replace('"', ' ') + '"')
                        .with("sort", "latest")
                        .with("limit", PAGE);
        Query asked = token.map(cursor -> query.with("cursor", cursor)).orElse(query);
        return switch (account.ask(POSTS, Request.get(asked.uri()))) {
            case Json.Reply.Refused<PostView.Found>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<PostView.Found>(PostView.Found found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                PostReader.read(found.postsOrNone(), posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, Optional.ofNullable(found.cursor()), left);
            }
        };
    }
}
