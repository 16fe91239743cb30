package firsthour.connectors;

import java.util.List;

/// What is asked of one network, derived from a brand's tracked queries: posts that contain any of
/// the phrases. The network may answer with more; the tracked query is matched again here.
///
/// @param phrases in the order in which they were derived; empty where nothing is searched for
public record Search(List<String> phrases) {
    public static final Search NOTHING = new Search(List.of());

    public Search {
        phrases = List.copyOf(phrases);
    }
}
