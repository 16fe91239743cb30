package firsthour.reporting;

import static firsthour.language.Texts.t;

import firsthour.language.Texts;
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
            return t("{0} min", 0);
        }
        if (time.toMinutes() == 0) {
            return t("under 1 min");
        }
        if (time.toHours() == 0) {
            return t("{0} min", time.toMinutes());
        }
        if (time.toHours() >= 10 && time.toHours() < 48) {
            return t("{0} h", time.toHours());
        }
        if (time.toHours() < 48) {
            return joined(
                    t("{0} h", time.toHours()),
                    t("{0} min", time.toMinutesPart()),
                    time.toMinutesPart());
        }
        return time.toDays() < 10
                ? joined(
                        t("{0} d", time.toDays()),
                        t("{0} h", time.toHoursPart()),
                        time.toHoursPart())
                : t("{0} d", time.toDays());
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
        return Texts.number(n);
    }

    /// A stored name in words: `NOT_ABOUT_US` is "not about us".
    public static String words(String stored) {
        return stored.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String joined(String large, String small, int rest) {
        return rest == 0 ? large : large + " " + small;
    }
}
