package firsthour.connectors;

import java.net.URI;
import java.util.Optional;

/// What finds a stored post again on its network.
///
/// @param externalId as in [Post#externalId()]
/// @param author as in [Post.Author#handle()]
public record PostRef(String externalId, Optional<URI> url, Optional<String> author) {}
