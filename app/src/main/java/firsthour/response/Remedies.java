package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What customers were given, and under which rule of the house.
@Singleton
public class Remedies {
    private static final int MOST_RULE = 200;
    private static final BigDecimal MOST = new BigDecimal("1000000");

    /// "1,250.50" or "1.250,50".
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:(?:,\\d{3})+\\.|(?:\\.\\d{3})+,)\\d{1,2}");

    private final RemedyRows rows;
    private final ReplyRows replies;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Remedies(RemedyRows rows, ReplyRows replies, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
        this.replies = replies;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// What was given on a case, the oldest first.
    public List<Remedy> findByCase(long caseId) {
        return rows.findNamed(caseId).stream().map(RemedyRow.Named::remedy).toList();
    }

    /// What was given over all cases from an instant until before another, the newest first.
    ///
    /// @param brandId 0 for all brands
    public List<GivenRemedy> findGiven(long brandId, Instant since, Instant until, int most) {
        return rows.findGiven(brandId, since, until, most).stream()
                .map(RemedyRow.Given::remedy)
                .toList();
    }

    /// How many that are, and what they are worth.
    ///
    /// @param brandId 0 for all brands
    public Worth sumUp(long brandId, Instant since, Instant until) {
        var found = rows.findWorth(brandId, since, until);
        return new Worth(
                found.stream().mapToInt(RemedyRow.Worth::remedies).sum(),
                found.stream()
                        .flatMap(each ->
                                Stream.ofNullable(each.currency())
                                        .map(currency ->
                                                new Sum(
                                                        Objects.requireNonNull(each.amount()),
                                                        currency)))
                        .toList());
    }

    /// What remedies are worth.
    ///
    /// @param remedies how many there are, also of those that are worth no sum
    /// @param sums one for each currency
    public record Worth(int remedies, List<Sum> sums) {
        public Worth {
            sums = List.copyOf(sums);
        }
    }

    /// A sum of money.
    ///
    /// @param currency ISO 4217
    public record Sum(BigDecimal amount, String currency) {}

    /// Writes down what a customer is given.
    ///
    /// @param amount as it was typed, "12.50" or "1.250,50"; empty where it is worth no sum
    /// @param currency ISO 4217, in any case; not looked at without an amount
    @Transactional
    public Promising give(
            long caseId,
            Actor actor,
            Remedy.Kind kind,
            String amount,
            String currency,
            String houseRule) {
        var rule = houseRule.strip();
        if (rule.isEmpty() || rule.length() > MOST_RULE) {
            return new Promising.Invalid(
                    "houseRule",
                    t(
                            "Name the rule of the house under which it is given, in at most {0} characters.",
                            MOST_RULE));
        }
        var sum = Optional.<BigDecimal>empty();
        var code = currency.strip().toUpperCase(Locale.ROOT);
        if (!amount.isBlank()) {
            sum = amount(amount.strip());
            if (sum.isEmpty()) {
                return new Promising.Invalid(
                        "amount", t("Enter an amount like 12.50, or leave it empty."));
            }
            if (!isCurrency(code)) {
                return new Promising.Invalid(
                        "currency", t("Enter the currency by its three letters, like EUR."));
            }
        }
        var worth = sum.orElse(null);
        // It may become part of another case at this moment, which takes what was given along.
        replies.lockCase(caseId);
        return switch (words.checkClosing(caseId, actor)) {
            case Outcome.Done(Case known) -> {
                var row =
                        rows.save(
                                new RemedyRow(
                                        0,
                                        caseId,
                                        kind,
                                        worth,
                                        worth == null ? null : code,
                                        rule,
                                        actor.memberId(),
                                        clock.instant()));
                events.append(
                        new Event.RemedyGiven(
                                caseId, known.brandId(), actor.memberId(), row.id(), kind.name()));
                yield new Promising.Done();
            }
            case Outcome refused -> new Promising.Refused(refused);
        };
    }

    /// What stands in groups of three is read as well where cents follow: without them "1.250"
    /// could be one or the other.
    private static Optional<BigDecimal> amount(String typed) {
        var digits =
                GROUPED.matcher(typed).matches() ? typed.replaceAll("[.,](?=\\d{3})", "") : typed;
        try {
            var sum = new BigDecimal(digits.replace(',', '.'));
            return sum.signum() > 0 && sum.compareTo(MOST) <= 0 && sum.scale() <= 2
                    ? Optional.of(sum)
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }
}
