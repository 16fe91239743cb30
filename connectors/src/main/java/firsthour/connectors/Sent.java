package firsthour.connectors;

import java.net.URI;
import java.util.Optional;

/// What became of a reply.
public sealed interface Sent {

    /// It stands on the network.
    ///
    /// @param externalId its id there, as [Post#externalId()] of it would be
    /// @param url where a person can read it
    record Done(String externalId, Optional<URI> url) implements Sent {}

    /// It was surely not posted.
    record Refused(Refusal refusal) implements Sent {}

    /// Nobody knows whether it was posted: it must be looked for before it is sent again.
    ///
    /// @param detail what happened, for a person
    record Unsure(String detail) implements Sent {}

    /// What a request to post came to that ended in a refusal: only an answer that says no says
    /// that nothing was posted; a time-out or an unreadable answer does not.
    static Sent after(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Transient _, Refusal.SourceChanged _ -> new Unsure(refusal.detail());
            case Refusal.RateLimited _,
                    Refusal.QuotaExhausted _,
                    Refusal.Unauthorised _,
                    Refusal.Misconfigured _,
                    Refusal.Denied _,
                    Refusal.Gone _ ->
                    new Refused(refusal);
        };
    }
}
