package firsthour.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.alerts.AlertRules;
import firsthour.alerts.Alerts;
import firsthour.delivery.Channel;
import firsthour.delivery.Channels;
import firsthour.secrets.Secrets;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// A chat that is played by the node itself: what is sent to the sample's channel is a real request
/// in Slack's format, and this shows what arrived.
@Singleton
@Requires(property = "firsthour.demo", value = "true")
public class PlayedChat {
    /// The name of its channel.
    public static final String CHANNEL = "Sample chat";

    private static final int KEPT = 200;
    private static final int LONGEST = 100_000;
    private static final int CATCH_UP = 8;
    private static final Duration BEFORE = Duration.ofHours(36);

    private final Channels channels;
    private final AlertRules rules;
    private final Alerts alerts;
    private final ChatRows rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final String token;

    PlayedChat(
            Channels channels,
            AlertRules rules,
            Alerts alerts,
            ChatRows rows,
            ObjectMapper json,
            Clock clock,
            Secrets secrets) {
        this.channels = channels;
        this.rules = rules;
        this.alerts = alerts;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.token = HexFormat.of().formatHex(secrets.derive("played chat", 16));
    }

    /// Has alerts come here, wherever the node listens this time. The first time, what happened
    /// lately is told.
    ///
    /// @param server address of this node, without a slash at the end
    @Transactional
    public void join(String server) {
        var address = server + "/demo/hook/" + token;
        var known = channels.findByName(CHANNEL).map(Channel::id);
        if (known.isPresent()) {
            channels.changeAddress(known.get(), address);
        } else if (rules.addSlack(CHANNEL, address, AlertRules.USUAL_PRIORITY, null)
                instanceof Channels.Added.Done done) {
            alerts.catchUp(done.channel().id(), clock.instant().minus(BEFORE), CATCH_UP);
        }
    }

    /// Takes a message in, as a chat's server does.
    ///
    /// @param key what the sender calls this message; the same again is not shown twice
    /// @return the word that Slack answers
    @Transactional
    public String receive(String token, String key, String body) {
        if (!MessageDigest.isEqual(bytes(this.token), bytes(token))) {
            return "no_service";
        }
        if (body.length() > LONGEST || !isMessage(body)) {
            return "invalid_payload";
        }
        rows.add(key, body, clock.instant());
        rows.keepNewest(KEPT);
        return "ok";
    }

    /// A message as it would look.
    public record Message(long id, Instant at, List<ChatBlock> blocks) {}

    /// The newest messages, newest first.
    @Transactional(readOnly = true)
    public List<Message> listNewest(int most) {
        return rows.listNewest(most).stream()
                .map(row -> new Message(row.id(), row.receivedAt(), blocks(row.body())))
                .toList();
    }

    /// Whoever knows it can post here.
    String token() {
        return token;
    }

    private boolean isMessage(String body) {
        try {
            return json.readTree(body).path("blocks").isArray();
        } catch (JsonProcessingException e) {
            return false; // the answer says so to the sender
        }
    }

    private List<ChatBlock> blocks(String body) {
        try {
            return ChatBlock.read(json.readTree(body).path("blocks"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message that was checked cannot be read", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
