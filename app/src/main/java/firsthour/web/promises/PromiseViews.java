package firsthour.web.promises;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.response.Promise;
import firsthour.response.Promises;
import firsthour.response.Remedies;
import firsthour.response.Remedy;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.web.promises.PromisesView.Given;
import firsthour.web.promises.PromisesView.Line;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.TimeLeft;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the pages of promises together.
@Singleton
public class PromiseViews {
    private static final int MOST = 200;

    private final Promises promises;
    private final Remedies remedies;
    private final Clock clock;

    PromiseViews(Promises promises, Remedies remedies, Clock clock) {
        this.promises = promises;
        this.remedies = remedies;
        this.clock = clock;
    }

    PromisesView.Owed owed() {
        return owed(promises.findOwed(MOST + 1));
    }

    /// What a reader owes today: until the end of the day in the reader's zone.
    public PromisesView.Owed today(SignedIn reader) {
        var tomorrow =
                clock.instant()
                        .atZone(reader.zone())
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(reader.zone())
                        .toInstant();
        return owed(promises.findOwedBy(reader.memberId(), tomorrow, MOST + 1));
    }

    private PromisesView.Owed owed(List<Promise> owed) {
        var now = clock.instant();
        return new PromisesView.Owed(
                owed.stream().limit(MOST).map(promise -> line(promise, now)).toList(),
                owed.size() > MOST);
    }

    PromisesView of(long caseId, SignedIn reader, @Nullable Notice told) {
        return of(caseId, reader, Map.of(), FormErrors.NONE, null, told);
    }

    PromisesView of(
            long caseId,
            SignedIn reader,
            Map<String, String> typed,
            FormErrors errors,
            @Nullable String open,
            @Nullable Notice told) {
        var now = clock.instant();
        return new PromisesView(
                caseId,
                reader.may(Role.AGENT),
                promises.findByCase(caseId).stream().map(promise -> line(promise, now)).toList(),
                remedies.findByCase(caseId).stream().map(PromiseViews::given).toList(),
                typed,
                errors,
                open,
                told);
    }

    private static Line line(Promise promise, Instant now) {
        var kept = promise.keptAt();
        return new Line(
                promise.id(),
                promise.caseId(),
                promise.words(),
                promise.madeBy(),
                promise.dueAt(),
                promise.owed()
                        ? TimeLeft.running(promise.madeAt(), promise.dueAt(), now)
                        : kept.map(at -> TimeLeft.met(promise.madeAt(), promise.dueAt(), at))
                                .orElse(null),
                promise.owed()
                        ? null
                        : promise.reason()
                                .map(reason -> t("withdrawn: {0}", reason))
                                .orElse(t("promise|kept")),
                promise.owed() && now.isAfter(promise.dueAt()));
    }

    static Given given(Remedy remedy) {
        var what =
                remedy.amount()
                        .map(amount ->
                                t(
                                        "{0} of {1} {2}",
                                        remedy.kind().words(),
                                        number(amount),
                                        remedy.currency().orElse("")))
                        .orElseGet(remedy.kind()::words);
        return new Given(what, remedy.houseRule(), remedy.givenBy(), remedy.givenAt());
    }
}
