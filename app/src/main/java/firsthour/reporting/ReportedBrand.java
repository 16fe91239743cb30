package firsthour.reporting;

import java.time.ZoneId;

/// A brand as reports need it.
///
/// @param sample whether its posts, authors and staff are invented
/// @param ownTargets whether it has ever promised anything but a word within the hour and an answer
///   within a day
public record ReportedBrand(long id, String name, ZoneId zone, boolean sample, boolean ownTargets) {

    /// Of a first word that came in time.
    String withinTheHour() {
        return ownTargets ? "in time" : "within the hour";
    }

    /// Of an answer that came in time.
    String withinADay() {
        return ownTargets ? "in time" : "within a day";
    }

    /// Of an answer that was waited for until after its time.
    String forLongerThanADay() {
        return ownTargets ? "for longer than was promised" : "for longer than a day";
    }
}
