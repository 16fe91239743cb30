package firsthour.recovery;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a customer lets us quote, or is asked to.
///
/// @param state as it is now, also where nobody has swept yet
/// @param quote the author's own words; empty once they may not be used any more
/// @param author as the network shows them, for the people of the desk: whoever shows them to
///   others asks the permission whether they may be named; empty where nobody knows, and once the
///   words may not be used any more
/// @param url where the words can be read
/// @param permission empty until it was granted
/// @param ending empty while it has not ended
/// @param rewritten whether the author edited the post since, and the quote stands in it no longer:
///   somebody has to ask whether it is allowed all the same, and to write that down
/// @param version goes into the next deed
public record Testimonial(
        long id,
        long brandId,
        String brand,
        long mentionId,
        Optional<Long> caseId,
        State state,
        String quote,
        String network,
        Optional<String> author,
        Optional<String> url,
        String askedBy,
        Instant askedAt,
        Optional<Permission> permission,
        Optional<Ending> ending,
        boolean rewritten,
        long version) {

    /// How far it got.
    public enum State {
        ASKED(mark("asked")),
        GRANTED(mark("granted")),
        WITHDRAWN(mark("withdrawn")),
        EXPIRED(mark("expired"));

        private final String words;

        State(String words) {
            this.words = words;
        }

        /// As people read it.
        public String words() {
            return t(words);
        }
    }

    /// Where the words may be used.
    public enum Scope {
        WEBSITE(mark("on the website")),
        PRINT(mark("in print")),
        SOCIAL(mark("on social media"));

        private final String words;

        Scope(String words) {
            this.words = words;
        }

        /// As people read it.
        public String words() {
            return t(words);
        }
    }

    /// Why it may not be used any more.
    public enum Ending {
        BY_US(mark("we use it no longer")),
        BY_CUSTOMER(mark("the customer wants it so")),
        POST_DELETED(mark("the post was deleted")),
        EXPIRED(mark("its time is over"));

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        /// As people read it.
        public String words() {
            return t(words);
        }
    }

    /// What the customer allowed.
    ///
    /// @param named whether they may be named
    /// @param lastDay on which it may be used, in the brand's zone; empty for no end
    /// @param proofUrl where it was granted
    /// @param proof a note about that
    /// @param by who wrote it down
    public record Permission(
            Set<Scope> scopes,
            boolean named,
            Optional<LocalDate> lastDay,
            Optional<String> proofUrl,
            Optional<String> proof,
            String by,
            Instant at) {
        public Permission {
            scopes = scopes.isEmpty() ? EnumSet.noneOf(Scope.class) : EnumSet.copyOf(scopes);
        }
    }
}
