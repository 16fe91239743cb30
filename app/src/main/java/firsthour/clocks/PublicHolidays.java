package firsthour.clocks;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import firsthour.language.Language;
import jakarta.inject.Singleton;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The public holidays of countries and their regions, from Jollyday.
@Singleton
public class PublicHolidays {

    /// A country or a region of one.
    ///
    /// @param code "de", "de-by"
    /// @param name in the language of the page; a region's with its country
    public record Place(String code, String name) {}

    /// Every place whose holidays are known, by name, regions after their country.
    public List<Place> list() {
        return Objects.requireNonNull(Places.ALL.get(Language.current()));
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

    /// What a holiday is called in the language of the page: days off are stored with their English
    /// names. As it was stored where it is none of these.
    public static String say(String stored) {
        return Names.say(stored);
    }

    /// Read once and only when somebody asks: each country is a file of its own.
    private static final class Places {
        private static final List<CalendarHierarchy> COUNTRIES =
                HolidayManager.getSupportedCalendarCodes().stream()
                        .map(String::toLowerCase)
                        .filter(code -> code.length() == 2)
                        .map(code -> HolidayManager.getInstance(ManagerParameters.create(code)))
                        .map(HolidayManager::getCalendarHierarchy)
                        .toList();

        private static final Map<Language, List<Place>> ALL =
                Arrays.stream(Language.values())
                        .collect(Collectors.toMap(each -> each, each -> of(each.locale())));

        private static List<Place> of(Locale locale) {
            return ordered(COUNTRIES.stream(), locale)
                    .flatMap(country ->
                            withRegions(
                                    country,
                                    country.getId(),
                                    country.getDescription(locale),
                                    locale))
                    .toList();
        }

        private static Stream<Place> withRegions(
                CalendarHierarchy place, String code, String name, Locale locale) {
            return Stream.concat(
                    Stream.of(new Place(code.toLowerCase(Locale.ROOT), name)),
                    ordered(place.getChildren().values().stream(), locale)
                            .flatMap(region ->
                                    withRegions(
                                            region,
                                            code + "-" + region.getId(),
                                            name + ", " + region.getDescription(locale),
                                            locale)));
        }

        /// Österreich stands before Portugal.
        private static Stream<CalendarHierarchy> ordered(
                Stream<CalendarHierarchy> places, Locale locale) {
            return places.sorted(
                    Comparator.comparing(
                            place -> place.getDescription(locale), Collator.getInstance(locale)));
        }
    }

    /// Jollyday's names of holidays by their English ones, read when somebody asks.
    private static final class Names {
        private static final Map<String, String> KEYS = keys();

        static String say(String stored) {
            var key = KEYS.get(stored);
            return key == null ? stored : in(Language.current().locale()).getString(key);
        }

        private static Map<String, String> keys() {
            var english = in(Locale.ENGLISH);
            var keys = new HashMap<String, String>();
            english.keySet().stream()
                    .sorted()
                    .forEach(key -> keys.putIfAbsent(english.getString(key), key));
            return Map.copyOf(keys);
        }

        private static ResourceBundle in(Locale locale) {
            return ResourceBundle.getBundle(
                    "descriptions.holiday_descriptions",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));
        }
    }
}
