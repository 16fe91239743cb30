package firsthour.reporting;

import java.time.ZoneId;

/// A brand as reports need it.
///
/// @param sample whether its posts, authors and staff are invented
public record ReportedBrand(long id, String name, ZoneId zone, boolean sample) {}
