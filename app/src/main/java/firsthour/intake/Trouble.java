package firsthour.intake;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.connectors.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Why a source gives nothing, as it is stored and shown: each kind with its remedy and with how
/// long it is left alone.
public enum Trouble {
    TRANSIENT(mark("Could not be reached"), mark("It is tried again by itself.")),
    RATE_LIMITED(mark("Asked too often"), mark("It is tried again when the network allows it.")),
    QUOTA_EXHAUSTED(mark("The quota is used up"), mark("It goes on when the quota starts anew.")),
    UNAUTHORISED(mark("Not let in"), mark("Check the source's credentials.")),
    MISCONFIGURED(mark("A setting is wrong"), mark("Correct the source's settings.")),
    DENIED(
            mark("Not allowed"),
            mark(
                    "Allow the host, here and at whatever proxy stands in between; or remove the source.")),
    GONE(
            mark("No longer there"),
            mark("The source was switched off; remove it or give it a new address.")),
    SOURCE_CHANGED(
            mark("The source changed"),
            mark("Its answer can no longer be read: open its address in a browser and compare.")),
    BROKE_OFF(
            mark("The pull broke off here"),
            mark("It is tried again by itself; the log of the node says what failed."));

    private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

    private final String title;
    private final String remedy;

    Trouble(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    public String title() {
        return t(title);
    }

    /// What a person can do about it.
    public String remedy() {
        return t(remedy);
    }

    /// Whether it may pass although nobody does anything.
    public boolean passes() {
        return switch (this) {
            case TRANSIENT, RATE_LIMITED, QUOTA_EXHAUSTED, BROKE_OFF -> true;
            case UNAUTHORISED, MISCONFIGURED, DENIED, GONE, SOURCE_CHANGED -> false;
        };
    }

    static Trouble of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Transient _ -> TRANSIENT;
            case Refusal.RateLimited _ -> RATE_LIMITED;
            case Refusal.QuotaExhausted _ -> QUOTA_EXHAUSTED;
            case Refusal.Unauthorised _ -> UNAUTHORISED;
            case Refusal.Misconfigured _ -> MISCONFIGURED;
            case Refusal.Denied _ -> DENIED;
            case Refusal.Gone _ -> GONE;
            case Refusal.SourceChanged _ -> SOURCE_CHANGED;
        };
    }

    /// When to try again: when the network said so, else after [#backOff].
    ///
    /// @param refusalsBefore in a row, 0 for the first
    static Instant nextPull(Refusal refusal, Instant now, int refusalsBefore) {
        var said =
                switch (refusal) {
                    case Refusal.RateLimited limited -> limited.until();
                    case Refusal.QuotaExhausted exhausted -> Optional.of(exhausted.until());
                    case Refusal.Transient _,
                            Refusal.Unauthorised _,
                            Refusal.Misconfigured _,
                            Refusal.Denied _,
                            Refusal.Gone _,
                            Refusal.SourceChanged _ ->
                            Optional.<Instant>empty();
                };
        return said.filter(until -> until.isAfter(now))
                .orElseGet(() -> backOff(now, refusalsBefore));
    }

    /// After a time that doubles from a minute to an hour.
    ///
    /// @param refusalsBefore in a row, 0 for the first
    static Instant backOff(Instant now, int refusalsBefore) {
        var doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(refusalsBefore, 6));
        return now.plus(doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled);
    }
}
