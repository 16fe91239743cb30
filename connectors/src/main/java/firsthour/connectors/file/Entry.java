package firsthour.connectors.file;

import firsthour.connectors.Post;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.PostRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of one row as text, wherever they came from. Blank is as good as absent.
final class Entry {
    private static final Pattern RATING = Pattern.compile("(\\d{1,3})(?:[.,]0+)?(?:\\s*/\\s*5)?");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,15})(?:\\.0+)?");

    private final Map<Field, String> values = new EnumMap<>(Field.class);

    void put(Field field, String value) {
        String clean = PlainText.clean(value).strip();
        if (!clean.isEmpty()) {
            values.put(field, clean);
        }
    }

    Optional<String> find(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /// Makes a post that has yet to pass the rules for all posts.
    ///
    /// @param hashed whether a missing id is made from the other fields
    Post post(Optional<ZoneId> zone, boolean hashed) throws BadRow {
        Instant publishedAt = publishedAt(zone);
        return new Post(
                id(hashed),
                url(),
                find(Field.TITLE),
                find(Field.TEXT).orElse(""),
                author(),
                language(),
                rating(),
                find(Field.IN_REPLY_TO),
                publishedAt,
                Optional.empty());
    }

    private String id(boolean hashed) throws BadRow {
        Optional<String> id = find(Field.ID);
        if (id.isEmpty() && !hashed) {
            throw new BadRow("There is no `id`. Give each post one that stays the same.");
        }
        String given = id.orElseGet(this::hash);
        if (given.length() > Post.MAX_ID_LENGTH) {
            throw new BadRow("The id is longer than " + Post.MAX_ID_LENGTH + " characters.");
        }
        return given;
    }

    /// The same row gives the same id, so that an import can be repeated.
    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Field field :
                    new Field[] {Field.AUTHOR, Field.PUBLISHED_AT, Field.URL, Field.TEXT}) {
                digest.update(find(field).orElse("").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant publishedAt(Optional<ZoneId> zone) throws BadRow {
        Optional<String> date = find(Field.PUBLISHED_AT);
        if (date.isEmpty()) {
            throw new BadRow("There is no date. Say in `publishedAt` when the post was written.");
        }
        return Dates.read(date.get(), zone);
    }

    private Optional<URI> url() throws BadRow {
        Optional<String> text = find(Field.URL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get().replace(" ", "%20"));
            if (PostRules.isLink(uri)) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw new BadRow("The url is no web address. Correct it, or leave it out.");
        }
        throw new BadRow(
                "The url is no http or https address of at most "
                        + PostRules.MAX_URL
                        + " characters. Correct it, or leave it out.");
    }

    private Optional<Post.Author> author() throws BadRow {
        Optional<String> text = find(Field.AUTHOR);
        OptionalLong followers = followers();
        return text.map(name -> name.startsWith("@") ? name.substring(1) : name)
                .filter(name -> !name.isBlank())
                .map(name -> new Post.Author(name, Optional.empty(), Optional.empty(), followers));
    }

    private OptionalLong followers() throws BadRow {
        Optional<String> text = find(Field.FOLLOWERS);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher count = COUNT.matcher(text.get());
        if (!count.matches()) {
            throw new BadRow("`followers` is no whole number from 0.");
        }
        return OptionalLong.of(Long.parseLong(count.group(1)));
    }

    private OptionalInt rating() throws BadRow {
        Optional<String> text = find(Field.RATING);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher stars = RATING.matcher(text.get());
        int value = stars.matches() ? Integer.parseInt(stars.group(1)) : 0;
        if (value < 1 || value > 5) {
            throw new BadRow("The rating is no whole number from 1 to 5.");
        }
        return OptionalInt.of(value);
    }

    private Optional<String> language() throws BadRow {
        Optional<String> text = find(Field.LANG);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            String tag = text.get().replace('_', '-');
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            throw new BadRow("`lang` is no language tag such as en or pt-BR.");
        }
    }
}
