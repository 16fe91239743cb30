package firsthour.connectors.lemmy;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.Query;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks one instance for the posts or the comments that hold one phrase, page by page. They are
/// numbered and paged apart, so each phrase makes two lists.
final class EntrySearch {
    private static final int PAGE = 50;

    /// The third version counts pages; nobody reads on behind this one.
    private static final int LAST_PAGE = 100;

    /// Between the kind and the phrase in the name of a list.
    private static final String COLON = ":";

    private static final Json<View.Found> FOUND =
            new Json<>(
                            View.Found.class,
                            found -> found.posts() != null && found.comments() != null,
                            "lists of posts and comments",
                            LemmyConnector.INSTANCE)
                    .explainedBy(Errors::explain);

    private final Outbound outbound;
    private final URI instance;
    private final Api api;

    EntrySearch(Outbound outbound, URI instance, Api api) {
        this.outbound = outbound;
        this.instance = instance;
        this.api = api;
    }

    static List<String> lists(List<String> phrases) {
        List<String> lists = new ArrayList<>();
        for (String phrase : phrases) {
            for (Kind kind : Kind.values()) {
                lists.add(kind.word() + COLON + phrase);
            }
        }
        return lists;
    }

    /// The search takes any letters between two words; what merely looks like the phrase is left
    /// out.
    static boolean isWanted(String list, Post post) {
        return Phrase.occurs(phrase(list), post);
    }

    NewestFirst.Page page(String list, Optional<String> token) {
        Kind kind = list.startsWith(Kind.POST.word() + COLON) ? Kind.POST : Kind.COMMENT;
        // A token of the other version is of no use after an upgrade.
        String own = api.name() + COLON;
        Optional<String> page =
                token.filter(of -> of.startsWith(own)).map(of -> of.substring(own.length()));
        Query query =
                api.at(instance, "/search")
                        .with("type_", api.word(kind.word() + "s"))
                        .with("listing_type", api.word("all"))
                        .with("limit", PAGE);
        URI uri =
                switch (api) {
                    case V3 ->
                            query.with("q", phrase(list))
                                    .with("sort", api.word("new"))
                                    .with("page", page.orElse("1"))
                                    .uri();
                    case V4 -> {
                        Query asked = query.with("search_term", phrase(list));
                        yield page.map(cursor -> asked.with("page_cursor", cursor))
                                .orElse(asked)
                                .uri();
                    }
                };
        return switch (FOUND.ask(outbound, Request.get(uri))) {
            case Json.Reply.Refused<View.Found>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<View.Found>(View.Found found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                List<@Nullable View> views = found.ofKind(kind);
                new EntryReader(instance.getHost()).read(views, posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, next(found, views, page).map(own::concat), left);
            }
        };
    }

    private Optional<String> next(
            View.Found found, List<@Nullable View> views, Optional<String> page) {
        return switch (api) {
            case V3 -> {
                int read = page.map(Integer::parseInt).orElse(1);
                yield views.size() < PAGE || read >= LAST_PAGE
                        ? Optional.empty()
                        : Optional.of(String.valueOf(read + 1));
            }
            case V4 -> Optional.ofNullable(found.next());
        };
    }

    private static String phrase(String list) {
        return list.substring(list.indexOf(COLON) + COLON.length());
    }
}
