package firsthour.clocks;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The public holidays of countries and their regions, from Jollyday.
@Singleton
public class PublicHolidays {

    /// A country or a region of one.
    ///
    /// @param code "de", "de-by"
    /// @param name in English; a region's with its country
    public record Place(String code, String name) {}

    /// Every place whose holidays are known, by name, regions after their country.
    public List<Place> list() {
        return Places.ALL;
    }

    /// The name of a place; empty where its holidays are not known.
    public Optional<String> findName(String code) {
        return list().stream()
                .filter(place -> place.code().equals(code))
                .map(Place::name)
                .findFirst();
    }

    /// The days off of a place that is known.
    ///
    /// @param until the last day that is asked for
    List<DayOff> between(String code, LocalDate from, LocalDate until) {
        var parts = code.split("-", -1);
        return HolidayManager.getInstance(ManagerParameters.create(parts[0]))
                .getHolidays(
                        from,
                        until,
                        HolidayType.PUBLIC_HOLIDAY,
                        Arrays.copyOfRange(parts, 1, parts.length))
                .stream()
                .map(holiday ->
                        DayOff.named(
                                holiday.getDate(),
                                DayOff.Origin.PUBLIC,
                                holiday.getDescription(Locale.ENGLISH)))
                .toList();
    }

    /// Read once and only when somebody asks: each country is a file of its own.
    private static final class Places {
        static final List<Place> ALL =
                HolidayManager.getSupportedCalendarCodes().stream()
                        .map(String::toLowerCase)
                        .filter(code -> code.length() == 2)
                        .map(code -> HolidayManager.getInstance(ManagerParameters.create(code)))
                        .map(HolidayManager::getCalendarHierarchy)
                        .sorted(Comparator.comparing(Places::name))
                        .flatMap(country -> withRegions(country, country.getId(), name(country)))
                        .toList();

        private static Stream<Place> withRegions(
                CalendarHierarchy place, String code, String name) {
            return Stream.concat(
                    Stream.of(new Place(code.toLowerCase(Locale.ROOT), name)),
                    place.getChildren().values().stream()
                            .sorted(Comparator.comparing(Places::name))
                            .flatMap(region ->
                                    withRegions(
                                            region,
                                            code + "-" + region.getId(),
                                            name + ", " + name(region))));
        }

        private static String name(CalendarHierarchy place) {
            return place.getDescription(Locale.ENGLISH);
        }
    }
}
