package firsthour.triage;

import firsthour.clocks.ClockKind;
import firsthour.events.Event;
import java.util.Locale;
import java.util.Optional;

/// What happened to a case, in a sentence.
public final class EventWords {
    private EventWords() {}

    /// Tells who a member is.
    @FunctionalInterface
    public interface Names {
        String of(long memberId);
    }

    /// The sentence for an event; empty for what does not concern a case.
    public static Optional<String> say(Event event, Names names) {
        return Optional.ofNullable(
                switch (event) {
                    case Event.CaseOpened e ->
                            "Flagged as %s, priority %d.".formatted(kind(e.kind()), e.priority());
                    case Event.MentionJoined _ -> "The customer wrote again.";
                    case Event.PostDeleted _ -> "The post was deleted on the network.";
                    case Event.PostExpired _ ->
                            "The network does not let the post be kept any longer: its words and"
                                    + " its author were dropped.";
                    case Event.PriorityRaised e -> "Raised to priority " + e.priority() + ".";
                    case Event.CaseClaimed e -> names.of(e.memberId()) + " claimed the case.";
                    case Event.CaseReleased e -> names.of(e.memberId()) + " released the case.";
                    case Event.CaseDismissed e ->
                            "%s dismissed the case: %s."
                                    .formatted(
                                            names.of(e.memberId()),
                                            DismissalReason.valueOf(e.reason()).words());
                    case Event.CaseResolved e -> names.of(e.memberId()) + " resolved the case.";
                    case Event.CaseClosingUndone e ->
                            names.of(e.memberId()) + " took the closing back.";
                    case Event.CaseMerged e ->
                            "%s merged the case into case %d."
                                    .formatted(names.of(e.memberId()), e.survivorId());
                    case Event.CaseTookIn e ->
                            "%s merged case %d into this one."
                                    .formatted(names.of(e.memberId()), e.mergedId());
                    case Event.CaseSplitBack e ->
                            "%s split the case back from case %d."
                                    .formatted(names.of(e.memberId()), e.survivorId());
                    case Event.CaseGaveBack e ->
                            "%s split case %d back."
                                    .formatted(names.of(e.memberId()), e.mergedId());
                    case Event.DeedTakenBack e ->
                            "%s took %s back."
                                    .formatted(
                                            names.of(e.memberId()),
                                            BulkDeed.Kind.valueOf(e.deed()).words());
                    case Event.CaseSplit e ->
                            "%s took posts out into case %d."
                                    .formatted(names.of(e.memberId()), e.splitId());
                    case Event.CaseSplitOff e ->
                            "%s took it out of case %d."
                                    .formatted(names.of(e.memberId()), e.originId());
                    case Event.CaseGrouped _ -> "Grouped with others who write about the same.";
                    case Event.CasePutIntoCause e ->
                            names.of(e.memberId()) + " grouped the case with others.";
                    case Event.CaseTakenOutOfCause e ->
                            names.of(e.memberId()) + " took the case out of its cause.";
                    case Event.CaseReopened e -> names.of(e.memberId()) + " reopened the case.";
                    case Event.CaseAssigned e ->
                            "Given to " + names.of(e.assignedId()) + " by a rule.";
                    case Event.CaseCovered e ->
                            "%s is away: %s has the case now."
                                    .formatted(names.of(e.fromId()), names.of(e.coverId()));
                    case Event.CaseLeftBehind e ->
                            "%s is gone and nobody stands in: nobody has the case."
                                    .formatted(names.of(e.fromId()));
                    case Event.CaseUnattended _ -> "Nobody took the case: managers see it.";
                    case Event.HandoverOffered e ->
                            "%s offered the case to %s."
                                    .formatted(names.of(e.memberId()), names.of(e.toId()));
                    case Event.HandoverAccepted e ->
                            "%s took the case over from %s."
                                    .formatted(names.of(e.memberId()), names.of(e.fromId()));
                    case Event.HandoverDeclined e ->
                            names.of(e.memberId()) + " declined to take the case over.";
                    case Event.HandoverTakenBack e ->
                            "%s took the offer to %s back."
                                    .formatted(names.of(e.memberId()), names.of(e.toId()));
                    case Event.HandoverLapsed e ->
                            "%s went away without answering the offer."
                                    .formatted(names.of(e.toId()));
                    case Event.HelpAsked e ->
                            "%s asked %s for help."
                                    .formatted(names.of(e.memberId()), names.of(e.helperId()));
                    case Event.HelpGiven e -> names.of(e.memberId()) + " helped.";
                    case Event.WaitingBegan e ->
                            names.of(e.memberId()) + " waits for the customer; the clocks pause.";
                    case Event.WaitingEnded e ->
                            names.of(e.memberId()) + " ended the waiting; the clocks run on.";
                    case Event.CustomerCameBack _ -> "The customer wrote: the waiting is over.";
                    case Event.CustomerStayedSilent e ->
                            "The customer has said nothing for %d days.".formatted(e.days());
                    case Event.CaseReopenedByCustomer _ ->
                            "The customer wrote again: the case is open again.";
                    case Event.ReplyNotNeeded e ->
                            "%s decided that no reply is needed: %s."
                                    .formatted(
                                            names.of(e.memberId()),
                                            NoReplyReason.valueOf(e.reason()).words());
                    case Event.PromiseMade e -> names.of(e.memberId()) + " wrote a promise down.";
                    case Event.PromiseNearlyDue _ -> "A promise is nearly due.";
                    case Event.PromiseKept e -> names.of(e.memberId()) + " kept a promise.";
                    case Event.PromiseBroken _ -> "A promise was not kept in time.";
                    case Event.PromiseWithdrawn e ->
                            names.of(e.memberId()) + " withdrew a promise.";
                    case Event.SecondLookAsked e ->
                            "%s asked %s for a second look at the %s."
                                    .formatted(
                                            names.of(e.memberId()),
                                            e.colleagueId() == 0
                                                    ? "anybody"
                                                    : names.of(e.colleagueId()),
                                            lower(e.kind()));
                    case Event.SecondLookGiven e ->
                            names.of(e.memberId())
                                    + (e.changed()
                                            ? " changed the words and approved them."
                                            : " approved the words.");
                    case Event.SecondLookSentBack e ->
                            names.of(e.memberId())
                                    + (e.changed()
                                            ? " sent the words back, with changes."
                                            : " sent the words back.");
                    case Event.SecondLookWithdrawn e ->
                            names.of(e.memberId()) + " no longer asks for a second look.";
                    case Event.SecondLookLapsed _ ->
                            "Nobody gave the second look in time: it is waived.";
                    case Event.SecondLookCalledOff e ->
                            "The second look was called off: %s."
                                    .formatted(
                                            switch (e.why()) {
                                                case "ANSWERED" -> "the customer has our words";
                                                case "PASSED_ON" -> "somebody else has the case";
                                                default -> "the case was closed";
                                            });
                    case Event.RemedyGiven e ->
                            "%s gave a remedy: %s."
                                    .formatted(names.of(e.memberId()), lower(e.kind()));
                    case Event.CustomerWonBack e ->
                            "Won back: the customer " + sign(e.kind()) + ".";
                    case Event.WonBackWithdrawn e ->
                            "No sign any more: that the customer " + sign(e.kind()) + ".";
                    case Event.TestimonialAsked e ->
                            names.of(e.memberId()) + " asked whether we may quote the customer.";
                    case Event.TestimonialGranted _ -> "The customer lets us quote them.";
                    case Event.TestimonialWithdrawn _ -> "We may not quote the customer any more.";
                    case Event.TestimonialEnded e ->
                            e.reason().equals("EXPIRED")
                                    ? "The time in which we may quote the customer is over."
                                    : "The post that we quoted was deleted: it is used no longer.";
                    case Event.AuthorsLinked e ->
                            names.of(e.memberId())
                                    + " noted that another author is the same person.";
                    case Event.AuthorsUnlinked e ->
                            names.of(e.memberId())
                                    + " took back that another author is the same person.";
                    case Event.ReplyRecorded e ->
                            e.kind().equals(ReplyKind.FOLLOW_UP.name())
                                    ? names.of(e.memberId()) + " asked whether all is well."
                                    : "%s recorded an %s."
                                            .formatted(names.of(e.memberId()), lower(e.kind()));
                    case Event.PrivateContactRecorded e ->
                            names.of(e.memberId()) + " spoke with the customer in private.";
                    case Event.ReplyFound e ->
                            e.kind().equals(ReplyKind.ACKNOWLEDGEMENT.name())
                                            || e.kind().equals(ReplyKind.ANSWER.name())
                                            || e.kind().equals(ReplyKind.FOLLOW_UP.name())
                                    ? "Our %s was found on the network."
                                            .formatted(ReplyKind.valueOf(e.kind()).words())
                                    : "An automatic reply was found; it stops no clock.";
                    case Event.ReplyNotPosted e ->
                            e.unsure()
                                    ? "A reply may have been posted, or not."
                                    : "A reply could not be posted.";
                    case Event.ReplyGivenUp e ->
                            names.of(e.memberId()) + " gave up a reply that was not posted.";
                    case Event.ClockWarned e ->
                            "%d %% of the time for the %s are used up."
                                    .formatted(e.percent(), clock(e.kind()));
                    case Event.ClockBreached e ->
                            "The deadline for the %s passed.".formatted(clock(e.kind()));
                    case Event.BreachWithdrawn e ->
                            "The %s had been in time: the breach was withdrawn."
                                    .formatted(clock(e.kind()));
                    case Event.ClockCancelled e ->
                            "The clock for the %s was cancelled.".formatted(clock(e.kind()));
                    // Started and stopped clocks show on the case itself; the rest is of no case.
                    default -> null;
                });
    }

    private static String kind(String kind) {
        return switch (CaseKind.valueOf(kind)) {
            case COMPLAINT -> "a complaint";
            case INQUIRY -> "a question";
            case LOOK -> "something to look at";
        };
    }

    private static String sign(String kind) {
        return switch (kind) {
            case "RATING_RAISED" -> "raised the rating";
            case "THANKS" -> "said thanks";
            default -> "praised the brand";
        };
    }

    private static String clock(String kind) {
        return ClockKind.valueOf(kind).words();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
