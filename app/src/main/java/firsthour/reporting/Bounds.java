package firsthour.reporting;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What is counted: a brand, a week, and until when.
///
/// @param until the end of the week, or now while the week runs; excluded
record Bounds(ReportedBrand brand, WeekSpan span, Instant until) {

    static Bounds of(ReportedBrand brand, WeekSpan span, Instant now) {
        var until = now.isBefore(span.to()) ? now : span.to();
        return new Bounds(brand, span, until.isBefore(span.from()) ? span.from() : until);
    }

    /// The values that conditions of figures name; a fresh map.
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("brand", brand.id());
        values.put("from", span.from());
        values.put("to", span.to());
        values.put("until", until);
        return values;
    }
}
