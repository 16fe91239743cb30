package firsthour.connectors;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A network that lets a person allow access on a page of its own (RFC 6749, section 4.1).
public interface Consenting extends Connector {

    /// The setting that keeps what comes of it, a refresh token; its field is secret.
    String permissionField();

    /// Whether posts are read by it as well; false where only replies need it.
    boolean isReadByPermission();

    /// What is asked for, by the network's names.
    List<String> scopes(Settings settings);

    /// What is missing before a person can be led there; empty where nothing is.
    Optional<Refusal> findGap(Settings settings);

    /// The network's page on which a person allows it.
    ///
    /// @param settings those that name the client, without a gap
    /// @param back the address here to which the network sends the person back; the client must
    ///   list it
    /// @param state comes back unchanged
    URI page(Settings settings, URI back, String state);

    /// Takes what came back for a permission that lasts.
    ///
    /// @param code as it came
    /// @param back the same as in [#page]
    Consent redeem(Settings settings, String code, URI back);
}
