package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Access tokens, kept in memory as long as they are good: a sign-in for each pull would use up
/// what networks allow. To lose one costs a sign-in and nothing else. A token is renewed ahead of
/// its end, so that a renewal that is refused is known while the token still works.
public final class Sessions {
    /// A token is not used in its last minutes, so that it does not expire on the way.
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /// A token is renewed after four fifths of its life, at the latest so long before its end.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /// A renewal that failed is tried again after it, and not with each request.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Kept> open = new ConcurrentHashMap<>();

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /// A token that is used.
    ///
    /// @param renewAt when the next one is asked for
    /// @param refused why there was none; empty while there is
    private record Kept(SignIn.Done token, Instant renewAt, Optional<String> refused) {}

    /// What came of a sign-in.
    public sealed interface SignIn {
        /// A token, and how long it is good.
        ///
        /// @param token secret
        /// @param permissionUntil when the permission ends by which it was given; empty where that
        ///   lasts
        record Done(String token, Instant until, Optional<Instant> permissionUntil)
                implements SignIn {
            public Done(String token, Instant until) {
                this(token, until, Optional.empty());
            }

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
    /// @return with the end of the access in its budget, where that is near or cannot be put off
    public <T> Json.Reply<T> ask(
            Json<T> json,
            Outbound outbound,
            String account,
            Supplier<SignIn> signIn,
            Function<String, Request> request) {
        Optional<Kept> there = find(account);
        if (there.isPresent()) {
            Kept used = ahead(account, there.get(), signIn);
            Json.Reply<T> reply = json.ask(outbound, request.apply(used.token().token()));
            if (!isUnauthorised(reply)) {
                return told(reply, used);
            }
            Optional<Kept> newer = forget(account, used);
            if (newer.isPresent()) {
                return asked(json, outbound, account, newer.get(), request);
            }
        }
        return switch (signIn.get()) {
            case SignIn.Refused(Refusal why, Budget budget) ->
                    new Json.Reply.Refused<>(why, budget, false);
            case SignIn.Done done when !done.isToken() ->
                    new Json.Reply.Refused<>(
                            new Refusal.SourceChanged("What came as a token is none."),
                            Budget.UNSAID,
                            false);
            case SignIn.Done done -> {
                Kept fresh = fresh(done);
                open.put(account, fresh);
                yield told(json.ask(outbound, request.apply(done.token())), fresh);
            }
        };
    }

    /// Asks with the token that somebody else got meanwhile.
    private <T> Json.Reply<T> asked(
            Json<T> json,
            Outbound outbound,
            String account,
            Kept newer,
            Function<String, Request> request) {
        Json.Reply<T> reply = json.ask(outbound, request.apply(newer.token().token()));
        if (isUnauthorised(reply)) {
            forget(account, newer);
        }
        return told(reply, newer);
    }

    private static boolean isUnauthorised(Json.Reply<?> reply) {
        return reply instanceof Json.Reply.Refused<?>(Refusal.Unauthorised _, _, _);
    }

    private Optional<Kept> find(String account) {
        Instant soon = clock.instant().plus(MARGIN);
        return Optional.ofNullable(open.get(account))
                .filter(kept -> kept.token().until().isAfter(soon));
    }

    /// Drops a token that is not taken any more, and no other.
    ///
    /// @return the one that took its place, if any
    private Optional<Kept> forget(String account, Kept used) {
        open.computeIfPresent(
                account, (_, kept) -> kept.token().equals(used.token()) ? null : kept);
        return find(account);
    }

    /// The token to ask with: a new one where it is time for that, the old one where none can be
    /// had now or somebody else is getting it.
    private Kept ahead(String account, Kept kept, Supplier<SignIn> signIn) {
        if (clock.instant().isBefore(kept.renewAt())) {
            return kept;
        }
        Kept claimed = new Kept(kept.token(), clock.instant().plus(PATIENCE), kept.refused());
        if (!open.replace(account, kept, claimed)) {
            return kept;
        }
        return switch (signIn.get()) {
            case SignIn.Done done when done.isToken() -> {
                Kept fresh = fresh(done);
                open.put(account, fresh);
                yield fresh;
            }
            case SignIn.Refused(Refusal.Unauthorised(String why), _) -> {
                Kept last = new Kept(kept.token(), claimed.renewAt(), Optional.of(why));
                // What came in the meantime is better than what was refused.
                open.replace(account, claimed, last);
                yield last;
            }
            case SignIn.Done _, SignIn.Refused _ -> claimed;
        };
    }

    private Kept fresh(SignIn.Done token) {
        Instant now = clock.instant();
        Duration life = Duration.between(now, token.until());
        Duration most = life.multipliedBy(4).dividedBy(5);
        Duration least = life.minus(AHEAD);
        return new Kept(
                token,
                now.plus(least.isPositive() && least.compareTo(most) < 0 ? least : most),
                Optional.empty());
    }

    private <T> Json.Reply<T> told(Json.Reply<T> reply, Kept used) {
        return find(used).map(end -> reply.within(reply.budget().endingWith(end))).orElse(reply);
    }

    private Optional<Budget.Ending> find(Kept used) {
        return used.refused()
                .map(why -> new Budget.Ending(used.token().until(), why))
                .or(() ->
                        used.token()
                                .permissionUntil()
                                .flatMap(end -> Budget.Ending.findNear(end, clock.instant())));
    }
}
