package firsthour.reporting;

import java.util.OptionalInt;

/// So many of so many.
///
/// @param part 0 to `of`
/// @param of n: everything that is counted
public record Share(int part, int of) {
    /// Of the normal distribution, 95 % lie within so many deviations.
    private static final double Z = 1.959964;

    public Share {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException(part + " of " + of);
        }
    }

    /// Where the true share lies with a certainty of 95 %, by Wilson's score interval; everywhere
    /// when nothing is counted.
    public Interval interval() {
        if (of == 0) {
            return Interval.EVERYWHERE;
        }
        double seen = (double) part / of;
        double spread = Z * Z / of;
        double middle = (seen + spread / 2) / (1 + spread);
        double half = Z / (1 + spread) * Math.sqrt(seen * (1 - seen) / of + spread / of / 4);
        return new Interval(
                part == 0 ? 0 : Math.max(0, middle - half),
                part == of ? 1 : Math.min(1, middle + half));
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
