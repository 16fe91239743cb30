package firsthour.brand;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One configured feed of a network.
///
/// @param network a connector's network name, [#FILE] or [#WEBHOOK]
/// @param brandId whose phrases are searched for, or whom all posts are about; null where the
///   network is read whole and names many
/// @param settings JSON object; secret values are encrypted
/// @param live whether old posts open cases as well
@MappedEntity("source")
public record Source(
        @Id @GeneratedValue long id,
        String network,
        String name,
        @Nullable Long brandId,
        String settings,
        boolean live,
        boolean enabled,
        Instant createdAt,
        @Version long version) {

    /// The network name of file imports.
    public static final String FILE = "file";

    /// The network name of what another system sends.
    public static final String WEBHOOK = "webhook";

    static final int MAX_NAME_LENGTH = 190;

    /// How its posts come.
    public Arrival arrival() {
        return Arrival.of(network);
    }

    /// The same source, listened to or not.
    public Source withEnabled(boolean on) {
        return new Source(id, network, name, brandId, settings, live, on, createdAt, version);
    }
}
