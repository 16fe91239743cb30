package firsthour.delivery;

import static firsthour.language.Texts.t;

import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import firsthour.secrets.Secrets;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The channels that messages go to. Their addresses are secrets: they go in and never come out.
@Singleton
public class Channels {
    private static final int LONGEST_NAME = 120;

    private final ChannelRows rows;
    private final Secrets secrets;
    private final Outbound outbound;
    private final Clock clock;

    Channels(ChannelRows rows, Secrets secrets, @Named("webhooks") Outbound outbound, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.outbound = outbound;
        this.clock = clock;
    }

    /// What came of adding a channel.
    public sealed interface Added {
        /// Added.
        record Done(Channel channel) implements Added {}

        /// Another channel is called so.
        record NameTaken(String name) implements Added {}

        /// The name or the address cannot be used.
        ///
        /// @param reason for a person
        record Unusable(String reason) implements Added {}
    }

    /// Adds a channel that speaks Slack's language. Nothing is sent.
    ///
    /// @param name what people call it; empty for the next free "Slack"
    /// @param address the webhook's address, as Slack shows it
    @Transactional
    public Added addSlack(String name, String address) {
        var chosen = name.isBlank() ? freeName() : name.strip();
        if (chosen.length() > LONGEST_NAME) {
            return new Added.Unusable(t("A name has at most {0} characters.", LONGEST_NAME));
        }
        return switch (WebhookAddress.parse(address)) {
            case WebhookAddress.Unusable unusable -> new Added.Unusable(unusable.reason());
            case WebhookAddress.Usable usable -> {
                if (rows.findByName(chosen).isPresent()) {
                    yield new Added.NameTaken(chosen);
                }
                var now = clock.instant();
                var row =
                        rows.save(
                                new ChannelRow(
                                        0,
                                        chosen,
                                        ChannelKind.SLACK,
                                        secrets.seal(usable.uri().toString()),
                                        usable.shown(),
                                        true,
                                        null,
                                        now,
                                        now,
                                        0));
                yield new Added.Done(find(row.id()).orElseThrow());
            }
        };
    }

    /// Gives a channel another address and starts it again if the far end had refused.
    ///
    /// @return why the address cannot be used; empty when it was changed
    @Transactional
    public Optional<String> changeAddress(long id, String address) {
        return switch (WebhookAddress.parse(address)) {
            case WebhookAddress.Unusable unusable -> Optional.of(unusable.reason());
            case WebhookAddress.Usable usable -> {
                rows.changeUrl(id, secrets.seal(usable.uri().toString()), usable.shown());
                yield Optional.empty();
            }
        };
    }

    /// Why nothing could be sent to a channel as things are now, for a person; empty when nothing
    /// stands in the way. Looks the host up and sends nothing.
    public Optional<String> findObstacle(long id) {
        return rows.findById(id)
                .map(row -> URI.create(secrets.open(row.url())))
                .flatMap(this::obstacle);
    }

    private Optional<String> obstacle(URI address) {
        return outbound.findObstacle(address)
                .map(none ->
                        none.why() == NoAnswer.Why.FORBIDDEN
                                ? Outcome.notAllowed(address.getHost())
                                : none.detail() + ".");
    }

    @Transactional(readOnly = true)
    public List<Channel> list() {
        return rows.listWithState();
    }

    @Transactional(readOnly = true)
    public Optional<Channel> find(long id) {
        return rows.listWithState().stream().filter(channel -> channel.id() == id).findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Channel> findByName(String name) {
        return rows.findByName(name.strip()).flatMap(row -> find(row.id()));
    }

    /// Lets a channel send again, also after the far end had refused: what waits goes out.
    ///
    /// @return whether there is such a channel
    @Transactional
    public boolean enable(long id) {
        return rows.enable(id) == 1;
    }

    /// Stops a channel: what waits is kept, and its rules add nothing more.
    ///
    /// @return whether there is such a channel
    @Transactional
    public boolean disable(long id) {
        return rows.disable(id) == 1;
    }

    /// Removes a channel with its rules, its log and what waits.
    ///
    /// @return whether there was such a channel
    @Transactional
    public boolean remove(long id) {
        rows.deleteDeliveries(id);
        return rows.delete(id) == 1;
    }

    private String freeName() {
        var name = "Slack";
        for (var number = 2; rows.findByName(name).isPresent(); number++) {
            name = "Slack " + number;
        }
        return name;
    }
}
