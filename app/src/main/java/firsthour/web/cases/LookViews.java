package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.SecondLook;
import firsthour.response.SecondLookRequests;
import firsthour.response.SecondLookState;
import firsthour.response.SecondLooks;
import firsthour.response.Sending;
import firsthour.response.Way;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.CaseState;
import firsthour.triage.CaseView;
import firsthour.triage.LookRule;
import firsthour.triage.QueueRow;
import firsthour.web.cases.LookView.Line;
import firsthour.web.cases.LookView.Waiting;
import firsthour.web.shell.TimeLeft;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Puts second looks into words.
@Singleton
public final class LookViews {
    private static final int MOST = 200;
    private static final int MOST_WORDS = 160;

    private final SecondLooks looks;
    private final SecondLookRequests requests;
    private final CheckViews checks;
    private final Sending sending;
    private final Clock clock;

    LookViews(
            SecondLooks looks,
            SecondLookRequests requests,
            CheckViews checks,
            Sending sending,
            Clock clock) {
        this.looks = looks;
        this.requests = requests;
        this.checks = checks;
        this.sending = sending;
        this.clock = clock;
    }

    /// The look that matters on a case now; empty where none does.
    ///
    /// @param panels what the reader has typed
    Optional<LookView> find(CaseView view, SignedIn reader, Panels panels) {
        if (view.row().state() != CaseState.OPEN) {
            return Optional.empty();
        }
        var now = clock.instant();
        return looks.findByCase(view.row().id()).stream()
                .filter(look -> look.episode() == view.episode())
                .reduce((_, last) -> last)
                .filter(look -> matters(look, now))
                .map(look -> view(look, view, reader, panels, now));
    }

    /// The name of the rule by which a reader's words need a look; empty where none does.
    Optional<String> findRule(QueueRow row, SignedIn reader) {
        return requests.findRule(row.id(), row.brandId(), CaseParts.actor(reader))
                .map(LookRule::name);
    }

    /// What waits for somebody on all cases.
    public Waiting waiting(SignedIn reader) {
        var now = clock.instant();
        var all = looks.findWaiting(MOST);
        return new Waiting(
                lines(all, look -> isFor(look, reader), now),
                lines(all, look -> !isFor(look, reader), now));
    }

    /// How many wait for a reader.
    int count(SignedIn reader) {
        return reader.may(Role.AGENT) ? looks.countWaiting(reader.memberId()) : 0;
    }

    private static boolean isFor(SecondLook look, SignedIn reader) {
        return reader.may(Role.AGENT)
                && look.authorId() != reader.memberId()
                && (look.colleagueId() == 0 || look.colleagueId() == reader.memberId());
    }

    private static boolean matters(SecondLook look, Instant now) {
        return switch (look.state()) {
            case OPEN -> now.isBefore(look.dueAt());
            case APPROVED, SENT_BACK, LAPSED -> true;
            case WITHDRAWN, CALLED_OFF -> false;
        };
    }

    private LookView view(
            SecondLook look, CaseView view, SignedIn reader, Panels panels, Instant now) {
        boolean open = look.state() == SecondLookState.OPEN;
        boolean mine = look.authorId() == reader.memberId();
        boolean mayLook = open && !mine && reader.may(Role.AGENT);
        boolean keeps =
                view.row().assignee().filter(by -> by.memberId() == reader.memberId()).isPresent();
        boolean typed = mayLook && Panels.LOOK.equals(panels.open());
        var words = typed ? panels.text() : look.words();
        return new LookView(
                look.id(),
                look.caseId(),
                lead(look, reader),
                open ? TimeLeft.running(look.askedAt(), look.dueAt(), now) : null,
                look.kind().words(),
                mayLook,
                open && (mine || keeps || reader.may(Role.MANAGER)),
                look.askedWords(),
                words,
                typed ? panels.note() : look.note().orElse(""),
                mayLook
                        ? checks.ofLook(look, words, typed ? panels.reasons() : look.reasons())
                        : null,
                mayLook ? sending.findWay(look.caseId()).map(Way::network).orElse(null) : null,
                typed ? panels.errors().at("text") : null,
                typed ? panels.errors().at("note") : null);
    }

    private static String lead(SecondLook look, SignedIn reader) {
        var settler = look.settledBy().orElse(t("Somebody who is gone"));
        return switch (look.state()) {
            case OPEN -> asked(look, reader);
            case APPROVED ->
                    look.changed()
                            ? t("{0} changed the words and approved them.", settler)
                            : t("{0} approved the words.", settler);
            case SENT_BACK -> t("{0} sent the words back.", settler);
            case LAPSED -> t("Nobody gave the second look in time. Post the words without.");
            case WITHDRAWN, CALLED_OFF -> t("No second look is asked for any more.");
        };
    }

    private static String asked(SecondLook look, SignedIn reader) {
        var kind = look.kind().words();
        var colleague = look.colleague().orElse(t("anybody"));
        if (look.authorId() == reader.memberId()) {
            return t("You asked {0} for a second look at the {1}.", colleague, kind);
        }
        return look.colleagueId() == reader.memberId()
                ? t("{0} asked you for a second look at the {1}.", look.author(), kind)
                : t("{0} asked {1} for a second look at the {2}.", look.author(), colleague, kind);
    }

    private static List<Line> lines(
            List<SecondLook> all, Predicate<SecondLook> which, Instant now) {
        return all.stream()
                .filter(which)
                .map(look ->
                        new Line(
                                look.caseId(),
                                t(
                                        "{0} asked {1}",
                                        look.author(), look.colleague().orElse(t("anybody"))),
                                TimeLeft.running(look.askedAt(), look.dueAt(), now),
                                start(look.words())))
                .toList();
    }

    private static String start(String words) {
        return words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS)) + "…";
    }
}
