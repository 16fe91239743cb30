package firsthour.response.check;

import java.util.List;
import java.util.Locale;

/// Something about a reply that a person should look at before it is public.
///
/// @param start offset of its first UTF-16 unit in the text; as [#end] where it is about the whole
/// @param end offset behind its last UTF-16 unit
/// @param words what it is and what to do, in sentences
/// @param instead what could stand there, the likeliest first; empty where nothing is known
public record Finding(
        Concern concern, Weight weight, int start, int end, String words, List<String> instead) {
    public Finding {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("From " + start + " to " + end);
        }
        instead = List.copyOf(instead);
    }

    static Finding ofWhole(Concern concern, Weight weight, String words) {
        return new Finding(concern, weight, 0, 0, words, List.of());
    }

    static Finding at(Concern concern, Weight weight, int start, int end, String words) {
        return new Finding(concern, weight, start, end, words, List.of());
    }

    public boolean isAboutWhole() {
        return start == end;
    }

    /// The words that it is about; empty where it is about the whole text.
    ///
    /// @param text in which it was found
    public String fragment(String text) {
        return text.substring(start, end);
    }

    /// What a waiver names: the same words are waived wherever they stand, other words are not.
    ///
    /// @param text in which it was found
    public String key(String text) {
        return isAboutWhole()
                ? concern.name()
                : concern.name()
                        + "-"
                        + Integer.toHexString(
                                fragment(text).strip().toLowerCase(Locale.ROOT).hashCode());
    }
}
