package firsthour.connectors.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.connectors.Budget;
import firsthour.connectors.Consent;
import firsthour.connectors.Refusal;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Exchanges a grant for an access token, as RFC 6749 says.
public final class Grants {
    /// Seconds, where the network does not say how long a token is good.
    private static final long USUAL_LIFE = 3_600;

    private static final long LONGEST_LIFE = 30L * 24 * 3_600;

    /// Beyond it nobody waits for the end.
    private static final long LONGEST_PERMISSION = 10L * 365 * 24 * 3_600;

    private final Outbound outbound;
    private final InstantSource clock;
    private final String notTaken;
    private final Json<Token> json;

    /// Takes grants of any network.
    ///
    /// @param addressField the setting that holds the address of the token's endpoint, or would
    public Grants(Outbound outbound, InstantSource clock, String addressField) {
        this(outbound, clock, addressField, "");
    }

    /// Takes assertions that are signed here (RFC 7523), which hold the time.
    ///
    /// @param notTaken what to do when the network takes none, though the clocks agree
    public Grants(Outbound outbound, InstantSource clock, String addressField, String notTaken) {
        this.outbound = outbound;
        this.clock = clock;
        this.notTaken = notTaken;
        this.json =
                new Json<>(Token.class, Token::isWhole, "token", addressField)
                        .explainedBy(this::refusal);
    }

    /// A token, or an error: Reddit gives both with 200.
    private record Token(
            @JsonProperty("access_token") @Nullable String value,
            @JsonProperty("expires_in") @Nullable Long life,
            @JsonProperty("refresh_token") @Nullable String refresh,
            @JsonProperty("refresh_token_expires_in") @Nullable Long permissionLife,
            @Nullable String error) {
        boolean isWhole() {
            return value != null || error != null;
        }
    }

    /// A grant on its way to a token's endpoint.
    ///
    /// @param form such as `grant_type=refresh_token` and what belongs to it
    public static Request of(URI endpoint, Map<String, String> form) {
        return Request.post(endpoint, "application/x-www-form-urlencoded", Query.form(form));
    }

    /// The header `authorization` of a name and a password.
    public static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /// Sends a grant.
    public Sessions.SignIn exchange(Request grant) {
        return switch (json.ask(outbound, grant)) {
            case Json.Reply.Refused<Token>(Refusal why, Budget budget, _) ->
                    new Sessions.SignIn.Refused(why, budget);
            case Json.Reply.Read<Token>(Token token, Answer answer, Budget budget)
                    when token.value == null ->
                    new Sessions.SignIn.Refused(noToken(answer), budget);
            case Json.Reply.Read<Token>(Token token, _, _) -> {
                long life =
                        token.life == null ? USUAL_LIFE : Math.clamp(token.life, 0, LONGEST_LIFE);
                yield new Sessions.SignIn.Done(
                        String.valueOf(token.value),
                        clock.instant().plusSeconds(life),
                        permissionEnd(token));
            }
        };
    }

    /// Sends a code that a person's consent gave, for a permission that lasts.
    ///
    /// @param missing what to do when the network gives an access token alone
    public Consent redeem(Request grant, String missing) {
        return switch (json.ask(outbound, grant)) {
            case Json.Reply.Refused<Token>(Refusal why, _, _) -> new Consent.Refused(why);
            case Json.Reply.Read<Token>(Token token, Answer answer, _) when token.value == null ->
                    new Consent.Refused(noToken(answer));
            case Json.Reply.Read<Token>(Token token, _, _) ->
                    token.refresh == null
                            ? new Consent.Refused(new Refusal.Unauthorised(missing))
                            : new Consent.Granted(token.refresh, permissionEnd(token));
        };
    }

    /// Google says so where a person allowed access for a time, or the client is being tested.
    private Optional<Instant> permissionEnd(Token token) {
        return Optional.ofNullable(token.permissionLife)
                .filter(life -> life > 0 && life <= LONGEST_PERMISSION)
                .map(clock.instant()::plusSeconds);
    }

    private Refusal noToken(Answer answer) {
        return refusal(answer)
                .orElseGet(() ->
                        new Refusal.SourceChanged(
                                "The answer of " + answer.uri().getHost() + " holds no token."));
    }

    /// The errors of section 5.2, which come with 400 where others say 401. Reddit says no more
    /// than 400 of a permission that was withdrawn.
    private Optional<Refusal> refusal(Answer answer) {
        String host = answer.uri().getHost();
        return switch (Json.tree(answer).path("error").asText("")) {
            case "invalid_grant" ->
                    unauthorised(
                            notTaken.isEmpty()
                                    ? host
                                            + " no longer takes this permission: it was withdrawn"
                                            + " or has expired. Connect the account again."
                                    : ClockDifference.find(answer).orElse(notTaken));
            case "invalid_client" ->
                    unauthorised(host + " does not know this client. Check its id and secret.");
            case "unauthorized_client", "access_denied" ->
                    unauthorised(host + " does not allow this client to read in this way.");
            case "invalid_scope" ->
                    unauthorised(host + " does not grant the scopes that are needed.");
            default ->
                    answer.status() == 400 && Json.tree(answer).isObject()
                            ? unauthorised(
                                    host
                                            + " does not take what it is shown. Check the client's"
                                            + " id and secret, or connect the account again.")
                            : Optional.empty();
        };
    }

    private static Optional<Refusal> unauthorised(String detail) {
        return Optional.of(new Refusal.Unauthorised(detail));
    }
}
