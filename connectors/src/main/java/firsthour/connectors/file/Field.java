package firsthour.connectors.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a row may hold, with the names that other programs give it.
public enum Field {
    ID("id", "postid", "tweetid", "statusid", "messageid", "commentid", "reviewid", "guid", "uuid"),
    TEXT(
            "text",
            "body",
            "content",
            "message",
            "comment",
            "tweet",
            "review",
            "reviewtext",
            "posttext",
            "fulltext",
            "description",
            "snippet"),
    AUTHOR(
            "author",
            "authorname",
            "user",
            "username",
            "screenname",
            "handle",
            "name",
            "from",
            "reviewer",
            "nickname"),
    URL("url", "link", "permalink", "posturl", "uri", "href"),
    PUBLISHED_AT(
            "publishedAt",
            "published",
            "publishedon",
            "publishdate",
            "pubdate",
            "createdat",
            "created",
            "createdtime",
            "createdon",
            "date",
            "datetime",
            "timestamp",
            "time",
            "postedat",
            "posted",
            "postdate",
            "reviewdate"),
    SOURCE("source", "network", "platform", "channel", "site"),
    TITLE("title", "subject", "headline", "reviewtitle"),
    RATING("rating", "stars", "starrating"),
    LANG("lang", "language", "locale"),
    FOLLOWERS("followers", "followerscount", "followercount", "audience"),
    IN_REPLY_TO("inReplyTo", "inreplytoid", "replyto", "parent", "parentid");

    private final String label;

    /// Made by `List.of`, so it cannot change; the checker knows only the declared type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> aliases;

    Field(String label, String... aliases) {
        this.label = label;
        this.aliases = List.of(aliases);
    }

    /// Its name in JSON Lines and in a column map.
    public String label() {
        return label;
    }

    static Optional<Field> find(String label) {
        return Arrays.stream(values()).filter(f -> f.label.equalsIgnoreCase(label)).findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Field::label).collect(Collectors.joining(", "));
    }

    /// How well a header fits: 0 is best, the place among the aliases; empty when it does not.
    Optional<Integer> fit(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (plain.equals(label.toLowerCase(Locale.ROOT))) {
            return Optional.of(0);
        }
        int at = aliases.indexOf(plain);
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }
}
