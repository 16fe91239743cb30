package firsthour.demo;

import firsthour.clocks.CalendarChanges;
import firsthour.clocks.CalendarDraft;
import firsthour.clocks.CalendarDraft.FeedDraft;
import firsthour.clocks.CalendarSaving;
import firsthour.clocks.Policy;
import firsthour.clocks.PolicySaving;
import firsthour.triage.PolicyDesk;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalLong;

/// What the invented brand promises: the standard, with the hours of its desk beside it.
@Singleton
class SamplePromises {
    private static final String MADE_BY = "maya";

    private final CalendarChanges calendars;
    private final PolicyDesk policies;
    private final SampleStaff staff;

    SamplePromises(CalendarChanges calendars, PolicyDesk policies, SampleStaff staff) {
        this.calendars = calendars;
        this.policies = policies;
        this.staff = staff;
    }

    void make(long brandId, String zone) {
        var by = staff.id(MADE_BY);
        if (!(calendars.add(desk(zone), by) instanceof CalendarSaving.Saved calendar)) {
            throw new IllegalStateException("The sample's calendar was refused");
        }
        var everything =
                new Policy(
                        0,
                        Policy.STANDARD.number(),
                        Policy.STANDARD.name(),
                        Policy.Scope.ALL,
                        OptionalLong.of(calendar.calendarId()),
                        true,
                        Policy.STANDARD.targets());
        if (!(policies.change(brandId, 0, List.of(everything), by) instanceof PolicySaving.Saved)) {
            throw new IllegalStateException("The sample's policy was refused");
        }
    }

    private static CalendarDraft desk(String zone) {
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    switch (day) {
                        case SATURDAY -> "10:00-16:00";
                        case SUNDAY -> "";
                        default -> "08:00-13:00, 13:30-20:00";
                    });
        }
        return new CalendarDraft(
                "Kestrel service desk", zone, week, "gb-eng", "", new FeedDraft.Kept());
    }
}
