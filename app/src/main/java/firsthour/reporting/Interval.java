package firsthour.reporting;

import static firsthour.language.Texts.t;

/// Where a share may lie.
///
/// @param low 0 to `high`
/// @param high `low` to 1
public record Interval(double low, double high) {
    /// Nothing is known.
    public static final Interval EVERYWHERE = new Interval(0, 1);

    public Interval {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /// `70 to 96 %`, rounded outwards.
    public String percent() {
        return t("{0} to {1} %", lowPercent(), highPercent());
    }

    /// Its lower end, rounded down.
    public int lowPercent() {
        return (int) Math.floor(low * 100 + ROUNDING);
    }

    /// Its upper end, rounded up.
    public int highPercent() {
        return (int) Math.ceil(high * 100 - ROUNDING);
    }

    /// So that 0.29 · 100 is 29.
    private static final double ROUNDING = 1e-9;
}
