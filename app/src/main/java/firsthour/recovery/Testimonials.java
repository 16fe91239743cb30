package firsthour.recovery;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.recovery.Testimonial.Ending;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonial.State;
import firsthour.recovery.TestimonialRows.Shown;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The register of what customers let us quote: asked for, granted for some uses and some time, and
/// over when it is withdrawn, when its time has passed, or when its post is deleted. What is over
/// gives no words any more, also before anybody has swept.
@Singleton
public class Testimonials {
    /// Characters of a quote.
    public static final int MOST_QUOTE = 2000;

    /// Characters of a note about a permission.
    public static final int MOST_PROOF = 1000;

    private static final int MOST_URL = 2048;
    private static final int LONGEST_YEARS = 20;
    private static final int SIZE = 100;

    private final TestimonialRows rows;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Testimonials(TestimonialRows rows, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// What somebody says that a customer has allowed.
    ///
    /// @param lastDay on which it may be used; empty for no end
    /// @param proofUrl where it was granted; may be blank where there is a note
    /// @param proof a note about that; may be blank where there is a link
    public record Grant(
            Set<Scope> scopes,
            boolean named,
            Optional<LocalDate> lastDay,
            String proofUrl,
            String proof) {}

    /// The register, the newest first.
    ///
    /// @param brandId 0 for all
    /// @param before only what has a smaller id
    @Transactional(readOnly = true)
    public List<Testimonial> list(long brandId, long before, int most) {
        return rows.list(brandId, before, most).stream().map(this::shown).toList();
    }

    /// What may be used now, the oldest first: nothing that its author has rewritten since.
    ///
    /// @param brandId 0 for all
    @Transactional(readOnly = true)
    public List<Testimonial> listUsable(long brandId) {
        return rows.listGranted(brandId).stream()
                .map(this::shown)
                .filter(it -> it.state() == State.GRANTED && !it.rewritten())
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Testimonial> find(long id) {
        return rows.find(id).map(this::shown);
    }

    /// The one for which a post was asked for.
    @Transactional(readOnly = true)
    public Optional<Testimonial> findByMention(long mentionId) {
        return rows.findByMention(mentionId).flatMap(rows::find).map(this::shown);
    }

    /// Those that came of a case.
    @Transactional(readOnly = true)
    public List<Testimonial> findByCase(long caseId) {
        return rows.findByCase(caseId).stream().map(this::shown).toList();
    }

    /// What a post says of which an excerpt may be asked for; empty where it is no praise and no
    /// sign that a customer was won back, or is deleted.
    @Transactional(readOnly = true)
    public Optional<String> findWords(long mentionId) {
        return rows.findSource(mentionId)
                .filter(source -> source.deletedAt() == null)
                .map(TestimonialRows.Source::text);
    }

    /// Writes down that a customer was asked.
    ///
    /// @param quote the author's own words: the post, or a part of it
    /// @throws NoSuchElementException where that is no praise and no sign
    @Transactional
    public Attempt ask(long mentionId, Actor actor, String quote) {
        var refused = words.findRefusal(actor);
        if (refused.isPresent()) {
            return new Attempt.Refused(refused.get());
        }
        var source =
                rows.findSource(mentionId)
                        .orElseThrow(() -> new NoSuchElementException("No praise " + mentionId));
        if (source.deletedAt() != null) {
            return refused(t("The post was deleted: its words are nobody's to use."));
        }
        var tidy = TestimonialRows.tidy(quote);
        if (tidy.isEmpty() || tidy.length() > MOST_QUOTE) {
            return new Attempt.Invalid(
                    "quote",
                    t("Choose words of the post, at most {0} characters.", number(MOST_QUOTE)));
        }
        if (!TestimonialRows.isIn(tidy, source.title(), source.text())) {
            return new Attempt.Invalid(
                    "quote",
                    t("These are not the author's words. Copy a part of the post as it stands."));
        }
        var now = clock.instant();
        if (rows.add(source.brandId(), mentionId, source.aboutCase(), tidy, actor.memberId(), now)
                == 0) {
            endOver(mentionId, now);
            if (rows.askAgain(mentionId, tidy, actor.memberId(), now) == 0) {
                return refused(t("They were asked already: it stands in the register."));
            }
        }
        var id = rows.findByMention(mentionId).orElseThrow();
        events.append(
                new Event.TestimonialAsked(
                        mentionId,
                        source.brandId(),
                        caseId(source.aboutCase()),
                        actor.memberId(),
                        id));
        return new Attempt.Done();
    }

    /// Writes down what the customer has allowed, or allows now.
    ///
    /// @param version as the person saw it
    /// @throws NoSuchElementException where there is none with this id
    @Transactional
    public Attempt grant(long id, long version, Actor actor, Grant granted) {
        var refused = words.findRefusal(actor);
        if (refused.isPresent()) {
            return new Attempt.Refused(refused.get());
        }
        var before = get(id);
        var wrong = wrong(granted, today(before.zone()));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (isOver(before)
                || rows.grant(
                                id,
                                version,
                                granted.scopes().contains(Scope.WEBSITE),
                                granted.scopes().contains(Scope.PRINT),
                                granted.scopes().contains(Scope.SOCIAL),
                                granted.named(),
                                granted.lastDay().map(LocalDate::toString).orElse(null),
                                blankToNull(granted.proofUrl()),
                                blankToNull(granted.proof()),
                                actor.memberId(),
                                clock.instant())
                        == 0) {
            return stale(get(id), version);
        }
        events.append(
                new Event.TestimonialGranted(
                        before.mentionId(),
                        before.brandId(),
                        caseId(before.caseId()),
                        actor.memberId(),
                        id));
        return new Attempt.Done();
    }

    /// Ends it, because the customer or the house wants it so.
    ///
    /// @param version as the person saw it
    /// @throws NoSuchElementException where there is none with this id
    @Transactional
    public Attempt withdraw(long id, long version, Actor actor, boolean byCustomer) {
        var refused = words.findRefusal(actor);
        if (refused.isPresent()) {
            return new Attempt.Refused(refused.get());
        }
        var before = get(id);
        if (rows.withdraw(
                        id,
                        version,
                        byCustomer ? Ending.BY_CUSTOMER : Ending.BY_US,
                        clock.instant())
                == 0) {
            return stale(get(id), version);
        }
        events.append(
                new Event.TestimonialWithdrawn(
                        before.mentionId(),
                        before.brandId(),
                        caseId(before.caseId()),
                        actor.memberId(),
                        id));
        return new Attempt.Done();
    }

    /// Ends what is over by itself, one transaction's worth, and forgets what was noted about the
    /// permission of posts that are gone. Any number of nodes may sweep at once.
    ///
    /// @return whether there may be more
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean sweepBatch() {
        var now = clock.instant();
        var earliest = now.atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
        var over = rows.findOver(earliest.toString(), SIZE);
        over.forEach(each -> end(each, now));
        var forgotten = rows.findProofOfNothing(SIZE);
        if (!forgotten.isEmpty()) {
            rows.forgetProof(forgotten);
        }
        return over.size() == SIZE || forgotten.size() == SIZE;
    }

    /// The sweep ends what is over wherever the day is over; whoever asks anew knows where the
    /// brand is.
    private void endOver(long mentionId, Instant now) {
        rows.findByMention(mentionId)
                .flatMap(rows::find)
                .filter(this::isOver)
                .ifPresent(row ->
                        end(
                                new TestimonialRows.Over(
                                        row.id(),
                                        row.brandId(),
                                        row.mentionId(),
                                        row.caseId(),
                                        ending(row),
                                        row.version()),
                                now));
    }

    private void end(TestimonialRows.Over over, Instant now) {
        if (rows.end(over.id(), over.version(), over.why(), now) == 1) {
            events.append(
                    new Event.TestimonialEnded(
                            over.mentionId(),
                            over.brandId(),
                            caseId(over.caseId()),
                            over.id(),
                            over.why().name()));
        }
    }

    private Testimonial shown(Shown row) {
        var state = isOver(row) ? over(row) : row.state();
        var live = state == State.ASKED || state == State.GRANTED;
        return new Testimonial(
                row.id(),
                row.brandId(),
                row.brandName(),
                row.mentionId(),
                Optional.ofNullable(row.caseId()),
                state,
                live ? row.quote() : "",
                row.network(),
                Optional.ofNullable(row.author()).filter(_ -> live),
                Optional.ofNullable(row.url()).filter(_ -> live),
                row.askedName(),
                row.askedAt(),
                row.permission(),
                Optional.ofNullable(row.endedFor())
                        .or(() -> live ? Optional.empty() : Optional.of(ending(row))),
                live && row.isRewritten(),
                row.version());
    }

    /// Whether it is over although nobody has swept yet.
    private boolean isOver(Shown row) {
        return (row.state() == State.ASKED || row.state() == State.GRANTED)
                && (row.deletedAt() != null
                        || (row.expiresOn() != null
                                && LocalDate.parse(row.expiresOn()).isBefore(today(row.zone()))));
    }

    private static State over(Shown row) {
        return row.deletedAt() != null ? State.WITHDRAWN : State.EXPIRED;
    }

    private static Ending ending(Shown row) {
        return row.deletedAt() != null ? Ending.POST_DELETED : Ending.EXPIRED;
    }

    private LocalDate today(String zone) {
        return clock.instant().atZone(ZoneId.of(zone)).toLocalDate();
    }

    private static Optional<Attempt> wrong(Grant granted, LocalDate today) {
        if (granted.scopes().isEmpty()) {
            return invalid("scopes", t("Choose where it may be used, at least one."));
        }
        var last = granted.lastDay();
        if (last.isPresent() && last.get().isBefore(today)) {
            return invalid(
                    "lastDay", t("That day is over. Enter the last day of its use, or none."));
        }
        if (last.isPresent() && last.get().isAfter(today.plusYears(LONGEST_YEARS))) {
            return invalid("lastDay", t("That is more than {0} years away.", LONGEST_YEARS));
        }
        var link = granted.proofUrl().strip();
        if (!link.isEmpty()
                && (link.length() > MOST_URL || !link.matches("(?i)https?://[^\\s/]+.*"))) {
            return invalid(
                    "proofUrl", t("Enter a link that begins with https://, or a note instead."));
        }
        if (granted.proof().strip().length() > MOST_PROOF) {
            return invalid("proof", t("At most {0} characters.", number(MOST_PROOF)));
        }
        return link.isEmpty() && granted.proof().isBlank()
                ? invalid("proof", t("Say where it was granted: a link, or a note."))
                : Optional.empty();
    }

    private Shown get(long id) {
        return rows.find(id).orElseThrow(() -> new NoSuchElementException("No testimonial " + id));
    }

    private Attempt stale(Shown now, long version) {
        var live = !isOver(now) && (now.state() == State.ASKED || now.state() == State.GRANTED);
        return new Attempt.Refused(
                live && now.version() != version
                        ? new Outcome.Stale(t("Somebody has changed this testimonial meanwhile."))
                        : new Outcome.NotPossible(
                                t(
                                        "It is {0}: ask the customer anew, then it can be granted.",
                                        shown(now).state().words())));
    }

    private static long caseId(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Optional<Attempt> invalid(String field, String message) {
        return Optional.of(new Attempt.Invalid(field, message));
    }

    private static Attempt refused(String advice) {
        return new Attempt.Refused(new Outcome.NotPossible(advice));
    }
}
