package firsthour.sentiment;

import java.util.Optional;
import java.util.OptionalInt;

/// What is judged.
///
/// @param text as the author wrote it; may be empty
/// @param target the brand toward which the polarity is asked
/// @param language the source's own claim, as a BCP 47 tag
/// @param rating 1 to 5, where the text is a review; decides where there is no text
public record Subject(
        String text, Optional<String> target, Optional<String> language, OptionalInt rating) {
    public static Subject of(String text) {
        return new Subject(text, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
}
