package firsthour.web.recovery;

import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The recovery trail of a case.
///
/// @param mayWork whether the reader may link authors
/// @param networks on which another author may be named
/// @param typed what stands in the form, by field
/// @param told what became of what the reader just did; null when nothing was done
@Introspected
public record TrailView(
        long caseId,
        boolean mayWork,
        List<Line> signs,
        List<Person> persons,
        List<Network> networks,
        Map<String, String> typed,
        FormErrors errors,
        @Nullable Notice told) {

    /// One sign.
    ///
    /// @param where the network's title and the author
    /// @param text what the post says; empty where it was deleted
    /// @param url null where there is none that may be followed
    public record Line(
            long mentionId,
            String words,
            Instant at,
            String where,
            @Nullable Integer stars,
            String text,
            @Nullable String url) {}

    /// Another author who is the same person.
    public record Person(
            long id, String network, String handle, String linkedBy, Instant linkedAt) {}

    /// A network by its name and title.
    public record Network(String name, String title) {}

    /// What was typed in a field; empty where nothing was.
    public String at(String field) {
        return typed.getOrDefault(field, "");
    }
}
