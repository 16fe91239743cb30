package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.http.Answer;
import firsthour.http.NoAnswer;
import java.util.Optional;

/// Says what an answer that is not 200 means, the same for every network.
public final class Refusals {
    private Refusals() {}

    public static Refusal of(NoAnswer none) {
        return switch (none.why()) {
            case HELD_BACK -> new Refusal.RateLimited(none.until(), none.detail());
            case FORBIDDEN -> new Refusal.Denied(none.detail());
            case TOO_LARGE, LOST -> new Refusal.SourceChanged(none.detail());
            case UNREACHABLE, TIMED_OUT, BROKEN, INTERRUPTED ->
                    new Refusal.Transient(none.detail());
        };
    }

    /// Finds the refusal in a status; empty for 2xx and 304.
    ///
    /// @param addressField the setting that holds the address, or would
    public static Optional<Refusal> find(Answer answer, String addressField) {
        int status = answer.status();
        String said = answer.uri().getHost() + " answered " + status;
        if (status / 100 == 2 || status == 304) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case 401 ->
                            new Refusal.Unauthorised(
                                    said
                                            + ": it asks for credentials, or does not take those"
                                            + " it was shown. Check whether they were revoked or"
                                            + " have expired.");
                    case 407 ->
                            new Refusal.Denied(
                                    said
                                            + ": a proxy in between asks for a sign-in. Have it let"
                                            + " this machine through.");
                    case 511 ->
                            new Refusal.Denied(
                                    said
                                            + ": a proxy of the network that this machine is in"
                                            + " asks for a sign-in before it lets anything out.");
                    case 403 -> forbidden(answer, said);
                    case 404 ->
                            new Refusal.Misconfigured(
                                    addressField,
                                    said
                                            + ": there is nothing at this address. It may have been"
                                            + " renamed or deleted: look for it in a browser.");
                    case 408, 425 -> new Refusal.Transient(said);
                    case 410 -> new Refusal.Gone(said + ": it is gone for good");
                    case 429 -> limited(answer, said);
                    default ->
                            status >= 500
                                    ? unavailable(answer, said)
                                    : new Refusal.SourceChanged(
                                            said + ", which was not expected", Excerpt.of(answer));
                });
    }

    public static Budget budget(Answer answer) {
        return new Budget(answer.rate().remaining(), answer.rate().resetsAt());
    }

    /// Some networks say 403 where others say 429. Else a web page means that a gatekeeper blocks
    /// us; anything else that rights are missing.
    private static Refusal forbidden(Answer answer, String said) {
        boolean spent = answer.rate().remaining().orElse(1) == 0;
        if (spent || answer.retryAt().isPresent()) {
            return limited(answer, said);
        }
        Optional<String> scope = MissingScope.find(answer);
        if (scope.isPresent()) {
            return new Refusal.Unauthorised(MissingScope.words(scope.get()));
        }
        return answer.isWebPage() || answer.mediaType().equals("text/html")
                ? new Refusal.Denied(
                        said + " with a web page: it, or a proxy in between, blocks this machine")
                : new Refusal.Unauthorised(said + ": it does not allow this");
    }

    private static Refusal limited(Answer answer, String said) {
        return new Refusal.RateLimited(
                answer.retryAt().or(() -> answer.rate().resetsAt()), said + ": too many requests");
    }

    /// A 503 with a Retry-After names the time to come back, like a 429.
    private static Refusal unavailable(Answer answer, String said) {
        if (answer.retryAt().isPresent()) {
            return new Refusal.RateLimited(answer.retryAt(), said + ": it asks for patience");
        }
        return answer.status() == 502 || answer.status() == 504
                ? new Refusal.Transient(
                        said + ": a proxy or gateway in between gets no answer of use from it")
                : new Refusal.Transient(said + ": it has trouble of its own");
    }
}
