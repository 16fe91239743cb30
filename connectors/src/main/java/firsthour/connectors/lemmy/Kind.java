package firsthour.connectors.lemmy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written on Lemmy.
enum Kind {
    POST,
    COMMENT;

    private static final Pattern NAME = Pattern.compile("(post|comment)/([0-9]{1,18})");

    /// As the interface calls it: `post`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// One of this kind by the instance's id, which numbers each kind on its own.
    Name named(long id) {
        return new Name(this, id);
    }

    /// What names a post or comment on its instance.
    record Name(Kind kind, long id) {

        /// Finds it in an external id; empty where that is none of ours.
        static Optional<Name> find(String externalId) {
            Matcher parts = NAME.matcher(externalId);
            return parts.matches()
                    ? Optional.of(
                            new Name(
                                    parts.group(1).equals(POST.word()) ? POST : COMMENT,
                                    Long.parseLong(parts.group(2))))
                    : Optional.empty();
        }

        /// The external id: `post/17`.
        @Override
        public String toString() {
            return kind.word() + "/" + id;
        }
    }
}
