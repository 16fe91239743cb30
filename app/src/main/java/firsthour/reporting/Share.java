package firsthour.reporting;

import java.util.OptionalInt;

/// So many of so many.
///
/// @param part 0 to `of`
/// @param of n: everything that is counted
public record Share(int part, int of) {

    public Share {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException(part + " of " + of);
        }
    }

    /// Whole percent; empty when nothing is counted, for none is not 0. Only all is 100 and only
    /// nothing is 0: 299 of 300 are 99.
    public OptionalInt percent() {
        if (of == 0) {
            return OptionalInt.empty();
        }
        if (part == 0 || part == of) {
            return OptionalInt.of(part == 0 ? 0 : 100);
        }
        return OptionalInt.of(Math.clamp(Math.round(100.0 * part / of), 1, 99));
    }
}
