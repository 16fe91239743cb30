package firsthour.triage;

import firsthour.sentiment.Polarity;
import firsthour.triage.Facts.Account;
import firsthour.triage.Facts.Corrected;
import firsthour.triage.Facts.Judgement;
import firsthour.triage.Facts.Related;
import firsthour.triage.Facts.Tie;
import firsthour.triage.Facts.Wishes;
import firsthour.triage.Facts.Wrote;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Facts for tests of rules: a neutral post of a customer, until it says otherwise.
final class FactsDraft {
    static final Instant DETECTED = Instant.parse("2026-11-16T12:20:00Z");
    static final Instant CORRECTED = Instant.parse("2026-11-16T18:00:00Z");

    private Polarity polarity = Polarity.NEUTRAL;
    private OptionalDouble negative = OptionalDouble.empty();
    private OptionalDouble positive = OptionalDouble.empty();
    private OptionalDouble complaint = OptionalDouble.empty();
    private OptionalInt severity = OptionalInt.empty();
    private Optional<Corrected> correction = Optional.empty();
    private OptionalLong ownCase = OptionalLong.empty();
    private Optional<Related> related = Optional.empty();
    private Account account = Account.CUSTOMER;
    private OptionalInt rating = OptionalInt.empty();
    private OptionalLong followers = OptionalLong.empty();
    private OptionalLong reposts = OptionalLong.empty();
    private boolean history;
    private boolean question;
    private Optional<Boolean> praise = Optional.empty();
    private boolean inquiries = true;
    private boolean lookReviews = true;
    private boolean lookPosts;
    private double threshold = .5;
    private int earlierPosts;

    FactsDraft negative(double probability) {
        polarity = Polarity.NEGATIVE;
        negative = OptionalDouble.of(probability);
        return this;
    }

    FactsDraft positive(double probability) {
        polarity = Polarity.POSITIVE;
        positive = OptionalDouble.of(probability);
        return this;
    }

    FactsDraft complaint(double probability) {
        complaint = OptionalDouble.of(probability);
        return this;
    }

    FactsDraft severity(int value) {
        severity = OptionalInt.of(value);
        return this;
    }

    FactsDraft undetermined() {
        polarity = Polarity.UNDETERMINED;
        return this;
    }

    FactsDraft corrected(Polarity to) {
        correction = Optional.of(new Corrected(to, CORRECTED));
        return this;
    }

    FactsDraft ownCase(long id) {
        ownCase = OptionalLong.of(id);
        return this;
    }

    FactsDraft related(long caseId, Tie tie) {
        related = Optional.of(new Related(caseId, tie));
        return this;
    }

    FactsDraft account(Account whose) {
        account = whose;
        return this;
    }

    FactsDraft rating(int stars) {
        rating = OptionalInt.of(stars);
        return this;
    }

    FactsDraft reposts(long number) {
        reposts = OptionalLong.of(number);
        return this;
    }

    FactsDraft followers(long number) {
        followers = OptionalLong.of(number);
        return this;
    }

    FactsDraft history() {
        history = true;
        return this;
    }

    FactsDraft question() {
        question = true;
        return this;
    }

    FactsDraft praise(boolean flagged) {
        praise = Optional.of(flagged);
        return this;
    }

    FactsDraft inquiries(boolean wanted) {
        inquiries = wanted;
        return this;
    }

    FactsDraft looks(boolean reviews, boolean posts) {
        lookReviews = reviews;
        lookPosts = posts;
        return this;
    }

    FactsDraft threshold(double value) {
        threshold = value;
        return this;
    }

    FactsDraft earlierPosts(int number) {
        earlierPosts = number;
        return this;
    }

    Facts build() {
        return new Facts(
                new Wrote(
                        1,
                        1,
                        1,
                        "mastodon",
                        Optional.of("ann"),
                        account,
                        followers,
                        reposts,
                        rating,
                        history,
                        DETECTED,
                        DETECTED),
                new Wishes(threshold, lookReviews, lookPosts, inquiries),
                Optional.of(
                        new Judgement(
                                polarity,
                                negative,
                                positive,
                                complaint,
                                severity,
                                Optional.empty(),
                                praise)),
                correction,
                ownCase,
                related,
                question,
                earlierPosts);
    }
}
