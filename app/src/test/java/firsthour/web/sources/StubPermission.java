package firsthour.web.sources;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Consent;
import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A network that gives posts to whom a person has allowed it.
@Singleton
@Requires(property = "stub.permission")
final class StubPermission implements Consenting {
    static final String CODE = "code-1";

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "guarded",
                "Guarded",
                List.of(
                        new Descriptor.Field("endpoint", "Address", false, false, "x"),
                        new Descriptor.Field("client", "Client id", true, false, "abc"),
                        new Descriptor.Field("secret", "Client secret", false, true, "x"),
                        new Descriptor.Field("permission", "Permission", false, true, "")),
                false,
                false,
                true,
                Duration.ofMinutes(10),
                List.of());
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        if (settings.find("permission").isEmpty()) {
            return new Pull.Refused(
                    new Refusal.Unauthorised("Nobody has allowed it"), Budget.UNSAID);
        }
        return new Pull.Page(
                List.of(post("1", "The older"), post("2", "The newer")),
                List.of(),
                new Checkpoint("{}"),
                false,
                Budget.UNSAID);
    }

    private static Post post(String id, String text) {
        return new Post(
                id,
                Optional.empty(),
                Optional.empty(),
                text,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Instant.parse("2026-11-0" + id + "T10:00:00Z"),
                Optional.empty());
    }

    @Override
    public String permissionField() {
        return "permission";
    }

    @Override
    public boolean isReadByPermission() {
        return true;
    }

    @Override
    public List<String> scopes(Settings settings) {
        return List.of("reviews.read");
    }

    @Override
    public Optional<Refusal> findGap(Settings settings) {
        return Optional.empty(); // the client is required
    }

    @Override
    public URI page(Settings settings, URI back, String state) {
        return URI.create(
                "https://guarded.example/allow?back="
                        + back
                        + "&state="
                        + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }

    @Override
    public Consent redeem(Settings settings, String code, URI back) {
        return code.equals(CODE)
                ? new Consent.Granted("permission-1")
                : new Consent.Refused(new Refusal.Unauthorised("The code is old."));
    }
}
