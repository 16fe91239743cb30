package firsthour.connectors.reddit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of a comment, as `reddit.com/dev/api#POST_api_comment` gives it. The status is 200
/// also where it was not taken.
record Posted(@Nullable Outcome json) {

    /// Whether it says either.
    boolean isWhole() {
        return json != null && json.errors != null;
    }

    /// Why the comment was not taken; empty where it was.
    Optional<Objection> objection() {
        return json == null || json.errors == null
                ? Optional.empty()
                : json.errors.stream().findFirst().map(Objection::of);
    }

    /// The comment; empty where Reddit does not show it.
    Optional<Listing.Thing> comment() {
        return json == null || json.data == null || json.data.things == null
                ? Optional.empty()
                : json.data.things.stream()
                        .findFirst()
                        .flatMap(child -> Optional.ofNullable(child.data()));
    }

    /// An outcome.
    ///
    /// @param errors each a code, words and the name of a field
    record Outcome(@Nullable List<List<String>> errors, @Nullable Data data) {}

    record Data(@Nullable List<Listing.Child> things) {}

    /// An objection.
    ///
    /// @param code such as `TOO_LONG`
    /// @param words for a person
    record Objection(String code, String words) {
        private static Objection of(List<String> parts) {
            return new Objection(
                    parts.isEmpty() ? "" : parts.getFirst(), parts.size() < 2 ? "" : parts.get(1));
        }
    }
}
