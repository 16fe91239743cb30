package firsthour.web.report;

import static firsthour.language.Texts.t;

import firsthour.reporting.Figure;
import firsthour.reporting.FigureList;
import firsthour.reporting.Listed;
import firsthour.reporting.ReportLinks;
import firsthour.reporting.ReportWords;
import firsthour.reporting.Slice;
import firsthour.reporting.Spoken;
import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of what stands behind a figure.
///
/// @param narrowed what restricts the figure, in words; empty where nothing does
/// @param earlier the address of the page before; null on the first
/// @param later the address of the next page; null on the last
@Introspected
public record FigureListView(
        FigureList list,
        ReportLinks links,
        List<String> narrowed,
        @Nullable String earlier,
        @Nullable String later) {

    static FigureListView of(FigureList list, ReportLinks links) {
        int next = list.offset() + FigureList.PAGE;
        int before = Math.max(list.offset() - FigureList.PAGE, 0);
        return new FigureListView(
                list,
                links,
                narrowed(list),
                list.offset() == 0 ? null : links.to(list.figure(), list.slice(), before),
                next >= list.total() ? null : links.to(list.figure(), list.slice(), next));
    }

    /// `1–50 of 133`
    public String shown() {
        if (list.total() == 0) {
            return t("none");
        }
        if (list.rows().isEmpty()) {
            return t("None of {0}", Spoken.number(list.total()));
        }
        return list.rows().size() == list.total()
                ? Spoken.number(list.total())
                : t(
                        "{0}–{1} of {2}",
                        Spoken.number(list.offset() + 1),
                        Spoken.number(list.offset() + list.rows().size()),
                        Spoken.number(list.total()));
    }

    /// What became of a row, in words.
    public String fate(Listed listed) {
        var words = new ArrayList<String>();
        if (listed.judgement() != null) {
            words.add(listed.judgement().words());
        }
        var due = listed.dueAt();
        if (due != null) {
            words.add(t("due {0}", ReportWords.moment(due, list.span().zone())));
            var met = listed.metAt();
            words.add(
                    met == null
                            ? t("not met yet")
                            : met.isAfter(due)
                                    ? t(
                                            "met late, {0}",
                                            ReportWords.moment(met, list.span().zone()))
                                    : t("met {0}", ReportWords.moment(met, list.span().zone())));
        }
        if (listed.caseState() != null) {
            words.add(ReportWords.state(listed.caseState()));
        }
        if (listed.assignee() != null) {
            words.add(t("with {0}", listed.assignee()));
        }
        return String.join(" · ", words);
    }

    private static List<String> narrowed(FigureList list) {
        Slice slice = list.slice();
        var words = new ArrayList<String>();
        if (slice.day() != null) {
            words.add(ReportWords.day(slice.day()));
        }
        if (slice.judgement() != null) {
            words.add(slice.judgement().words());
        }
        if (slice.reason() != null) {
            words.add(
                    list.figure() == Figure.REMEDIES
                            ? t("by the rule “{0}”", slice.reason())
                            : ReportWords.reason(slice.reason()));
        }
        if (slice.language() != null) {
            words.add(ReportWords.language(slice.language()));
        }
        if (slice.source() != null) {
            words.add(
                    list.rows().isEmpty()
                            ? t("one source")
                            : t("source|from {0}", list.rows().getFirst().source()));
        }
        return words;
    }
}
