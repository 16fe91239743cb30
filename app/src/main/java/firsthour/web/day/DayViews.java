package firsthour.web.day;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.language.Language;
import firsthour.security.SignedIn;
import firsthour.time.Clock;
import firsthour.triage.Day;
import firsthour.triage.Days;
import firsthour.triage.QueueRow;
import firsthour.web.cases.LookViews;
import firsthour.web.cases.RowView;
import firsthour.web.cases.RowViews;
import firsthour.web.promises.PromiseViews;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;

/// Puts a person's day together. Each case stands in it once.
@Singleton
class DayViews {

    private final Days days;
    private final LookViews looks;
    private final PromiseViews promises;
    private final RowViews rows;
    private final Clock clock;

    DayViews(Days days, LookViews looks, PromiseViews promises, RowViews rows, Clock clock) {
        this.days = days;
        this.looks = looks;
        this.promises = promises;
        this.rows = rows;
        this.clock = clock;
    }

    DayView of(SignedIn reader) {
        var now = clock.instant();
        var day = days.find(reader.memberId());
        var cameBack = where(day, row -> day.cameBack().contains(row.id()));
        var others = where(day, row -> !day.cameBack().contains(row.id()));
        var waiting = others.stream().filter(row -> row.waitingSince().isPresent()).toList();
        var silent = waiting.stream().filter(row -> row.silentDays() > 0).toList();
        var free = others.stream().filter(row -> row.waitingSince().isEmpty()).toList();
        return new DayView(
                lead(day, reader, now),
                day.offers(),
                day.questions(),
                looks.waiting(reader).forYou(),
                promises.today(reader),
                views(cameBack, reader, now),
                views(free.stream().filter(row -> row.due().isPresent()).toList(), reader, now),
                views(silent, reader, now),
                views(free.stream().filter(row -> row.due().isEmpty()).toList(), reader, now),
                waiting.size() - silent.size(),
                day.more());
    }

    private static List<QueueRow> where(Day day, Predicate<QueueRow> condition) {
        return day.cases().stream().filter(condition).toList();
    }

    private List<RowView> views(List<QueueRow> these, SignedIn reader, Instant now) {
        return these.stream()
                .map(row -> rows.of(row, reader, now, "tab=mine", null, true))
                .toList();
    }

    private static String had(Day day) {
        int all = day.cases().size();
        if (all == 0) {
            return t("no case");
        }
        return day.more() ? t("more than {0} cases", all) : count(all, "one case", "{0} cases");
    }

    private static String lead(Day day, SignedIn reader, Instant now) {
        var date =
                DateTimeFormatter.ofPattern(t("EEEE d MMMM"), Language.current().locale())
                        .format(now.atZone(reader.zone()));
        long late =
                day.cases().stream()
                        .filter(row -> row.due().filter(due -> due.isLate(now)).isPresent())
                        .count();
        return date
                + ". "
                + (late == 0
                        ? t("You have {0}.", had(day))
                        : t("You have {0}, {1} of them late.", had(day), late));
    }
}
