package firsthour.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.OptionalLong;

/// Something that happened. The record's simple name is the type in the log; its components are the
/// data.
public sealed interface Event {

    /// The brand it concerns.
    @JsonIgnore
    default OptionalLong brand() {
        return this instanceof OfBrand e ? OptionalLong.of(e.brandId()) : OptionalLong.empty();
    }

    /// The case it concerns, if any.
    @JsonIgnore
    default OptionalLong ofCase() {
        return this instanceof OfCase e ? OptionalLong.of(e.caseId()) : OptionalLong.empty();
    }

    /// The mention it concerns, if any.
    @JsonIgnore
    default OptionalLong mention() {
        return this instanceof OfMention e ? OptionalLong.of(e.mentionId()) : OptionalLong.empty();
    }

    /// The member who did it; empty when the system did.
    @JsonIgnore
    default OptionalLong member() {
        return this instanceof ByMember e ? OptionalLong.of(e.memberId()) : OptionalLong.empty();
    }

    /// Happened to a brand.
    sealed interface OfBrand extends Event {
        long brandId();
    }

    /// Happened to a case.
    sealed interface OfCase extends OfBrand {
        long caseId();
    }

    /// Happened to a mention.
    sealed interface OfMention extends OfBrand {
        long mentionId();
    }

    /// Happened to what a customer lets us quote.
    sealed interface OfTestimonial extends OfMention {
        /// The case that came before it; 0 where there was none.
        long caseId();

        @Override
        @JsonIgnore
        default OptionalLong ofCase() {
            return caseId() == 0 ? OptionalLong.empty() : OptionalLong.of(caseId());
        }
    }

    /// Happened to a source.
    sealed interface OfSource extends Event {
        long sourceId();

        /// 0 where the source is about no brand in particular.
        long brandId();

        @Override
        @JsonIgnore
        default OptionalLong brand() {
            return brandId() == 0 ? OptionalLong.empty() : OptionalLong.of(brandId());
        }
    }

    /// Was done by a person.
    sealed interface ByMember extends Event {
        long memberId();
    }

    /// Happened in the team.
    sealed interface InTeam extends Event {
        /// Who did it; 0 for the system.
        long byId();

        @Override
        @JsonIgnore
        default OptionalLong member() {
            return byId() == 0 ? OptionalLong.empty() : OptionalLong.of(byId());
        }
    }

    // Team

    record MemberAdded(long addedId, String role, long byId) implements InTeam {}

    record RoleChanged(long changedId, String role, long byId) implements InTeam {}

    record MemberDeactivated(long changedId, long byId) implements InTeam {}

    record MemberActivated(long changedId, long byId) implements InTeam {}

    record PasswordChanged(long changedId, long byId) implements InTeam {}

    record TeamAdded(long teamId, long byId) implements InTeam {}

    record TeamRemoved(long teamId, long byId) implements InTeam {}

    record TeamJoined(long joinedId, long teamId, long byId) implements InTeam {}

    record TeamLeft(long leftId, long teamId, long byId) implements InTeam {}

    /// How much somebody takes, or for what, is another now.
    record WorkChanged(long changedId, int capacity, long byId) implements InTeam {}

    /// Is away from now on, or will be.
    ///
    /// @param coverId who stands in; 0 for nobody
    record MemberWentAway(long changedId, long coverId, long byId) implements InTeam {}

    record MemberCameBack(long changedId, long byId) implements InTeam {}

    /// Somebody keeps filters of the queue under a name.
    ///
    /// @param teamId with whom it is shared; 0 for nobody
    record ViewSaved(long viewId, long teamId, long byId) implements InTeam {}

    /// It has another name, or another team sees it.
    ///
    /// @param teamId with whom it is shared now; 0 for nobody
    record ViewChanged(long viewId, long teamId, long byId) implements InTeam {}

    /// Nobody keeps it any more.
    ///
    /// @param teamId with whom it was shared; 0 for nobody
    record ViewRemoved(long viewId, long teamId, long byId) implements InTeam {}

    // Security

    /// A member made a token for a program.
    ///
    /// @param scopes READ, WORK, MANAGE with commas between
    record ApiTokenMade(long tokenId, String scopes, long byId) implements InTeam {}

    record ApiTokenWithdrawn(long tokenId, long byId) implements InTeam {}

    // Intake

    /// It gives nothing, and that does not pass by itself.
    record SourceStopped(long sourceId, long brandId) implements OfSource {}

    /// It answers, and has brought nothing for an unusually long time.
    record SourceWentQuiet(long sourceId, long brandId) implements OfSource {}

    /// It still works, and its access is about to end.
    record SourceAccessRanShort(long sourceId, long brandId) implements OfSource {}

    record SourceCameBack(long sourceId, long brandId) implements OfSource {}

    // Triage

    record CaseOpened(long caseId, long brandId, long mentionId, String kind, int priority)
            implements OfCase, OfMention {}

    record MentionJoined(long caseId, long brandId, long mentionId) implements OfCase, OfMention {}

    /// A post of the case was edited on the network.
    record PostEdited(long caseId, long brandId, long mentionId) implements OfCase, OfMention {}

    record PriorityRaised(long caseId, long brandId, int priority) implements OfCase {}

    /// The network says that a post of the case is deleted or hidden: its text and author are gone
    /// here as well.
    record PostDeleted(long caseId, long brandId, long mentionId) implements OfCase, OfMention {}

    /// A post of the case was not shown for so long that the network does not let it be kept: its
    /// text and author are gone.
    record PostExpired(long caseId, long brandId, long mentionId) implements OfCase, OfMention {}

    record CaseClaimed(long caseId, long brandId, long memberId) implements OfCase, ByMember {}

    record CaseReleased(long caseId, long brandId, long memberId) implements OfCase, ByMember {}

    record CaseDismissed(long caseId, long brandId, long memberId, String reason)
            implements OfCase, ByMember {}

    record CaseResolved(long caseId, long brandId, long memberId) implements OfCase, ByMember {}

    record CaseReopened(long caseId, long brandId, long memberId, int episode)
            implements OfCase, ByMember {}

    /// Whoever closed it took that back at once: the episode goes on as if nothing had happened.
    record CaseClosingUndone(long caseId, long brandId, long memberId)
            implements OfCase, ByMember {}

    // One of two cases, and two again

    /// Its posts are another case's from now on.
    record CaseMerged(long caseId, long brandId, long memberId, long survivorId)
            implements OfCase, ByMember {}

    /// Another case was merged into it.
    record CaseTookIn(long caseId, long brandId, long memberId, long mergedId)
            implements OfCase, ByMember {}

    /// It is a case of its own again, as if it had never been merged.
    record CaseSplitBack(long caseId, long brandId, long memberId, long survivorId)
            implements OfCase, ByMember {}

    /// What had been merged into it is a case of its own again.
    record CaseGaveBack(long caseId, long brandId, long memberId, long mergedId)
            implements OfCase, ByMember {}

    /// A deed on many cases was taken back at once, and this one is as it was before.
    ///
    /// @param deed CLAIM, RELEASE or LEAVE
    record DeedTakenBack(long caseId, long brandId, long memberId, String deed)
            implements OfCase, ByMember {}

    /// Posts of it are a case of their own from now on.
    record CaseSplit(long caseId, long brandId, long memberId, long splitId)
            implements OfCase, ByMember {}

    /// Was opened for posts that a person took out of another case.
    record CaseSplitOff(long caseId, long brandId, long memberId, long originId)
            implements OfCase, ByMember {}

    // What several customers write about

    /// The rules found that others write about the same.
    record CaseGrouped(long caseId, long brandId, long causeId) implements OfCase {}

    record CasePutIntoCause(long caseId, long brandId, long memberId, long causeId)
            implements OfCase, ByMember {}

    record CaseTakenOutOfCause(long caseId, long brandId, long memberId, long causeId)
            implements OfCase, ByMember {}

    /// Its title, or what colleagues should know of it, is another now.
    record CauseChanged(long causeId, long brandId, long memberId) implements OfBrand, ByMember {}

    record CauseClosed(long causeId, long brandId, long memberId) implements OfBrand, ByMember {}

    record CauseReopened(long causeId, long brandId, long memberId) implements OfBrand, ByMember {}

    // Who has a case

    /// A rule said who may take it.
    ///
    /// @param teamId 0 where the rule names no team
    record CaseRouted(long caseId, long brandId, long ruleId, long teamId) implements OfCase {}

    /// A rule gave it to somebody.
    record CaseAssigned(long caseId, long brandId, long ruleId, long assignedId)
            implements OfCase {}

    /// Whoever had it went away, and the cover has it now.
    record CaseCovered(long caseId, long brandId, long fromId, long coverId) implements OfCase {}

    /// Whoever had it went away, and nobody stands in.
    record CaseLeftBehind(long caseId, long brandId, long fromId) implements OfCase {}

    /// Nobody has taken it for so long that managers are shown it.
    record CaseUnattended(long caseId, long brandId) implements OfCase {}

    record HandoverOffered(long caseId, long brandId, long memberId, long toId)
            implements OfCase, ByMember {}

    record HandoverAccepted(long caseId, long brandId, long memberId, long fromId)
            implements OfCase, ByMember {}

    record HandoverDeclined(long caseId, long brandId, long memberId, long fromId)
            implements OfCase, ByMember {}

    record HandoverTakenBack(long caseId, long brandId, long memberId, long toId)
            implements OfCase, ByMember {}

    /// To whom it was offered went away before answering.
    record HandoverLapsed(long caseId, long brandId, long toId) implements OfCase {}

    record HelpAsked(long caseId, long brandId, long memberId, long helperId)
            implements OfCase, ByMember {}

    record HelpGiven(long caseId, long brandId, long memberId, long askerId)
            implements OfCase, ByMember {}

    // Where cases go

    record RuleDrafted(long ruleId, long memberId) implements ByMember {}

    record RuleChanged(long ruleId, long memberId) implements ByMember {}

    record RuleTried(long ruleId, long memberId) implements ByMember {}

    record RuleWentLive(long ruleId, long memberId) implements ByMember {}

    record RuleSwitchedOff(long ruleId, long memberId) implements ByMember {}

    record RuleMoved(long ruleId, long memberId) implements ByMember {}

    record RuleRemoved(long ruleId, long memberId) implements ByMember {}

    record VipNamed(long vipId, long brandId, long memberId) implements OfBrand, ByMember {}

    /// From now on a colleague has to approve replies to certain cases.
    record LookRuleAdded(long brandId, long memberId, long ruleId) implements OfBrand, ByMember {}

    record LookRuleRemoved(long brandId, long memberId, long ruleId) implements OfBrand, ByMember {}

    record VipDropped(long vipId, long brandId, long memberId) implements OfBrand, ByMember {}

    /// From now on the customer is waited for.
    record WaitingBegan(long caseId, long brandId, long memberId) implements OfCase, ByMember {}

    /// A person ended the waiting.
    record WaitingEnded(long caseId, long brandId, long memberId) implements OfCase, ByMember {}

    /// The customer who was waited for wrote.
    record CustomerCameBack(long caseId, long brandId, long mentionId)
            implements OfCase, OfMention {}

    /// The customer who is waited for has said nothing for so many days.
    ///
    /// @param days 3 or 7
    record CustomerStayedSilent(long caseId, long brandId, int days) implements OfCase {}

    /// The customer wrote again below a case that was resolved: a new episode.
    record CaseReopenedByCustomer(long caseId, long brandId, long mentionId, int episode)
            implements OfCase, OfMention {}

    /// A person decided that the customer's last words want no reply.
    record ReplyNotNeeded(long caseId, long brandId, long memberId, String reason)
            implements OfCase, ByMember {}

    // Response

    record ReplyRecorded(
            long caseId, long brandId, long memberId, long replyId, String kind, Instant postedAt)
            implements OfCase, ByMember {}

    /// A reply of ours that was found on the network.
    record ReplyFound(long caseId, long brandId, long postId, String kind, Instant postedAt)
            implements OfCase {}

    /// A reply that was to be posted from here was not, or nobody knows: a person has to decide.
    record ReplyNotPosted(long caseId, long brandId, long outgoingId, boolean unsure)
            implements OfCase {}

    /// A person gave up a reply that was to be posted from here.
    record ReplyGivenUp(long caseId, long brandId, long memberId, long outgoingId)
            implements OfCase, ByMember {}

    /// The customer was spoken with out of sight of others.
    record PrivateContactRecorded(
            long caseId,
            long brandId,
            long memberId,
            long contactId,
            String way,
            Instant contactedAt)
            implements OfCase, ByMember {}

    /// A person let a finding of the reply check stand, with a reason.
    record FindingWaived(long caseId, long brandId, long memberId, String concern)
            implements OfCase, ByMember {}

    record SnippetAdded(long brandId, long memberId, long snippetId) implements OfBrand, ByMember {}

    record SnippetChanged(long brandId, long memberId, long snippetId)
            implements OfBrand, ByMember {}

    record SnippetRemoved(long brandId, long memberId, long snippetId)
            implements OfBrand, ByMember {}

    record DictionaryWordAdded(long brandId, long memberId, long wordId)
            implements OfBrand, ByMember {}

    record DictionaryWordRemoved(long brandId, long memberId, long wordId)
            implements OfBrand, ByMember {}

    /// Something was promised to the customer.
    record PromiseMade(long caseId, long brandId, long memberId, long promiseId, Instant dueAt)
            implements OfCase, ByMember {}

    /// Most of a promise's time is used up.
    record PromiseNearlyDue(long caseId, long brandId, long promiseId) implements OfCase {}

    /// It was kept, in time or late.
    record PromiseKept(long caseId, long brandId, long memberId, long promiseId, Instant keptAt)
            implements OfCase, ByMember {}

    /// Its time passed before it was kept.
    record PromiseBroken(long caseId, long brandId, long promiseId, Instant dueAt)
            implements OfCase {}

    /// Something else was agreed on in time.
    record PromiseWithdrawn(long caseId, long brandId, long memberId, long promiseId)
            implements OfCase, ByMember {}

    /// The customer was given something.
    record RemedyGiven(long caseId, long brandId, long memberId, long remedyId, String kind)
            implements OfCase, ByMember {}

    // After the answer

    /// A sign that the customer was won back.
    ///
    /// @param kind RATING_RAISED, THANKS or PRAISE
    /// @param at when the customer wrote it
    record CustomerWonBack(long caseId, long brandId, long mentionId, String kind, Instant at)
            implements OfCase, OfMention {}

    /// What had been such a sign is none: it was judged anew, taken back, or somebody else's.
    record WonBackWithdrawn(long caseId, long brandId, long mentionId, String kind)
            implements OfCase, OfMention {}

    /// Somebody who praised the brand was thanked in public.
    record PraiseThanked(long mentionId, long brandId, long memberId, Instant thankedAt)
            implements OfMention, ByMember {}

    /// Thanks that were to be posted from here were not, or nobody knows: a person has to decide.
    record ThanksNotPosted(long mentionId, long brandId, boolean unsure) implements OfMention {}

    /// A person gave up thanks that were to be posted from here.
    record ThanksGivenUp(long mentionId, long brandId, long memberId)
            implements OfMention, ByMember {}

    /// A customer was asked whether we may quote them.
    record TestimonialAsked(
            long mentionId, long brandId, long caseId, long memberId, long testimonialId)
            implements OfTestimonial, ByMember {}

    /// A customer lets us quote them, or allows something else now.
    record TestimonialGranted(
            long mentionId, long brandId, long caseId, long memberId, long testimonialId)
            implements OfTestimonial, ByMember {}

    record TestimonialWithdrawn(
            long mentionId, long brandId, long caseId, long memberId, long testimonialId)
            implements OfTestimonial, ByMember {}

    /// It ended by itself.
    ///
    /// @param reason POST_DELETED or EXPIRED
    record TestimonialEnded(
            long mentionId, long brandId, long caseId, long testimonialId, String reason)
            implements OfTestimonial {}

    /// A person knows that the case's customer and another author are one.
    record AuthorsLinked(long caseId, long brandId, long memberId, long linkId)
            implements OfCase, ByMember {}

    record AuthorsUnlinked(long caseId, long brandId, long memberId, long linkId)
            implements OfCase, ByMember {}

    /// A colleague is to look at a reply before it is posted.
    ///
    /// @param colleagueId who is asked; 0 for anybody who may answer
    /// @param dueAt when it lapses
    record SecondLookAsked(
            long caseId,
            long brandId,
            long memberId,
            long lookId,
            String kind,
            long colleagueId,
            Instant dueAt)
            implements OfCase, ByMember {}

    /// A colleague approved a reply.
    ///
    /// @param changed whether its words are others now
    record SecondLookGiven(long caseId, long brandId, long memberId, long lookId, boolean changed)
            implements OfCase, ByMember {}

    /// A colleague wants a reply to be written anew.
    record SecondLookSentBack(
            long caseId, long brandId, long memberId, long lookId, boolean changed)
            implements OfCase, ByMember {}

    /// It is not asked for any more.
    record SecondLookWithdrawn(long caseId, long brandId, long memberId, long lookId)
            implements OfCase, ByMember {}

    /// Nobody looked in time: the reply may be posted without.
    record SecondLookLapsed(long caseId, long brandId, long lookId, Instant dueAt)
            implements OfCase {}

    /// There is nothing to look at any more.
    ///
    /// @param why ANSWERED, CLOSED or PASSED_ON
    record SecondLookCalledOff(long caseId, long brandId, long lookId, String why)
            implements OfCase {}

    // Scoring

    record JudgementCorrected(long mentionId, long brandId, long memberId, String polarity)
            implements OfMention, ByMember {}

    /// What stood before the correction stands again.
    record CorrectionTakenBack(long mentionId, long brandId, long memberId)
            implements OfMention, ByMember {}

    record ThresholdMoved(long brandId, long memberId, double was, double becomes)
            implements OfBrand, ByMember {}

    record ThresholdMoveUndone(long brandId, long memberId, double was, double becomes)
            implements OfBrand, ByMember {}

    // Clocks

    /// What the brand promises was changed.
    ///
    /// @param revision that counts now
    record PoliciesChanged(long brandId, long memberId, int revision)
            implements OfBrand, ByMember {}

    /// When people are there to answer was changed.
    ///
    /// @param number of the version that counts now
    /// @param byId 0 where public holidays or a feed brought it about
    record CalendarChanged(long calendarId, int number, long byId) implements InTeam {}

    record ClockStarted(
            long caseId, long brandId, long clockId, String kind, int episode, Instant dueAt)
            implements OfCase {}

    /// A share of the target is used up.
    ///
    /// @param percent of the target, 50 or 80
    record ClockWarned(long caseId, long brandId, long clockId, String kind, int percent)
            implements OfCase {}

    record ClockMet(long caseId, long brandId, long clockId, String kind, Instant metAt)
            implements OfCase {}

    record ClockBreached(long caseId, long brandId, long clockId, String kind, Instant dueAt)
            implements OfCase {}

    /// An earlier reply was found on the network: the deadline had been kept.
    record BreachWithdrawn(long caseId, long brandId, long clockId, String kind)
            implements OfCase {}

    record ClockCancelled(long caseId, long brandId, long clockId, String kind) implements OfCase {}

    /// The customer is waited for.
    record ClockPaused(long caseId, long brandId, long clockId, String kind) implements OfCase {}

    /// The customer is not waited for any more.
    ///
    /// @param dueAt the new deadline
    record ClockWentOn(long caseId, long brandId, long clockId, String kind, Instant dueAt)
            implements OfCase {}

    /// What had cancelled it was undone.
    record ClockResumed(long caseId, long brandId, long clockId, String kind) implements OfCase {}
}
