package firsthour.reporting;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people say them. None is "–", for none is not 0.
public final class Spoken {
    public static final String NONE = "–";

    private Spoken() {}

    /// `34 min`, `3 h 10 min`, `14 h`, `2 d 4 h`: rounded down, and no finer than anybody cares;
    /// below a minute in words.
    public static String time(@Nullable Duration time) {
        if (time == null) {
            return NONE;
        }
        if (time.isZero()) {
            return "0 min";
        }
        if (time.toMinutes() == 0) {
            return "under 1 min";
        }
        if (time.toHours() == 0) {
            return time.toMinutes() + " min";
        }
        if (time.toHours() >= 10 && time.toHours() < 48) {
            return time.toHours() + " h";
        }
        if (time.toHours() < 48) {
            return joined(time.toHours() + " h", time.toMinutesPart(), "min");
        }
        return time.toDays() < 10
                ? joined(time.toDays() + " d", time.toHoursPart(), "h")
                : time.toDays() + " d";
    }

    /// `82 %`
    public static String percent(@Nullable Share share) {
        if (share == null || share.percent().isEmpty()) {
            return NONE;
        }
        return share.percent().getAsInt() + " %";
    }

    /// `1 case`, `2 cases`, `12,040 cases`
    public static String count(int n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    /// `12,040`
    public static String number(int n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    /// A stored name in words: `NOT_ABOUT_US` is "not about us".
    public static String words(String stored) {
        return stored.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String joined(String large, int small, String unit) {
        return small == 0 ? large : large + " " + small + " " + unit;
    }
}
