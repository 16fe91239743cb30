package firsthour.connectors.rss;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Google Alerts wrap each link: `https://www.google.com/url?rct=j&url=https://example.org/&ct=ga`.
final class GoogleLink {
    private static final Pattern GOOGLE =
            Pattern.compile("(?:www\\.)?google\\.(?:[a-z]{2,3}|com?\\.[a-z]{2})");

    private GoogleLink() {}

    /// The address behind the wrapping, or the same address when there is none.
    static URI unwrap(URI link) {
        if (link.getHost() == null
                || !GOOGLE.matcher(link.getHost()).matches()
                || !"/url".equals(link.getPath())
                || link.getRawQuery() == null) {
            return link;
        }
        Map<String, String> parameters =
                Arrays.stream(link.getRawQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(p -> p[0], p -> p[1], (first, _) -> first));
        return Optional.ofNullable(parameters.get("url"))
                .or(() -> Optional.ofNullable(parameters.get("q")))
                .flatMap(GoogleLink::address)
                .orElse(link);
    }

    private static Optional<URI> address(String encoded) {
        try {
            String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return Optional.of(new URI(decoded.replace(" ", "%20")))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> String.valueOf(uri.getScheme()).startsWith("http"));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // then the wrapped link has to do
        }
    }
}
