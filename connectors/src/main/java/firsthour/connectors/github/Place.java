package firsthour.connectors.github;

import firsthour.connectors.PostRef;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an issue is found: the API knows no way from an issue's id to the issue.
///
/// @param owner of the repository
/// @param number within the repository
record Place(String owner, String repository, String number) {
    private static final Pattern PATH =
            Pattern.compile(
                    "/([A-Za-z0-9_-]+)/(?!\\.{1,2}/)([A-Za-z0-9._-]+)/issues/([0-9]{1,18})");

    /// Finds the place of a post; empty where it is no issue of this server.
    ///
    /// @param address of the API
    static Optional<Place> find(URI address, PostRef post) {
        return find(address, post.url());
    }

    /// Finds the place that a page shows; empty where it is no issue of this server.
    ///
    /// @param address of the API
    static Optional<Place> find(URI address, Optional<URI> page) {
        return page.filter(shown -> isOf(address.getHost(), shown.getHost()))
                .map(shown -> PATH.matcher(String.valueOf(shown.getPath())))
                .filter(Matcher::matches)
                .map(path -> new Place(path.group(1), path.group(2), path.group(3)));
    }

    /// GitHub's own API has a host beside that of its pages, a company's server has one for both.
    private static boolean isOf(String api, String host) {
        return api.equalsIgnoreCase(host) || api.equalsIgnoreCase("api." + host);
    }

    /// Its path below the address of the API.
    String path() {
        return "/repos/" + owner + "/" + repository + "/issues/" + number;
    }
}
