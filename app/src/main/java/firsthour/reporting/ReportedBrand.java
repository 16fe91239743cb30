package firsthour.reporting;

import static firsthour.language.Texts.t;

import java.time.ZoneId;

/// A brand as reports need it.
///
/// @param sample whether its posts, authors and staff are invented
/// @param ownTargets whether it has ever promised anything but a word within the hour and an answer
///   within a day
public record ReportedBrand(long id, String name, ZoneId zone, boolean sample, boolean ownTargets) {

    /// Of a first word that came in time.
    String withinTheHour() {
        return ownTargets ? t("in time") : t("within the hour");
    }

    /// Of an answer that came in time.
    String withinADay() {
        return ownTargets ? t("in time") : t("within a day");
    }

    /// Of an answer that was waited for until after its time.
    String forLongerThanADay() {
        return ownTargets ? t("for longer than was promised") : t("for longer than a day");
    }
}
