package firsthour.triage;

import static firsthour.language.Texts.t;

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
                            t("Flagged as {0}, priority {1}.", kind(e.kind()), e.priority());
                    case Event.MentionJoined _ -> t("The customer wrote again.");
                    case Event.PostEdited _ -> t("A post was edited on the network.");
                    case Event.PostDeleted _ -> t("The post was deleted on the network.");
                    case Event.PostExpired _ ->
                            t(
                                    "The network does not let the post be kept any longer: its words and its author were dropped.");
                    case Event.PriorityRaised e -> t("Raised to priority {0}.", e.priority());
                    case Event.CaseClaimed e -> t("{0} claimed the case.", names.of(e.memberId()));
                    case Event.CaseReleased e ->
                            t("{0} released the case.", names.of(e.memberId()));
                    case Event.CaseDismissed e ->
                            t(
                                    "{0} dismissed the case: {1}.",
                                    names.of(e.memberId()),
                                    DismissalReason.valueOf(e.reason()).words());
                    case Event.CaseResolved e ->
                            t("{0} resolved the case.", names.of(e.memberId()));
                    case Event.CaseClosingUndone e ->
                            t("{0} took the closing back.", names.of(e.memberId()));
                    case Event.CaseMerged e ->
                            t(
                                    "{0} merged the case into case {1}.",
                                    names.of(e.memberId()), e.survivorId());
                    case Event.CaseTookIn e ->
                            t(
                                    "{0} merged case {1} into this one.",
                                    names.of(e.memberId()), e.mergedId());
                    case Event.CaseSplitBack e ->
                            t(
                                    "{0} split the case back from case {1}.",
                                    names.of(e.memberId()), e.survivorId());
                    case Event.CaseGaveBack e ->
                            t("{0} split case {1} back.", names.of(e.memberId()), e.mergedId());
                    case Event.DeedTakenBack e ->
                            t(
                                    "{0} took {1} back.",
                                    names.of(e.memberId()),
                                    BulkDeed.Kind.valueOf(e.deed()).words());
                    case Event.CaseSplit e ->
                            t(
                                    "{0} took posts out into case {1}.",
                                    names.of(e.memberId()), e.splitId());
                    case Event.CaseSplitOff e ->
                            t("{0} took it out of case {1}.", names.of(e.memberId()), e.originId());
                    case Event.CaseGrouped _ -> t("Grouped with others who write about the same.");
                    case Event.CasePutIntoCause e ->
                            t("{0} grouped the case with others.", names.of(e.memberId()));
                    case Event.CaseTakenOutOfCause e ->
                            t("{0} took the case out of its cause.", names.of(e.memberId()));
                    case Event.CaseReopened e ->
                            t("{0} reopened the case.", names.of(e.memberId()));
                    case Event.CaseAssigned e ->
                            t("Given to {0} by a rule.", names.of(e.assignedId()));
                    case Event.CaseCovered e ->
                            t(
                                    "{0} is away: {1} has the case now.",
                                    names.of(e.fromId()), names.of(e.coverId()));
                    case Event.CaseLeftBehind e ->
                            t(
                                    "{0} is gone and nobody stands in: nobody has the case.",
                                    names.of(e.fromId()));
                    case Event.CaseUnattended _ -> t("Nobody took the case: managers see it.");
                    case Event.HandoverOffered e ->
                            t(
                                    "{0} offered the case to {1}.",
                                    names.of(e.memberId()), names.of(e.toId()));
                    case Event.HandoverAccepted e ->
                            t(
                                    "{0} took the case over from {1}.",
                                    names.of(e.memberId()), names.of(e.fromId()));
                    case Event.HandoverDeclined e ->
                            t("{0} declined to take the case over.", names.of(e.memberId()));
                    case Event.HandoverTakenBack e ->
                            t(
                                    "{0} took the offer to {1} back.",
                                    names.of(e.memberId()), names.of(e.toId()));
                    case Event.HandoverLapsed e ->
                            t("{0} went away without answering the offer.", names.of(e.toId()));
                    case Event.HelpAsked e ->
                            t(
                                    "{0} asked {1} for help.",
                                    names.of(e.memberId()), names.of(e.helperId()));
                    case Event.HelpGiven e -> t("{0} helped.", names.of(e.memberId()));
                    case Event.WaitingBegan e ->
                            t(
                                    "{0} waits for the customer; the clocks pause.",
                                    names.of(e.memberId()));
                    case Event.WaitingEnded e ->
                            t("{0} ended the waiting; the clocks run on.", names.of(e.memberId()));
                    case Event.CustomerCameBack _ -> t("The customer wrote: the waiting is over.");
                    case Event.CustomerStayedSilent e ->
                            t("The customer has said nothing for {0} days.", e.days());
                    case Event.CaseReopenedByCustomer _ ->
                            t("The customer wrote again: the case is open again.");
                    case Event.ReplyNotNeeded e ->
                            t(
                                    "{0} decided that no reply is needed: {1}.",
                                    names.of(e.memberId()),
                                    NoReplyReason.valueOf(e.reason()).words());
                    case Event.PromiseMade e ->
                            t("{0} wrote a promise down.", names.of(e.memberId()));
                    case Event.PromiseNearlyDue _ -> t("A promise is nearly due.");
                    case Event.PromiseKept e -> t("{0} kept a promise.", names.of(e.memberId()));
                    case Event.PromiseBroken _ -> t("A promise was not kept in time.");
                    case Event.PromiseWithdrawn e ->
                            t("{0} withdrew a promise.", names.of(e.memberId()));
                    case Event.SecondLookAsked e ->
                            t(
                                    "{0} asked {1} for a second look at the {2}.",
                                    names.of(e.memberId()),
                                    e.colleagueId() == 0 ? t("anybody") : names.of(e.colleagueId()),
                                    ReplyKind.valueOf(e.kind()).words());
                    case Event.SecondLookGiven e ->
                            e.changed()
                                    ? t(
                                            "{0} changed the words and approved them.",
                                            names.of(e.memberId()))
                                    : t("{0} approved the words.", names.of(e.memberId()));
                    case Event.SecondLookSentBack e ->
                            e.changed()
                                    ? t(
                                            "{0} sent the words back, with changes.",
                                            names.of(e.memberId()))
                                    : t("{0} sent the words back.", names.of(e.memberId()));
                    case Event.SecondLookWithdrawn e ->
                            t("{0} no longer asks for a second look.", names.of(e.memberId()));
                    case Event.SecondLookLapsed _ ->
                            t("Nobody gave the second look in time: it is waived.");
                    case Event.SecondLookCalledOff e ->
                            switch (e.why()) {
                                case "ANSWERED" ->
                                        t(
                                                "The second look was called off: the customer has our words.");
                                case "PASSED_ON" ->
                                        t(
                                                "The second look was called off: the case was released or passed on.");
                                default ->
                                        t("The second look was called off: the case was closed.");
                            };
                    case Event.RemedyGiven e ->
                            t(
                                    "{0} gave a remedy: {1}.",
                                    names.of(e.memberId()), t(lower(e.kind())));
                    case Event.CustomerWonBack e ->
                            t("Won back: the customer {0}.", sign(e.kind()));
                    case Event.WonBackWithdrawn e ->
                            t("No sign any more: that the customer {0}.", sign(e.kind()));
                    case Event.TestimonialAsked e ->
                            t(
                                    "{0} asked whether we may quote the customer.",
                                    names.of(e.memberId()));
                    case Event.TestimonialGranted _ -> t("The customer lets us quote them.");
                    case Event.TestimonialWithdrawn _ ->
                            t("We may not quote the customer any more.");
                    case Event.TestimonialEnded e ->
                            e.reason().equals("EXPIRED")
                                    ? t("The time in which we may quote the customer is over.")
                                    : t(
                                            "The post that we quoted was deleted: it is used no longer.");
                    case Event.AuthorsLinked e ->
                            t(
                                    "{0} noted that another author is the same person.",
                                    names.of(e.memberId()));
                    case Event.AuthorsUnlinked e ->
                            t(
                                    "{0} took back that another author is the same person.",
                                    names.of(e.memberId()));
                    case Event.ReplyRecorded e ->
                            switch (ReplyKind.valueOf(e.kind())) {
                                case ANSWER -> t("{0} recorded an answer.", names.of(e.memberId()));
                                case ACKNOWLEDGEMENT ->
                                        t(
                                                "{0} recorded an acknowledgement.",
                                                names.of(e.memberId()));
                                case FOLLOW_UP ->
                                        t("{0} asked whether all is well.", names.of(e.memberId()));
                            };
                    case Event.PrivateContactRecorded e ->
                            t("{0} spoke with the customer in private.", names.of(e.memberId()));
                    case Event.ReplyFound e ->
                            e.kind().equals(ReplyKind.ACKNOWLEDGEMENT.name())
                                            || e.kind().equals(ReplyKind.ANSWER.name())
                                            || e.kind().equals(ReplyKind.FOLLOW_UP.name())
                                    ? switch (ReplyKind.valueOf(e.kind())) {
                                        case ANSWER -> t("Our answer was found on the network.");
                                        case ACKNOWLEDGEMENT ->
                                                t("Our acknowledgement was found on the network.");
                                        case FOLLOW_UP ->
                                                t("Our follow-up was found on the network.");
                                    }
                                    : t("An automatic reply was found; it stops no clock.");
                    case Event.ReplyNotPosted e ->
                            e.unsure()
                                    ? t("A reply may have been posted, or not.")
                                    : t("A reply could not be posted.");
                    case Event.ReplyGivenUp e ->
                            t("{0} gave up a reply that was not posted.", names.of(e.memberId()));
                    case Event.ClockWarned e ->
                            t(
                                    "{0} % of the time for the {1} are used up.",
                                    e.percent(), clock(e.kind()));
                    case Event.ClockBreached e ->
                            t("The deadline for the {0} passed.", clock(e.kind()));
                    case Event.BreachWithdrawn e ->
                            t(
                                    "The {0} had been in time: the breach was withdrawn.",
                                    clock(e.kind()));
                    case Event.ClockCancelled e ->
                            t("The clock for the {0} was cancelled.", clock(e.kind()));
                    // Started and stopped clocks show on the case itself; the rest is of no case.
                    default -> null;
                });
    }

    private static String kind(String kind) {
        return switch (CaseKind.valueOf(kind)) {
            case COMPLAINT -> t("a complaint");
            case INQUIRY -> t("a question");
            case LOOK -> t("something to look at");
        };
    }

    private static String sign(String kind) {
        return switch (kind) {
            case "RATING_RAISED" -> t("raised the rating");
            case "THANKS" -> t("said thanks");
            default -> t("praised the brand");
        };
    }

    private static String clock(String kind) {
        return ClockKind.valueOf(kind).words();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
