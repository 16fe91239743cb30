package firsthour.connectors.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The links in a text of Bluesky, which stand beside it as facets and count in bytes of UTF-8, as
/// `app.bsky.richtext.facet` describes them.
public final class AtLinks {
    private static final String LINK = "app.bsky.richtext.facet#link";

    /// A dot or a bracket at the end belongs to the sentence.
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+[^\\s.,;:!?'\")\\]}…]");

    private AtLinks() {}

    /// A text whose links say where they lead, as [LinkWords].
    public static String whole(String text, @Nullable List<AtPost.@Nullable Facet> facets) {
        if (facets == null || facets.isEmpty()) {
            return text;
        }
        byte[] bytes = text.getBytes(UTF_8);
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (Link link : sorted(facets)) {
            if (link.isWithin(at, bytes)) {
                whole.append(new String(bytes, at, link.start() - at, UTF_8))
                        .append(LinkWords.of(link.shownIn(bytes), link.uri()));
                at = link.end();
            }
        }
        return whole.append(new String(bytes, at, bytes.length - at, UTF_8)).toString();
    }

    /// The facets of a text that is to be posted: without them nobody could click on its links.
    public static List<Map<String, Object>> in(String text) {
        List<Map<String, Object>> facets = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            int start = text.substring(0, address.start()).getBytes(UTF_8).length;
            int end = start + address.group().getBytes(UTF_8).length;
            facets.add(
                    Map.of(
                            "index",
                            Map.of("byteStart", start, "byteEnd", end),
                            "features",
                            List.of(Map.of("$type", LINK, "uri", address.group()))));
        }
        return facets;
    }

    private static List<Link> sorted(List<AtPost.@Nullable Facet> facets) {
        List<Link> links = new ArrayList<>();
        for (AtPost.Facet facet : facets) {
            if (facet != null && facet.index() != null && facet.features() != null) {
                for (JsonNode feature : facet.features()) {
                    if (feature != null && feature.path("$type").asText().equals(LINK)) {
                        String uri = feature.path("uri").asText();
                        links.add(new Link(facet.index().start(), facet.index().end(), uri));
                    }
                }
            }
        }
        links.sort(Comparator.comparingInt(Link::start));
        return links;
    }

    private record Link(int start, int end, String uri) {
        boolean isWithin(int from, byte[] text) {
            return from <= start
                    && start < end
                    && end <= text.length
                    && beginsCharacter(text, start)
                    && beginsCharacter(text, end);
        }

        private static boolean beginsCharacter(byte[] text, int at) {
            return at == text.length || (text[at] & 0xC0) != 0x80;
        }

        String shownIn(byte[] text) {
            return new String(text, start, end - start, UTF_8);
        }
    }
}
