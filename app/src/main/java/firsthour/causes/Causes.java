package firsthour.causes;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.brand.Networks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people see of causes and decide about them. Their word stands: what a person has put into a
/// cause, or taken out of one, no rule moves again.
@Singleton
public class Causes {
    private static final int MOST = 200;
    private static final int MOST_CHOICES = 50;

    private final CauseRows rows;
    private final Networks networks;
    private final EventLog events;
    private final Clock clock;

    Causes(CauseRows rows, Networks networks, EventLog events, Clock clock) {
        this.rows = rows;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /// Those that go on first, the newest first; at most 200.
    @Transactional(readOnly = true)
    public List<Cause> list() {
        return rows.list(networks.listNamesOnly(), MOST).stream().map(Cause.Read::told).toList();
    }

    /// The same of one brand.
    @Transactional(readOnly = true)
    public List<Cause> findByBrand(long brandId) {
        return rows.findByBrand(brandId, networks.listNamesOnly(), MOST).stream()
                .map(Cause.Read::told)
                .toList();
    }

    /// Those into which a case of a brand may be put, the newest first: the newest 50, and older
    /// ones to which a case came lately.
    @Transactional(readOnly = true)
    public List<Cause.Choice> findGoingOn(long brandId) {
        return rows.findGoingOn(brandId, MOST_CHOICES);
    }

    @Transactional(readOnly = true)
    public Optional<Cause> find(long causeId) {
        return rows.find(causeId, networks.listNamesOnly()).map(Cause.Read::told);
    }

    /// The cause of a case; empty where it has none.
    @Transactional(readOnly = true)
    public Optional<Cause> findOf(long caseId) {
        return rows.findBelonging(caseId)
                .flatMap(it -> Optional.ofNullable(it.causeId()))
                .flatMap(this::find);
    }

    /// The cases of a cause, those that are open first, the most urgent first; at most 200.
    @Transactional(readOnly = true)
    public List<CauseCase> findCases(long causeId) {
        return rows.findCases(causeId, MOST).stream().map(CauseCase.Read::told).toList();
    }

    /// Puts a case into a new cause.
    ///
    /// @param seen the cause that the person saw it in; null for none
    @Transactional
    public Deciding open(long caseId, @Nullable Long seen, Actor actor, String title) {
        var name = title.strip();
        var known = rows.findBelonging(caseId);
        if (!mayWork(actor)) {
            return readsOnly();
        }
        if (isWrong(name)) {
            return wrongTitle();
        }
        if (known.isEmpty()) {
            return noCase(caseId);
        }
        var cause =
                rows.save(
                        new CauseRow(
                                0,
                                known.get().brandId(),
                                name,
                                null,
                                null,
                                actor.memberId(),
                                clock.instant(),
                                null,
                                0));
        var put = put(known.get(), cause.id(), seen, actor);
        if (put instanceof Deciding.Refused) {
            rows.drop(cause.id());
        }
        return put;
    }

    /// Puts a case into a cause of its brand.
    ///
    /// @param seen the cause that the person saw it in; null for none
    @Transactional
    public Deciding put(long caseId, @Nullable Long seen, Actor actor, long causeId) {
        if (!mayWork(actor)) {
            return readsOnly();
        }
        var known = rows.findBelonging(caseId);
        if (known.isEmpty()) {
            return noCase(caseId);
        }
        var cause = rows.findById(causeId);
        if (cause.filter(it -> it.brandId() == known.get().brandId()).isEmpty()) {
            return new Deciding.Invalid("cause", t("Choose a cause of this brand."));
        }
        return put(known.get(), causeId, seen, actor);
    }

    /// Takes a case out of its cause. No rule puts it back.
    ///
    /// @param seen the cause that the person saw it in
    @Transactional
    public Deciding takeOut(long caseId, long seen, Actor actor) {
        if (!mayWork(actor)) {
            return readsOnly();
        }
        var known = rows.findBelonging(caseId);
        if (known.isEmpty()) {
            return noCase(caseId);
        }
        if (rows.put(caseId, null, seen) == 0) {
            return stale();
        }
        events.append(
                new Event.CaseTakenOutOfCause(
                        caseId, known.get().brandId(), actor.memberId(), seen));
        return new Deciding.Done(seen);
    }

    /// Names a cause, and says what colleagues should know of it.
    ///
    /// @param version of the cause, as the person saw it
    /// @param facts may be blank
    @Transactional
    public Deciding write(long causeId, long version, Actor actor, String title, String facts) {
        if (!mayWork(actor)) {
            return readsOnly();
        }
        var name = title.strip();
        var known = facts.strip();
        if (isWrong(name)) {
            return wrongTitle();
        }
        if (known.length() > Cause.MOST_FACTS) {
            return new Deciding.Invalid(
                    "facts",
                    t(
                            "Too long: {0} of {1} characters. Shorten it.",
                            number(known.length()), number(Cause.MOST_FACTS)));
        }
        if (rows.write(causeId, version, name, known.isEmpty() ? null : known) == 0) {
            return stale();
        }
        events.append(new Event.CauseChanged(causeId, brandOf(causeId), actor.memberId()));
        return new Deciding.Done(causeId);
    }

    /// Lets no rule add to a cause any more.
    ///
    /// @param version of the cause, as the person saw it
    @Transactional
    public Deciding close(long causeId, long version, Actor actor) {
        return close(causeId, version, actor, clock.instant());
    }

    /// Lets a cause that was closed go on.
    ///
    /// @param version of the cause, as the person saw it
    @Transactional
    public Deciding reopen(long causeId, long version, Actor actor) {
        return close(causeId, version, actor, null);
    }

    private Deciding close(long causeId, long version, Actor actor, @Nullable Instant at) {
        if (!mayWork(actor)) {
            return readsOnly();
        }
        if (rows.close(causeId, version, at) == 0) {
            return stale();
        }
        events.append(
                at == null
                        ? new Event.CauseReopened(causeId, brandOf(causeId), actor.memberId())
                        : new Event.CauseClosed(causeId, brandOf(causeId), actor.memberId()));
        return new Deciding.Done(causeId);
    }

    private Deciding put(
            CauseRows.Belonging known, long causeId, @Nullable Long seen, Actor actor) {
        if (rows.put(known.id(), causeId, seen) == 0) {
            return stale();
        }
        events.append(
                new Event.CasePutIntoCause(known.id(), known.brandId(), actor.memberId(), causeId));
        return new Deciding.Done(causeId);
    }

    private long brandOf(long causeId) {
        return rows.findById(causeId).orElseThrow().brandId();
    }

    private static boolean mayWork(Actor actor) {
        return actor.role().includes(Role.AGENT);
    }

    private static boolean isWrong(String title) {
        return title.isEmpty() || title.length() > Cause.MOST_TITLE;
    }

    private static Deciding readsOnly() {
        return new Deciding.Refused(
                t("Viewers read only. Ask an administrator for the role of an agent."), false);
    }

    private static Deciding stale() {
        return new Deciding.Refused(
                t(
                        "Somebody else has changed this meanwhile. Nothing of yours was saved; look again, then repeat it."),
                true);
    }

    private static Deciding wrongTitle() {
        return new Deciding.Invalid(
                "title", t("Say what it is about, in at most {0} characters.", Cause.MOST_TITLE));
    }

    private static Deciding noCase(long caseId) {
        return new Deciding.Refused(t("There is no case {0}.", caseId), false);
    }
}
