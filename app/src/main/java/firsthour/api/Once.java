package firsthour.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.time.Clock;
import io.micronaut.http.HttpResponse;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Does what a request asks for once, however often it comes: with an Idempotency-Key the answer to
/// the first is given again. What was refused may be asked for again with the same key.
@Singleton
final class Once {
    static final Duration KEPT = Duration.ofDays(1);

    private static final String REPLAYED = "Idempotency-Replayed";

    private final AnswerRows rows;
    private final TransactionOperations<Connection> transactions;
    private final ObjectMapper json;
    private final Clock clock;

    Once(
            AnswerRows rows,
            TransactionOperations<Connection> transactions,
            ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /// Does it in one transaction with the note that it was done.
    ///
    /// @param shape of the answer: ids and words of ours only, for it is kept
    <T> HttpResponse<T> within(Asked asked, Class<T> shape, Supplier<T> deed) {
        if (asked.key().isEmpty()) {
            return HttpResponse.ok(deed.get());
        }
        rows.forget(clock.instant().minus(KEPT));
        return transactions.executeWrite(_ -> {
            var known = reserve(asked, shape);
            if (known.isPresent()) {
                return replayed(known.get());
            }
            var done = deed.get();
            keep(asked, done);
            return HttpResponse.ok(done);
        });
    }

    /// Does what takes its own transactions and waits for a network. Where it broke off, nobody
    /// knows: the same request is refused from then on, and is to be looked into.
    ///
    /// @param shape of the answer: ids and words of ours only, for it is kept
    <T> HttpResponse<T> around(Asked asked, Class<T> shape, Supplier<T> deed) {
        if (asked.key().isEmpty()) {
            return HttpResponse.ok(deed.get());
        }
        rows.forget(clock.instant().minus(KEPT));
        var known = reserve(asked, shape);
        if (known.isPresent()) {
            return replayed(known.get());
        }
        T done;
        try {
            done = deed.get();
        } catch (Refused e) {
            rows.drop(asked.bearer().token().id(), asked.key().get());
            throw e;
        }
        keep(asked, done);
        return HttpResponse.ok(done);
    }

    /// Takes the key for this request.
    ///
    /// @return what was answered when it came before
    /// @throws Refused when the key belongs to another request, or to one that never ended
    private <T> Optional<T> reserve(Asked asked, Class<T> shape) {
        var token = asked.bearer().token().id();
        var key = asked.key().orElseThrow();
        if (rows.reserve(token, key, asked.fingerprint(), clock.instant()) > 0) {
            return Optional.empty();
        }
        var known = rows.find(token, key).orElseThrow();
        if (!known.fingerprint().equals(asked.fingerprint())) {
            throw Refused.conflict(
                    ProblemCode.REPEATED,
                    "This Idempotency-Key came with another request. Nothing was changed: take a"
                            + " new one.");
        }
        var answer = known.answer();
        if (answer == null) {
            throw Refused.conflict(
                    ProblemCode.REPEATED,
                    "The same request is under way, or broke off. Look at the case before you ask"
                            + " with a new Idempotency-Key.");
        }
        try {
            return Optional.of(json.readValue(answer, shape));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("We kept an answer that cannot be read", e);
        }
    }

    private void keep(Asked asked, Object done) {
        try {
            rows.keep(
                    asked.bearer().token().id(),
                    asked.key().orElseThrow(),
                    json.writeValueAsString(done));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer can be written", e);
        }
    }

    private static <T> HttpResponse<T> replayed(T answer) {
        return HttpResponse.ok(answer).header(REPLAYED, "true");
    }
}
