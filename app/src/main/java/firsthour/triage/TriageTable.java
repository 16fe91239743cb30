package firsthour.triage;

import firsthour.sentiment.Polarity;
import firsthour.triage.Decision.FoundReply;
import firsthour.triage.Decision.Joins;
import firsthour.triage.Decision.Listed;
import firsthour.triage.Decision.Opens;
import firsthour.triage.Decision.Reopens;
import firsthour.triage.Decision.Stays;
import firsthour.triage.Facts.Related;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/// The rules of triage. The first that applies decides; the last always applies.
final class TriageTable {
    private TriageTable() {}

    /// One row of the table.
    ///
    /// @param name what the rule is about
    /// @param decide a pure function; empty where the rule does not apply
    record Rule(String name, Function<Facts, Optional<Decision>> decide) {}

    static final List<Rule> RULES =
            List.of(
                    new Rule("decided before", TriageTable::decidedBefore),
                    new Rule("by an own account", TriageTable::byAnOwnAccount),
                    new Rule("history", TriageTable::history),
                    new Rule("part of an open case", TriageTable::partOfACase),
                    new Rule("low rating", TriageTable::lowRating),
                    new Rule("corrected to negative", TriageTable::correctedToNegative),
                    new Rule("negative", TriageTable::negative),
                    new Rule("complaint", TriageTable::complaint),
                    new Rule("language not known", TriageTable::languageNotKnown),
                    new Rule("question", TriageTable::question),
                    new Rule("praise", TriageTable::praise),
                    new Rule("anything else", TriageTable::anythingElse));

    /// Decides about a mention.
    static Decision decide(Facts facts) {
        return decide(RULES, facts);
    }

    static Decision decide(List<Rule> rules, Facts facts) {
        return rules.stream()
                .flatMap(rule -> rule.decide().apply(facts).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule of triage applies"));
    }

    /// What is decided about a mention that was judged again later than 48 h: the same, but no
    /// case.
    static Decision withoutCase(Decision decision) {
        return decision instanceof Opens opens
                ? new Listed(
                        Verdict.LISTED,
                        opens.reason() + "; judged again later than 48 h, so no case was opened")
                : decision;
    }

    private static Optional<Decision> decidedBefore(Facts facts) {
        return when(facts.ownCase().isPresent(), () -> new Stays("belongs to its case already"));
    }

    private static Optional<Decision> byAnOwnAccount(Facts facts) {
        return switch (facts.wrote().account()) {
            case CUSTOMER -> Optional.empty();
            case OWN -> Optional.of(new FoundReply(false, "by our own account"));
            case OWN_BOT -> Optional.of(new FoundReply(true, "by our own automatic account"));
        };
    }

    private static Optional<Decision> history(Facts facts) {
        return when(
                facts.wrote().history(),
                () ->
                        new Listed(
                                Verdict.HISTORY,
                                "published more than 48 h before it was detected"));
    }

    private static Optional<Decision> partOfACase(Facts facts) {
        return facts.related().map(related -> partOf(related, facts));
    }

    /// Thanks below a case that was resolved stand on it, and open nothing.
    private static Decision partOf(Related related, Facts facts) {
        var id = related.caseId();
        return switch (related.tie()) {
            case THREAD -> new Joins(id, "part of the thread of case " + id);
            case AUTHOR -> new Joins(id, "by the author of case " + id);
            case ANSWERED_THREAD -> new Joins(id, "below case " + id + ", before our last word");
            case RESOLVED_THREAD ->
                    facts.isThanks()
                            ? new Joins(id, "thanks, below case " + id)
                            : new Reopens(id, "wrote again below case " + id);
        };
    }

    private static Optional<Decision> lowRating(Facts facts) {
        var rating = facts.wrote().rating();
        return when(
                rating.isPresent() && rating.getAsInt() <= 2,
                () -> complaintFrom(facts, "rated " + rating.getAsInt() + " of 5"));
    }

    /// The clocks of the staff run from the correction: before it nobody could know.
    private static Optional<Decision> correctedToNegative(Facts facts) {
        return facts.correction()
                .filter(by -> by.polarity() == Polarity.NEGATIVE)
                .map(by ->
                        new Opens(
                                CaseKind.COMPLAINT, by.at(), "corrected to negative by a person"));
    }

    private static Optional<Decision> negative(Facts facts) {
        return when(
                reaches(facts.negative(), facts),
                () -> complaintFrom(facts, "negative, " + probability(facts.negative(), facts)));
    }

    private static Optional<Decision> complaint(Facts facts) {
        return when(
                reaches(facts.complaint(), facts),
                () ->
                        complaintFrom(
                                facts, "a complaint, " + probability(facts.complaint(), facts)));
    }

    private static Optional<Decision> languageNotKnown(Facts facts) {
        if (facts.polarity() != Polarity.UNDETERMINED) {
            return Optional.empty();
        }
        var review = facts.wrote().isReview();
        var wanted = review ? facts.wishes().lookReviews() : facts.wishes().lookPosts();
        return Optional.of(
                wanted
                        ? new Opens(
                                CaseKind.LOOK,
                                facts.wrote().knownSince(),
                                "language not known to the model, somebody should look")
                        : new Listed(
                                Verdict.UNKNOWN_LANGUAGE,
                                review
                                        ? "language not known to the model; looks at reviews are off"
                                        : "language not known to the model; looks at posts are off"));
    }

    private static Optional<Decision> question(Facts facts) {
        return when(
                facts.question() && facts.wishes().inquiries(),
                () ->
                        new Opens(
                                CaseKind.INQUIRY,
                                facts.wrote().knownSince(),
                                "a question to the brand"));
    }

    private static Optional<Decision> praise(Facts facts) {
        if (facts.correctedTo(Polarity.POSITIVE)) {
            return Optional.of(new Listed(Verdict.PRAISE, "corrected to positive by a person"));
        }
        if (facts.praise().isPresent()) {
            return when(
                    facts.praise().get(), () -> new Listed(Verdict.PRAISE, "praise for the brand"));
        }
        return when(
                reaches(facts.positive(), facts),
                () ->
                        new Listed(
                                Verdict.PRAISE,
                                "positive, " + probability(facts.positive(), facts)));
    }

    private static Optional<Decision> anythingElse(Facts facts) {
        return Optional.of(
                new Listed(
                        Verdict.LISTED,
                        facts.correction().isPresent()
                                ? "corrected to neutral by a person"
                                : "nothing in it asks for an answer"));
    }

    private static Decision complaintFrom(Facts facts, String reason) {
        return new Opens(CaseKind.COMPLAINT, facts.wrote().knownSince(), reason);
    }

    private static boolean reaches(OptionalDouble probability, Facts facts) {
        return probability.isPresent() && probability.getAsDouble() >= facts.wishes().threshold();
    }

    private static String probability(OptionalDouble probability, Facts facts) {
        return String.format(
                Locale.ROOT,
                "probability %.2f (cases from %.2f)",
                probability.orElse(0),
                facts.wishes().threshold());
    }

    private static Optional<Decision> when(boolean applies, Supplier<Decision> decision) {
        return applies ? Optional.of(decision.get()) : Optional.empty();
    }
}
