package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.Answering;
import firsthour.response.Reading;
import firsthour.response.Saving;
import firsthour.response.SecondLook;
import firsthour.response.check.Concern;
import firsthour.response.check.Finding;
import firsthour.response.check.Weight;
import firsthour.triage.ReplyKind;
import firsthour.web.cases.CheckView.Elsewhere;
import firsthour.web.cases.CheckView.FindingView;
import firsthour.web.cases.CheckView.TwinView;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts into words what the check says.
@Singleton
public final class CheckViews {
    private final Answering answering;

    CheckViews(Answering answering) {
        this.answering = answering;
    }

    /// The check of what is being written.
    ///
    /// @param reasons why findings are let stand, by their keys, as they were typed
    CheckView of(
            long caseId,
            long memberId,
            Deed deed,
            String text,
            Map<String, String> reasons,
            Saving saving) {
        return of(caseId, memberId, deed.path(), kind(deed), text, reasons, saving);
    }

    /// The check of words that a colleague looks at; they are kept with the look.
    CheckView ofLook(SecondLook look, String text, Map<String, String> reasons) {
        return of(
                look.caseId(),
                look.authorId(),
                Panels.LOOK,
                look.kind(),
                text,
                reasons,
                new Saving.Saved(0));
    }

    private CheckView of(
            long caseId,
            long memberId,
            String path,
            ReplyKind kind,
            String text,
            Map<String, String> reasons,
            Saving saving) {
        var reading =
                text.isBlank() ? null : answering.read(caseId, memberId, kind, text).orElse(null);
        return new CheckView(
                caseId,
                path,
                switch (saving) {
                    case Saving.Saved(var version) -> version;
                    // The window's own version stays in its form: it still is behind.
                    case Saving.Elsewhere _, Saving.NotPossible _ -> 0;
                },
                saving instanceof Saving.Saved(var version) && version > 0 ? t("Draft kept.") : "",
                saving instanceof Saving.NotPossible(var advice) ? advice : null,
                saving instanceof Saving.Elsewhere(var words, var at, var version)
                        ? new Elsewhere(words, version, at)
                        : null,
                reading == null
                        ? null
                        : reading.findings().stream()
                                .map(it -> view(it, reading.text(), reasons))
                                .toList(),
                reading == null ? null : twin(reading),
                reading != null && reading.spellingWaits());
    }

    static ReplyKind kind(Deed deed) {
        return switch (deed) {
            case ANSWER -> ReplyKind.ANSWER;
            case FOLLOW_UP -> ReplyKind.FOLLOW_UP;
            default -> ReplyKind.ACKNOWLEDGEMENT;
        };
    }

    /// The check of what is written beside a case.
    ///
    /// @param path of the panel that it belongs to
    /// @param reasons why findings are let stand, by their keys, as they were typed
    public static CheckView of(String path, Reading reading, Map<String, String> reasons) {
        return new CheckView(
                0,
                path,
                0,
                "",
                null,
                null,
                reading.text().isEmpty()
                        ? null
                        : reading.findings().stream()
                                .map(it -> view(it, reading.text(), reasons))
                                .toList(),
                twin(reading),
                false);
    }

    private static FindingView view(Finding finding, String text, Map<String, String> reasons) {
        var key = finding.key(text);
        return new FindingView(
                key,
                finding.concern().label(),
                finding.weight() == Weight.MUST,
                finding.words(),
                finding.fragment(text),
                finding.start(),
                finding.end(),
                finding.instead(),
                finding.concern().waivable(),
                reasons.getOrDefault(key, ""),
                finding.concern() == Concern.PROMISE
                        ? t("Where is it written down, and for which day?")
                        : t("Why does it stand?"));
    }

    private static @Nullable TwinView twin(Reading reading) {
        return reading.twin()
                .map(it ->
                        new TwinView(
                                it.percent(),
                                it.whom()
                                        .map(name ->
                                                t(
                                                        "said|{0} to {1}",
                                                        it.who().orElse(t("Somebody")), name))
                                        .orElseGet(() -> it.who().orElse(t("Somebody"))),
                                it.text(),
                                it.at(),
                                it.caseId()))
                .orElse(null);
    }
}
