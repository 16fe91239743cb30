package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next what “after” takes for the following page; null on the last
@JsonInclude(JsonInclude.Include.ALWAYS)
record Listing<T>(List<T> items, @Nullable String next) {
    static final int USUAL = 50;
    static final int MOST = 200;

    /// How many are asked for.
    static int size(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw Refused.field("limit", "Give 1 to %d.".formatted(MOST));
        }
        return limit;
    }

    /// The id in a cursor.
    static long id(String after) {
        try {
            var id = Long.parseLong(after);
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw badCursor();
    }

    static Refused badCursor() {
        return Refused.field("after", "Give what the page before named as its next, or nothing.");
    }

    /// A page of a list that is known whole, in the order of ids.
    static <T> Listing<T> of(
            List<T> all, ToLongFunction<T> id, @Nullable String after, @Nullable Integer limit) {
        int most = size(limit);
        long from = after == null ? -1 : id(after);
        var rest =
                all.stream()
                        .filter(item -> id.applyAsLong(item) > from)
                        .sorted(Comparator.comparingLong(id))
                        .toList();
        var shown = rest.subList(0, Math.min(most, rest.size()));
        return new Listing<>(
                shown, rest.size() > most ? Long.toString(id.applyAsLong(shown.getLast())) : null);
    }
}
