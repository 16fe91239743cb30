package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.triage.MergeChoice;
import firsthour.triage.MergedCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was merged into a case, and with what it may be merged.
///
/// @param undone what was merged just now, for the bar that takes it back; null where nothing was
public record MergeView(List<Merged> merged, List<Choice> choices, @Nullable Merged undone) {
    /// Longer than the bar stands on the page, so that a slow answer is none that cannot be undone.
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    /// A case that was merged into this one.
    ///
    /// @param splits whether the reader may split it back
    public record Merged(long id, String words, Instant at, boolean splits) {}

    /// A case with which this one may be merged.
    ///
    /// @param value its number and version, as a form sends it
    public record Choice(String value, String words) {}

    /// @param undo whether something was done just now that can be taken back
    static MergeView of(
            List<MergedCase> merged,
            List<MergeChoice> choices,
            boolean works,
            boolean undo,
            Instant now) {
        var shown =
                merged.stream()
                        .map(it ->
                                new Merged(
                                        it.id(),
                                        it.authorHandle()
                                                .map(handle ->
                                                        t("Case {0} of {1}", it.id(), handle))
                                                .orElseGet(() -> t("Case {0}", it.id())),
                                        it.at(),
                                        works && it.direct()))
                        .toList();
        return new MergeView(
                shown,
                choices.stream()
                        .map(it ->
                                new Choice(
                                        it.id() + "-" + it.version(),
                                        t("Case {0}", it.id())
                                                + (it.sameCustomer()
                                                        ? " · " + t("same customer")
                                                        : "")
                                                + " · "
                                                + it.words()))
                        .toList(),
                undo && works
                        ? shown.reversed().stream()
                                .filter(it -> it.splits() && it.at().isAfter(now.minus(JUST_NOW)))
                                .findFirst()
                                .orElse(null)
                        : null);
    }
}
