package firsthour.clocks;

import static firsthour.language.Texts.t;

import firsthour.clocks.BusinessHours.Block;
import firsthour.clocks.CalendarSaving.Refused;
import firsthour.language.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads what somebody wrote about a calendar, or says what is wrong with it.
final class CalendarRules {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 2000;

    private CalendarRules() {}

    /// What was read of a draft.
    sealed interface Read {
        record Good(Map<DayOfWeek, List<Block>> week, List<DayOff> closures) implements Read {}

        record Bad(Refused why) implements Read {}
    }

    static Read read(CalendarDraft draft, PublicHolidays holidays, Instant now) {
        var name = draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return bad("name", t("Give it a name of at most {0} characters.", LONGEST_NAME));
        }
        if (!isZone(draft.zone())) {
            return bad(
                    "zone",
                    t(
                            "The time zone “{0}” is not known. Write it like Europe/Berlin or UTC.",
                            draft.zone()));
        }
        var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var blocks = WeekText.read(draft.week().getOrDefault(day, ""));
            if (blocks.isEmpty()) {
                return bad(
                        day.name().toLowerCase(Locale.ROOT),
                        t(
                                "The hours of {0} cannot be read. Write them in order, like 09:00-12:30, 13:30-18:00, at most to 24:00; leave them empty when it is closed.",
                                day.getDisplayName(TextStyle.FULL, Language.current().locale())));
            }
            week.put(day, blocks.get());
        }
        if (!draft.country().isEmpty() && holidays.findName(draft.country()).isEmpty()) {
            return bad(
                    "country",
                    t(
                            "The public holidays of “{0}” are not known. Choose a place of the list.",
                            draft.country()));
        }
        return switch (ClosureText.read(draft.closures())) {
            case ClosureText.Read.Unreadable(String message) -> bad("closures", message);
            case ClosureText.Read.Days(List<DayOff> closures) ->
                    isEverOpen(draft.zone(), week, closures, now)
                            ? new Read.Good(week, closures)
                            : bad(
                                    "monday",
                                    t(
                                            "Nobody is ever there: no deadline could be computed. Give at least one day some hours."));
        };
    }

    static Optional<String> problemOfAddress(String address) {
        try {
            var uri = new URI(address.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && address.length() <= LONGEST_ADDRESS) {
                return Optional.empty();
            }
        } catch (URISyntaxException e) {
            // Said below: it is no address, whatever is wrong with it.
        }
        return Optional.of(
                t(
                        "That is no web address. Copy the calendar's address, which begins with https:// and often ends in .ics; replace webcal:// by https://."));
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isEverOpen(
            String zone, Map<DayOfWeek, List<Block>> week, List<DayOff> closures, Instant now) {
        var daysOff = new HashMap<LocalDate, String>();
        closures.forEach(day -> daysOff.put(day.day(), day.name()));
        return new BusinessHours(ZoneId.of(zone), week, daysOff)
                .after(now, Duration.ofMinutes(1))
                .isPresent();
    }

    private static Read.Bad bad(String field, String message) {
        return new Read.Bad(new Refused(field, message));
    }
}
