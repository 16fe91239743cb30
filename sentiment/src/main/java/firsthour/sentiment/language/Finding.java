package firsthour.sentiment.language;

import java.util.Optional;

/// What a text was taken to be.
public sealed interface Finding {

    /// The BCP 47 tag, where one is known.
    Optional<String> tag();

    /// English, by its words or by the source's word.
    record English() implements Finding {
        @Override
        public Optional<String> tag() {
            return Optional.of("en");
        }
    }

    /// Not English, beyond doubt.
    ///
    /// @param language a BCP 47 tag; `und-Cyrl` where only the script is known
    record Foreign(String language) implements Finding {
        @Override
        public Optional<String> tag() {
            return Optional.of(language);
        }
    }

    /// Too short, too strange or without letters: nothing speaks clearly against English.
    record Unclear() implements Finding {
        @Override
        public Optional<String> tag() {
            return Optional.empty();
        }
    }
}
