package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A target with the hours that count toward it.
///
/// @param calendar whose hours are shown, whether or not they count
record AppliedTarget(Duration within, Hours hours, Optional<Calendar> calendar) {

    /// When it is due for what begins then, and why.
    Receipt from(Instant start) {
        return new Receipt(Deadline.of(within, hours, start, List.of()), within, hours, List.of());
    }
}
