package firsthour.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates and states of a report in words.
public final class ReportWords {
    private static final DateTimeFormatter DAY = format("d MMMM yyyy");
    private static final DateTimeFormatter DAY_OF_MONTH = format("d MMMM");
    private static final DateTimeFormatter WEEKDAY = format("EEEE d");
    private static final DateTimeFormatter MOMENT = format("EEE d MMM, HH:mm");
    private static final DateTimeFormatter EXACT = format("EEEE d MMMM yyyy, HH:mm:ss zzz");

    private ReportWords() {}

    /// `Week 46, 9–15 November 2026`
    public static String title(WeekSpan span) {
        var first = span.week().monday();
        var last = first.plusDays(6);
        String from;
        if (first.getYear() != last.getYear()) {
            from = DAY.format(first) + " – ";
        } else if (first.getMonth() != last.getMonth()) {
            from = DAY_OF_MONTH.format(first) + " – ";
        } else {
            from = first.getDayOfMonth() + "–";
        }
        return "Week %d, %s%s".formatted(span.week().number(), from, DAY.format(last));
    }

    /// Zone, hours and what is counted: the first line below the title.
    public static String counted(WeeklyReport report) {
        var span = report.span();
        var words =
                new StringBuilder(
                        ("Monday 00:00 to the next Monday 00:00 in %s, %d hours, around the clock."
                                        + " Mentions count by when they were published, deadlines by"
                                        + " when they fell due, unanswered ones included.")
                                .formatted(span.zone().getId(), span.hours()));
        if (report.unfinished()) {
            words.append(" The week is not over: counted until ")
                    .append(moment(report.countedUntil(), span.zone()))
                    .append('.');
        }
        int history = report.figures().history();
        if (history > 0) {
            words.append(' ')
                    .append(Spoken.count(history, "mention was", "mentions were"))
                    .append(
                            " found more than 48 hours after publication: counted here, but such"
                                    + " history opens no case and is left out of the detection lag.");
        }
        return words.toString();
    }

    /// `Monday 9`
    public static String day(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /// `Thu 12 Nov, 14:20`
    public static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /// With seconds and zone, for who hovers.
    public static String exact(Instant at, ZoneId zone) {
        return EXACT.format(at.atZone(zone));
    }

    /// What was said: the words, or what stands for them.
    public static String said(Listed listed) {
        if (listed.deleted()) {
            return "No longer kept.";
        }
        var title = listed.title();
        var text =
                title == null || title.isBlank() || listed.text().startsWith(title)
                        ? listed.text()
                        : title + (listed.text().isBlank() ? "" : " — " + listed.text());
        return text.isBlank() ? "No words" : text;
    }

    /// `★★☆☆☆`; null without a rating.
    public static @Nullable String stars(Listed listed) {
        var rating = listed.rating();
        return rating == null
                ? null
                : "★".repeat(Math.clamp(rating, 0, 5)) + "☆".repeat(5 - Math.clamp(rating, 0, 5));
    }

    /// How a deadline stood at an instant, and what came of it since.
    public static String standing(Listed listed, Instant until) {
        var due = listed.dueAt();
        if (due == null) {
            return "";
        }
        var left = Duration.between(until, due);
        return left.isPositive()
                ? Spoken.time(left) + " left"
                : Spoken.time(left.negated()) + " late";
    }

    /// What has happened to a case that waited, up to now.
    public static String since(Listed listed, ZoneId zone) {
        var met = listed.metAt();
        if (met != null) {
            return "answered " + moment(met, zone);
        }
        var state = listed.caseState();
        if ("DISMISSED".equals(state)) {
            return "dismissed since";
        }
        var assignee = listed.assignee();
        return assignee == null ? "nobody has claimed it" : "with " + assignee;
    }

    /// Whether a deadline was late, met or running at an instant; a class of the style sheet.
    public static String mark(Listed listed, Instant until) {
        var due = listed.dueAt();
        return due != null && due.isBefore(until) ? "late" : "on-track";
    }

    /// `Spanish` for `es`.
    public static String language(String code) {
        return code.equals("und")
                ? "not recognised"
                : Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    /// The name of a report's file: `kestrel-coffee-2026-W46.html`.
    public static String fileName(ReportedBrand brand, WeekSpan span) {
        return slug(brand) + "-" + span.week() + ".html";
    }

    /// Letters and digits of any script, in lower case; everything else is a dash.
    private static String slug(ReportedBrand brand) {
        var slug =
                brand.name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "brand-" + brand.id() : slug;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
