package firsthour.reporting;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates and states of a report in words.
public final class ReportWords {
    private ReportWords() {}

    /// `Week 46, 9–15 November 2026`
    public static String title(WeekSpan span) {
        var first = span.week().monday();
        var last = first.plusDays(6);
        String days;
        if (first.getYear() != last.getYear()) {
            days = format(t("d MMMM yyyy"), first) + " – " + format(t("d MMMM yyyy"), last);
        } else if (first.getMonth() != last.getMonth()) {
            days = format(t("d MMMM"), first) + " – " + format(t("d MMMM yyyy"), last);
        } else {
            days = t("{0}–{1}", first.getDayOfMonth(), format(t("d MMMM yyyy"), last));
        }
        return t("Week {0}, {1}", span.week().number(), days);
    }

    /// Zone, hours and what is counted: the first line below the title.
    public static String counted(WeeklyReport report) {
        var span = report.span();
        var words =
                new StringBuilder(
                        t(
                                "Monday 00:00 to the next Monday 00:00 in {0}, {1} hours, around the clock. Mentions count by when they were published, deadlines by when they fell due, unanswered ones included.",
                                span.zone().getId(), span.hours()));
        if (report.unfinished()) {
            words.append(' ')
                    .append(
                            t(
                                    "The week is not over: counted until {0}.",
                                    moment(report.countedUntil(), span.zone())));
        }
        int history = report.figures().history();
        if (history > 0) {
            words.append(' ')
                    .append(
                            count(
                                    history,
                                    "{0} mention was found more than 48 hours after publication: counted here, but such history opens no case and is left out of the detection lag.",
                                    "{0} mentions were found more than 48 hours after publication: counted here, but such history opens no case and is left out of the detection lag."));
        }
        return words.toString();
    }

    /// `Monday 9`
    public static String day(LocalDate day) {
        return format(t("EEEE d"), day);
    }

    /// `Thu 12 Nov, 14:20`
    public static String moment(Instant at, ZoneId zone) {
        return format(t("EEE d MMM, HH:mm"), at.atZone(zone));
    }

    /// With seconds and zone, for who hovers.
    public static String exact(Instant at, ZoneId zone) {
        return format(t("EEEE d MMMM yyyy, HH:mm:ss zzz"), at.atZone(zone));
    }

    /// What was said: the words, or what stands for them.
    public static String said(Listed listed) {
        if (listed.deleted()) {
            return t("No longer kept.");
        }
        var title = listed.title();
        var text =
                title == null || title.isBlank() || listed.text().startsWith(title)
                        ? listed.text()
                        : title + (listed.text().isBlank() ? "" : " — " + listed.text());
        return text.isBlank() ? t("No words") : text;
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
                ? t("{0} left", Spoken.time(left))
                : t("{0} late", Spoken.time(left.negated()));
    }

    /// What has happened to a case that waited, up to now.
    public static String since(Listed listed, ZoneId zone) {
        var met = listed.metAt();
        if (met != null) {
            return t("answered {0}", moment(met, zone));
        }
        var state = listed.caseState();
        if ("DISMISSED".equals(state)) {
            return t("dismissed since");
        }
        var assignee = listed.assignee();
        return assignee == null ? t("nobody has claimed it") : t("with {0}", assignee);
    }

    /// Whether a deadline was late, met or running at an instant; a class of the style sheet.
    public static String mark(Listed listed, Instant until) {
        var due = listed.dueAt();
        return due != null && due.isBefore(until) ? "late" : "on-track";
    }

    /// `Spanish` for `es`.
    public static String language(String code) {
        return code.equals("und")
                ? t("not recognised")
                : Locale.forLanguageTag(code).getDisplayLanguage(Language.current().locale());
    }

    /// Why a case was dismissed, by the stored name.
    public static String reason(String stored) {
        return switch (stored) {
            case "NOT_ABOUT_US" -> t("not about us");
            case "NOT_A_COMPLAINT" -> t("not a complaint");
            case "SPAM" -> t("spam");
            case "DUPLICATE" -> t("duplicate");
            case "SOLVED_ELSEWHERE" -> t("solved elsewhere");
            case "OTHER" -> t("another reason");
            case "NO_REASON" -> t("no reason");
            default -> Spoken.words(stored);
        };
    }

    /// How a case stands, by the stored name.
    public static String state(String stored) {
        return switch (stored) {
            case "OPEN" -> t("case open");
            case "RESOLVED" -> t("case resolved");
            case "DISMISSED" -> t("case dismissed");
            default -> Spoken.words(stored);
        };
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

    private static String format(String pattern, TemporalAccessor at) {
        return DateTimeFormatter.ofPattern(pattern, Language.current().locale()).format(at);
    }
}
