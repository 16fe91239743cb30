package firsthour.response;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What a customer was given.
///
/// @param amount with its currency, ISO 4217; empty where it is worth no sum
/// @param houseRule the rule of the house under which it was given
public record Remedy(
        long id,
        Kind kind,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        String houseRule,
        String givenBy,
        Instant givenAt) {

    /// What it was.
    public enum Kind {
        REFUND(mark("refund")),
        DISCOUNT(mark("discount")),
        REPLACEMENT(mark("replacement")),
        OTHER(mark("something else"));

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// As people read it.
        public String words() {
            return t(words);
        }
    }
}
