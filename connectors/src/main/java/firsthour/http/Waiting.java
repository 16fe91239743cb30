package firsthour.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads what a network says about waiting. Seconds, dates and epochs all occur; nonsense is
/// ignored and an absurdly long wait is cut.
final class Waiting {
    private static final List<String> REMAINING =
            List.of("x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining");
    private static final List<String> RESET =
            List.of("x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset");

    /// Apple's way to say it: `user-hour-lim:3500;user-hour-rem:500;`. Its hour moves along, so
    /// there is no reset.
    private static final Pattern REMAINING_OF_HOUR = Pattern.compile("user-hour-rem:(\\d+)");

    /// Ten digits: a number from here on is an epoch and not a number of seconds to wait.
    private static final double EPOCH_SECONDS = 1e9;

    private static final double EPOCH_MILLIS = 1e12;

    private final InstantSource clock;
    private final Duration longest;

    Waiting(InstantSource clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    Optional<Instant> retryAt(Answer answer) {
        return answer.find("retry-after").flatMap(this::moment);
    }

    Rate rate(Answer answer) {
        OptionalLong remaining =
                first(answer, REMAINING)
                        .or(() -> answer.find("x-rate-limit").flatMap(Waiting::remainingOfHour))
                        .flatMap(Waiting::number)
                        .filter(n -> n >= 0)
                        .map(n -> OptionalLong.of(n.longValue()))
                        .orElse(OptionalLong.empty());
        return new Rate(remaining, first(answer, RESET).flatMap(this::moment));
    }

    Optional<Duration> ahead(Answer answer) {
        return answer.find("date")
                .flatMap(Waiting::date)
                .map(there -> Duration.between(clock.instant(), there));
    }

    private Optional<Instant> moment(String value) {
        Instant now = clock.instant();
        return number(value)
                .map(n -> fromNumber(n, now))
                .or(() -> date(value))
                .map(then -> then.isBefore(now) ? now : then)
                .map(then -> then.isAfter(now.plus(longest)) ? now.plus(longest) : then);
    }

    private Instant fromNumber(double number, Instant now) {
        if (number >= EPOCH_MILLIS) {
            return Instant.ofEpochMilli((long) Math.min(number, 1e15));
        }
        if (number >= EPOCH_SECONDS) {
            return Instant.ofEpochSecond((long) number);
        }
        return now.plusMillis(Math.round(Math.max(number, 0) * 1000));
    }

    private static Optional<Instant> date(String value) {
        return date(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                .or(() -> date(value, DateTimeFormatter.ISO_DATE_TIME));
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(value, format).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // not in this format; in none is as good as no header
        }
    }

    private static Optional<Double> number(String value) {
        return value.matches("\\d{1,18}(\\.\\d{1,9})?")
                ? Optional.of(Double.valueOf(value))
                : Optional.empty();
    }

    private static Optional<String> remainingOfHour(String limits) {
        return REMAINING_OF_HOUR.matcher(limits).results().map(found -> found.group(1)).findFirst();
    }

    private static Optional<String> first(Answer answer, List<String> names) {
        return names.stream().flatMap(name -> answer.find(name).stream()).findFirst();
    }
}
