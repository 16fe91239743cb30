package firsthour.web.sources;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The networks of which a source can be added.
///
/// @param free those that need no key
/// @param keyed those that need one
/// @param sent what other systems send
/// @param problem why none could be added; null where nothing was wrong
@Introspected
public record ChoiceView(
        List<Choice> free, List<Choice> keyed, List<Choice> sent, @Nullable String problem) {

    /// A network.
    ///
    /// @param brings what comes from there
    /// @param can what can be done besides, in a few words; empty where nothing
    public record Choice(String network, String title, String brings, String can) {}
}
