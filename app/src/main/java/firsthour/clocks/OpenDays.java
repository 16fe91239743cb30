package firsthour.clocks;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.language.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells day by day where the time of a target lies in business hours: "30 min left that day,
/// closed Sat and Sun, 30 min on Monday". A long time is told as a sum.
final class OpenDays {
    /// More days are summed up.
    private static final int TOLD_SINGLY = 8;

    private final BusinessHours hours;
    private final Deadline deadline;
    private final List<BusinessHours.Span> open;
    private final Map<LocalDate, Duration> byDay = new TreeMap<>();

    /// Also those of which nothing counted, because the customer was waited for.
    private final Set<LocalDate> openDays;

    private final LocalDate first;
    private final LocalDate last;

    OpenDays(BusinessHours hours, Deadline deadline, List<Pause> pauses) {
        this.hours = hours;
        this.deadline = deadline;
        this.open = counted(pauses);
        this.first = deadline.startedAt().atZone(hours.zone()).toLocalDate();
        this.last = deadline.dueAt().atZone(hours.zone()).toLocalDate();
        open.forEach(span -> byDay.merge(day(span), span.length(), Duration::plus));
        this.openDays =
                hours.open(deadline.startedAt(), deadline.dueAt()).stream()
                        .map(this::day)
                        .collect(Collectors.toSet());
    }

    private LocalDate day(BusinessHours.Span span) {
        return span.from().atZone(hours.zone()).toLocalDate();
    }

    private List<BusinessHours.Span> counted(List<Pause> pauses) {
        var counted = new ArrayList<BusinessHours.Span>();
        var from = deadline.startedAt();
        for (var pause : pauses) {
            counted.addAll(hours.open(from, pause.from()));
            from = pause.until();
        }
        counted.addAll(hours.open(from, deadline.dueAt()));
        return counted;
    }

    String inWords() {
        var days = first.plusDays(1).datesUntil(last.plusDays(1)).toList();
        return Stream.concat(
                        firstDay().stream(),
                        days.size() > TOLD_SINGLY ? summed(days) : singly(days))
                .collect(Collectors.joining(", "));
    }

    private List<String> firstDay() {
        var length = byDay.get(first);
        if (length == null) {
            return openDays.contains(first)
                    ? List.of()
                    : List.of(
                            isClosed(first)
                                    ? t("closed that day") + reason(first)
                                    : t("closed by then"));
        }
        var begins = open.getFirst().from();
        var today =
                first.equals(last)
                        ? t("{0} that day", Receipt.words(length))
                        : t("{0} left that day", Receipt.words(length));
        return begins.isAfter(deadline.startedAt())
                ? List.of(t("closed until {0}", Receipt.time(begins.atZone(hours.zone()))), today)
                : List.of(today);
    }

    private Stream<String> singly(List<LocalDate> days) {
        var told = new ArrayList<String>();
        var closed = new ArrayList<LocalDate>();
        for (var day : days) {
            var length = byDay.get(day);
            if (length == null && !openDays.contains(day)) {
                closed.add(day);
                continue;
            }
            tellClosed(closed, told);
            if (length != null) {
                told.add(t("day|{0} on {1}", Receipt.words(length), name(day, TextStyle.FULL)));
            }
        }
        tellClosed(closed, told);
        return told.stream();
    }

    private void tellClosed(List<LocalDate> closed, List<String> told) {
        if (!closed.isEmpty()) {
            told.add(
                    t(
                            "closed {0}",
                            listed(closed, day -> name(day, TextStyle.SHORT) + reason(day))));
            closed.clear();
        }
    }

    private Stream<String> summed(List<LocalDate> days) {
        var between = days.subList(0, days.size() - 1);
        var length =
                between.stream()
                        .map(day -> byDay.getOrDefault(day, Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus);
        var counted = between.stream().filter(byDay::containsKey).count();
        var closed = between.stream().filter(day -> !openDays.contains(day)).count();
        var named =
                between.stream()
                        .filter(hours.daysOff()::containsKey)
                        .map(hours.daysOff()::get)
                        .map(PublicHolidays::say)
                        .distinct()
                        .toList();
        var told = count(counted, "{1} on {0} day", "{1} on {0} days", Receipt.words(length));
        var off = closed + (named.isEmpty() ? "" : " (" + listed(named, String::valueOf) + ")");
        return Stream.of(
                closed == 0 ? told : t("{0}, closed {1}", told, off),
                t(
                        "day|{0} on {1}",
                        Receipt.words(byDay.getOrDefault(last, Duration.ZERO)),
                        name(last, TextStyle.FULL)));
    }

    private boolean isClosed(LocalDate day) {
        return hours.daysOff().containsKey(day) || !hours.week().containsKey(day.getDayOfWeek());
    }

    private String reason(LocalDate day) {
        var name = hours.daysOff().get(day);
        return name == null ? "" : " (" + PublicHolidays.say(name) + ")";
    }

    private static String name(LocalDate day, TextStyle style) {
        DayOfWeek ofWeek = day.getDayOfWeek();
        return ofWeek.getDisplayName(style, Language.current().locale());
    }

    /// "Sat, Sun and Mon".
    private static <T> String listed(List<T> all, Function<T, String> words) {
        var named = all.stream().map(words).toList();
        return named.size() < 2
                ? String.join("", named)
                : t(
                        "{0} and {1}",
                        String.join(", ", named.subList(0, named.size() - 1)), named.getLast());
    }
}
