package firsthour.clocks;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

@MappedEntity("calendar_version")
record CalendarVersionRow(
        @Id @GeneratedValue long id,
        long calendarId,
        int number,
        String zone,
        String week,
        Instant madeAt,
        @Nullable Long madeBy) {

    /// @param daysOff the first that is named of a day gives it its name
    BusinessHours hours(List<DayOff> daysOff) {
        var named = new LinkedHashMap<LocalDate, String>();
        daysOff.forEach(day -> named.putIfAbsent(day.day(), day.name()));
        return new BusinessHours(ZoneId.of(zone), WeekText.readWeek(week), named);
    }
}
