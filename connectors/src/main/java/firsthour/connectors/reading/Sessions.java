package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Access tokens, kept in memory as long as they are good: a sign-in for each pull would use up
/// what networks allow. To lose one costs a sign-in and nothing else.
public final class Sessions {
    /// A token is not used in its last minutes, so that it does not expire on the way.
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Map<String, SignIn.Done> open = new ConcurrentHashMap<>();

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /// What came of a sign-in.
    public sealed interface SignIn {
        /// A token, and how long it is good.
        ///
        /// @param token secret
        record Done(String token, Instant until) implements SignIn {
            /// Whether it can stand in a header.
            boolean isToken() {
                return !token.isBlank() && token.chars().allMatch(c -> c > ' ' && c < 0x7F);
            }

            /// Keeps the token out of logs.
            @Override
            public String toString() {
                return "Done[until=" + until + "]";
            }
        }

        record Refused(Refusal why, Budget budget) implements SignIn {}
    }

    /// Asks with a token: with the one that is there, else after a sign-in. One that the network
    /// does not take any more is replaced once.
    ///
    /// @param account whose token it is: all that the sign-in depends on
    /// @param request makes the request from a token
    public <T> Json.Reply<T> ask(
            Json<T> json,
            Outbound outbound,
            String account,
            Supplier<SignIn> signIn,
            Function<String, Request> request) {
        SignIn.Done kept = open.get(account);
        if (kept != null && kept.until().isAfter(clock.instant().plus(MARGIN))) {
            Json.Reply<T> reply = json.ask(outbound, request.apply(kept.token()));
            if (!(reply instanceof Json.Reply.Refused<T>(Refusal.Unauthorised _, _, _))) {
                return reply;
            }
        }
        open.remove(account);
        return switch (signIn.get()) {
            case SignIn.Refused(Refusal why, Budget budget) ->
                    new Json.Reply.Refused<>(why, budget, false);
            case SignIn.Done done when !done.isToken() ->
                    new Json.Reply.Refused<>(
                            new Refusal.SourceChanged("What came as a token is none."),
                            Budget.UNSAID,
                            false);
            case SignIn.Done done -> {
                open.put(account, done);
                yield json.ask(outbound, request.apply(done.token()));
            }
        };
    }
}
