package firsthour.web.team;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person takes, and when they are away.
///
/// @param self whether this is the reader
/// @param works whether the person may work cases at all
/// @param mayChange whether the reader may say what this person takes
/// @param version of what is shown; each change carries it back
/// @param skills with commas between
/// @param away in words; null for who is here
/// @param since as a browser's field has it; empty for who is here
/// @param until as a browser's field has it; empty where no end is known
/// @param covers who may stand in, with the one who does marked
@Introspected
public record PersonView(
        long id,
        String name,
        boolean self,
        boolean works,
        boolean mayChange,
        long version,
        int capacity,
        String skills,
        List<Choice> teams,
        @Nullable String away,
        String since,
        String until,
        List<Choice> covers,
        FormErrors errors) {

    /// Something to choose.
    public record Choice(long id, String name, boolean chosen) {}

    /// Whether the reader may say when this person is away.
    public boolean maySendAway() {
        return self || mayChange;
    }
}
