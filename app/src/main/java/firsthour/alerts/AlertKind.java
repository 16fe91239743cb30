package firsthour.alerts;

import firsthour.events.Event;
import java.util.Optional;

/// What a rule listens to.
public enum AlertKind {
    NEW_CASE,
    /// 80 % of the time to acknowledge are used up.
    ACKNOWLEDGEMENT_SOON,
    /// Half, or 80 %, of the time of any clock are used up; only where somebody wants it.
    WARNING,
    /// Any clock has passed its deadline.
    BREACH,
    /// A promise comes near, or was not kept in time.
    PROMISE,
    /// A colleague is asked to look at a reply before it is posted.
    SECOND_LOOK,
    /// A source stopped, went quiet, or is about to lose its access.
    SOURCE_TROUBLE;

    /// Half of the time is no news to most channels: they are told when most of it is used up.
    private static final int SOON_PERCENT = 80;

    private static final String ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT";

    /// Which rules an event concerns; empty for none.
    static Optional<AlertKind> of(Event event) {
        return switch (event) {
            case Event.CaseOpened opened -> Optional.of(NEW_CASE);
            case Event.ClockWarned warned
                    when warned.kind().equals(ACKNOWLEDGEMENT)
                            && warned.percent() >= SOON_PERCENT ->
                    Optional.of(ACKNOWLEDGEMENT_SOON);
            case Event.ClockWarned _ -> Optional.of(WARNING);
            case Event.PromiseNearlyDue _, Event.PromiseBroken _ -> Optional.of(PROMISE);
            case Event.ClockBreached breached -> Optional.of(BREACH);
            case Event.SecondLookAsked _ -> Optional.of(SECOND_LOOK);
            case Event.SourceStopped _, Event.SourceWentQuiet _, Event.SourceAccessRanShort _ ->
                    Optional.of(SOURCE_TROUBLE);
            default -> Optional.empty();
        };
    }

    /// Whether channels are told of it where nobody said otherwise.
    boolean isUsual() {
        return this != WARNING;
    }
}
