package firsthour.connectors.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates that occur in exports. Never guesses: neither the zone of a date that has none,
/// nor whether 11/09 is in November.
final class Dates {
    private static final String TIME = "(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)";
    private static final String ZONE = "(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)";
    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:(?:[T ]|, )"
                            + TIME
                            + "\\s*"
                            + ZONE
                            + "?(?:\\[([\\w/+-]+)\\])?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,?\\s+" + TIME + "\\s*" + ZONE + "?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern EITHER_WAY = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{2,4}.*");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
    private static final List<DateTimeFormatter> WRITTEN =
            List.of(
                    DateTimeFormatter.RFC_1123_DATE_TIME,
                    DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH));
    private static final String REMEDY = "Write it like 2026-11-09T06:03:00Z.";

    private Dates() {}

    static Instant read(String text, Optional<ZoneId> zone) throws BadRow {
        String date = text.strip();
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(date);
            if (yearFirst.matches()) {
                LocalDate day = day(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
                String region = yearFirst.group(7);
                return at(
                        day,
                        yearFirst.group(5),
                        yearFirst.group(6),
                        region == null ? zone : Optional.of(ZoneId.of(region)));
            }
            Matcher dayFirst = DAY_FIRST.matcher(date);
            if (dayFirst.matches()) {
                LocalDate day = day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
                return at(day, dayFirst.group(4), dayFirst.group(5), zone);
            }
        } catch (DateTimeException e) {
            throw new BadRow("The date does not exist in the calendar. " + REMEDY);
        }
        if (EPOCH.matcher(date).matches()) {
            long number = Long.parseLong(date);
            return date.length() == 10
                    ? Instant.ofEpochSecond(number)
                    : Instant.ofEpochMilli(number);
        }
        if (EITHER_WAY.matcher(date).matches()) {
            throw new BadRow("The date may be read day first or month first. " + REMEDY);
        }
        return WRITTEN.stream()
                .flatMap(format -> find(date, format).stream())
                .findFirst()
                .orElseThrow(() -> new BadRow("The date is in no known form. " + REMEDY));
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Instant at(
            LocalDate day, @Nullable String time, @Nullable String offset, Optional<ZoneId> zone)
            throws BadRow {
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time(time);
        if (offset != null) {
            return day.atTime(clock).toInstant(offset(offset));
        }
        ZoneId place =
                zone.orElseThrow(() ->
                        new BadRow(
                                "The date has no zone. Add it, as in 2026-11-09T06:03:00+01:00; or,"
                                        + " for a file, say where it was written: --zone"
                                        + " Europe/Berlin."));
        return day.atTime(clock).atZone(place).toInstant();
    }

    private static LocalTime time(String time) {
        return LocalTime.parse((time.indexOf(':') == 1 ? "0" + time : time).replace(',', '.'));
    }

    private static ZoneOffset offset(String offset) {
        return Character.isLetter(offset.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }

    private static Optional<Instant> find(String date, DateTimeFormatter format) {
        try {
            return Optional.of(OffsetDateTime.parse(date, format).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // another format may fit; if none does, the row says so
        }
    }
}
