package firsthour.web.policies;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calendars, which brands share.
@Introspected
public record CalendarsView(List<Row> rows) {

    /// A calendar.
    ///
    /// @param week in words, "Mon to Fri 09:00-17:00"
    /// @param daysOff the next ones, in words
    /// @param trouble of its feed; null where all is well
    public record Row(
            long id,
            String name,
            String zone,
            List<String> week,
            String daysOff,
            @Nullable String trouble) {}
}
