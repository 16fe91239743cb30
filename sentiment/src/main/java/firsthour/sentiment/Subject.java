package firsthour.sentiment;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What is judged.
///
/// @param text as the author wrote it; may be empty
/// @param target the brand toward which the polarity is asked
/// @param language the source's own claim, as a BCP 47 tag
/// @param rating 1 to 5, where the text is a review; decides where there is no text
/// @param topicWords the brand's own words, each with the topic that it stands for; whole words or
///   phrases, whatever their case
public record Subject(
        String text,
        Optional<String> target,
        Optional<String> language,
        OptionalInt rating,
        Map<String, Topic> topicWords) {
    public Subject {
        topicWords = Map.copyOf(topicWords);
    }

    public static Subject of(String text) {
        return new Subject(text, Optional.empty(), Optional.empty(), OptionalInt.empty(), Map.of());
    }
}
