package firsthour.connectors.wordpress;

import firsthour.connectors.Post;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ids of comments. Each site counts from 1: its address makes a number unique within the network,
/// so that a reply is never tied to another site's comment.
final class SiteIds {
    private final String site;

    /// Makes ids of one site.
    ///
    /// @param address of the site; its scheme and a leading `www.` do not matter
    SiteIds(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        this.site =
                (host.startsWith("www.") ? host.substring(4) : host)
                        + port
                        + path.replaceAll("/+$", "")
                        + "/";
    }

    /// The id of a number; empty where there is none or the id would be too long to keep.
    Optional<String> of(@Nullable Long number) {
        return Optional.ofNullable(number)
                .filter(given -> given > 0)
                .map(given -> site + given)
                .filter(id -> id.length() <= Post.MAX_ID_LENGTH);
    }

    /// Finds the number in an id; empty where it is another site's.
    Optional<String> findNumber(String id) {
        return Optional.of(id)
                .filter(given -> given.startsWith(site))
                .map(given -> given.substring(site.length()))
                .filter(number -> number.matches("[0-9]{1,19}"));
    }
}
