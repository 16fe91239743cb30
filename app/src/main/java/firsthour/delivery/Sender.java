package firsthour.delivery;

import firsthour.http.Outbound;
import firsthour.http.Request;
import firsthour.secrets.Secrets;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the request of one attempt. Touches no table.
@Singleton
class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Message TEST =
            new Message(
                    "Test message from Firsthour",
                    null,
                    null,
                    List.of("Alerts of this channel will appear here."),
                    List.of("Nothing has to be done"),
                    null,
                    null);

    private final Outbound outbound;
    private final Secrets secrets;
    private final MessageSource messages;
    private final SlackFormat slack;

    Sender(
            @Named("webhooks") Outbound outbound,
            Secrets secrets,
            MessageSource messages,
            SlackFormat slack) {
        this.outbound = outbound;
        this.secrets = secrets;
        this.messages = messages;
        this.slack = slack;
    }

    Outcome attempt(Outbox.Taken taken) {
        String body;
        URI address;
        try {
            address = URI.create(secrets.open(taken.channel().url()));
            body = write(taken);
        } catch (RuntimeException e) {
            // A fault of ours must not stop the channel's other messages.
            LOG.error("Delivery {} cannot be composed", taken.delivery().id(), e);
            return new Outcome.Trouble("it could not be composed here; see the log", false);
        }
        var request =
                Request.post(address, "application/json; charset=utf-8", body)
                        .withHeader("Idempotency-Key", taken.delivery().idempotencyKey());
        return Outcome.of(outbound.send(request), address.getHost());
    }

    private String write(Outbox.Taken taken) {
        var delivery = taken.delivery();
        var event = delivery.eventId();
        var message = event == null ? TEST : messages.compose(delivery.rule(), event);
        return switch (taken.channel().kind()) {
            case SLACK -> slack.write(message, taken.unsure());
        };
    }
}
