package firsthour.delivery;

import firsthour.http.Answer;
import firsthour.http.NoAnswer;
import firsthour.http.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an attempt came to, and so what happens next. Slack's words are those of
/// docs.slack.dev/messaging/sending-messages-using-incoming-webhooks (Handling errors).
sealed interface Outcome {

    /// What the far end said, for a person; holds no secret and nothing of the message.
    String answer();

    record Sent(String answer) implements Outcome {}

    /// Too many requests: the whole channel rests.
    ///
    /// @param until when the far end will listen again; empty when it did not say
    record TooFast(Optional<Instant> until, String answer) implements Outcome {}

    /// Nothing will be taken here until a person mends it.
    record ChannelRefused(String answer) implements Outcome {}

    /// This message will never be taken; the next one may be.
    record MessageRefused(String answer) implements Outcome {}

    /// Our own guard does not let the request out. Sent as soon as the host is allowed.
    record NotAllowed(String answer) implements Outcome {}

    /// Trouble that passes.
    ///
    /// @param unsure whether the message may have arrived nevertheless
    record Trouble(String answer, boolean unsure) implements Outcome {}

    /// Slack's words about a channel rather than about a message.
    Set<String> CHANNEL_WORDS =
            Set.of(
                    "action_prohibited",
                    "channel_is_archived",
                    "channel_not_found",
                    "invalid_token",
                    "no_active_hooks",
                    "no_service",
                    "no_team",
                    "posting_to_general_channel_denied",
                    "team_disabled");

    /// An answer that is one word is Slack's; anything longer may repeat what was sent to it.
    Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    /// Reads a result.
    ///
    /// @param host where the request went
    static Outcome of(Result result, String host) {
        return switch (result) {
            case Answer answer -> of(answer);
            case NoAnswer none ->
                    switch (none.why()) {
                        case FORBIDDEN -> new NotAllowed(notAllowed(host));
                        case UNREACHABLE -> new Trouble(none.detail(), false);
                        case HELD_BACK -> new TooFast(none.until(), none.detail());
                        case TIMED_OUT, TOO_LARGE, LOST, BROKEN, INTERRUPTED ->
                                new Trouble(none.detail(), true);
                    };
        };
    }

    private static Outcome of(Answer answer) {
        var status = answer.status();
        var body = answer.text().strip();
        var said = status + " " + said(body);
        if (CHANNEL_WORDS.contains(body)) {
            return new ChannelRefused(said);
        }
        return switch (status) {
            case 429 -> new TooFast(answer.retryAt(), said);
            case 401, 403, 404, 410 -> new ChannelRefused(said);
            case 301, 308 ->
                    new ChannelRefused(status + ": it has moved; enter the address it moved to");
            case 408, 425 -> new Trouble(said, false);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Sent(body.equals("ok") ? said : said + " where \"ok\" was expected");
                }
                yield status >= 400 && status < 500
                        ? new MessageRefused(said)
                        : new Trouble(said, false);
            }
        };
    }

    /// What happened, what was kept, what to do.
    static String notAllowed(String host) {
        return host
                + " leads to a private address. Start with --allow-host "
                + host
                + ", or let an admin add it under Network access; what waits goes out then.";
    }

    private static String said(String body) {
        if (body.isEmpty()) {
            return "without a word";
        }
        return WORD.matcher(body).matches()
                ? body
                : "with " + body.length() + " characters of text";
    }
}
