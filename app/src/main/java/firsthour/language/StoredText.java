package firsthour.language;

import static firsthour.language.Texts.t;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text of ours that is stored in English with its values filled in.
///
/// @param english as in the catalogue
/// @param pattern finds what its places stood for when it was written
record StoredText(String english, Pattern pattern) {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /// @param place what fills a place, as a group of a pattern
    static StoredText of(String english, String place) {
        return new StoredText(
                english,
                Pattern.compile(
                        Arrays.stream(PLACE.split(english, -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(place))));
    }

    /// The text in the language that is spoken here; empty where something else was stored.
    ///
    /// @param values what is said for a value that was filled in
    Optional<String> say(String stored, UnaryOperator<String> values) {
        var found = pattern.matcher(stored);
        return found.matches() ? Optional.of(t(english, values(found, values))) : Optional.empty();
    }

    private static Object[] values(Matcher found, UnaryOperator<String> said) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .map(said)
                .toArray();
    }
}
