package firsthour.connectors.appstore;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page of Apple's feed of reviews. Each value stands in an object of its own, and a list with
/// one element is written as that element.
record ReviewFeed(@Nullable Feed feed) {
    /// The query names a page as well.
    private static final Pattern PAGE = Pattern.compile("^[^?]*/page=([0-9]{1,4})/");

    boolean isWhole() {
        return feed != null;
    }

    /// The reviews; the app itself may stand before them, without stars.
    List<Entry> reviews() {
        return feed == null || feed.entries() == null
                ? List.of()
                : feed.entries().stream()
                        .filter(Objects::nonNull)
                        .filter(entry -> entry.rating() != null)
                        .toList();
    }

    /// The number of the last page; empty where the feed does not say, as one without reviews.
    OptionalInt lastPage() {
        if (feed == null || feed.links() == null) {
            return OptionalInt.empty();
        }
        return feed.links().stream()
                .filter(Objects::nonNull)
                .flatMap(link -> Optional.ofNullable(link.attributes()).stream())
                .filter(link -> "last".equals(link.rel()) && link.href() != null)
                .map(link -> PAGE.matcher(String.valueOf(link.href())))
                .filter(Matcher::find)
                .mapToInt(page -> Integer.parseInt(page.group(1)))
                .findFirst();
    }

    record Feed(
            @JsonProperty("entry")
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    @Nullable List<Entry> entries,
            @JsonProperty("link")
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    @Nullable List<Link> links) {}

    record Entry(
            @Nullable Label id,
            @Nullable Label title,
            @Nullable Label content,
            @Nullable Label updated,
            @Nullable Author author,
            @JsonProperty("im:rating") @Nullable Stars rating,
            @JsonProperty("link")
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    @Nullable List<Link> links) {}

    record Author(@Nullable Label name, @Nullable Label uri) {}

    record Link(@Nullable Attributes attributes) {}

    record Attributes(@Nullable String rel, @Nullable String href) {}

    record Stars(@Nullable Integer label) {}

    record Label(@Nullable String label) {
        static Optional<String> find(@Nullable Label value) {
            return Optional.ofNullable(value).map(Label::label);
        }
    }
}
