package firsthour.web.day;

import firsthour.triage.Day;
import firsthour.web.cases.LookView;
import firsthour.web.cases.RowView;
import firsthour.web.promises.PromisesView;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// What waits for whoever reads, what is urgent first.
///
/// @param lead the day, and how much waits, in a sentence
/// @param looks second looks that are asked of the reader, or of anybody
/// @param back cases whose customer was waited for and wrote
/// @param next cases on which a word is owed, what is due first first
/// @param silent cases whose customer has been waited for for days
/// @param done cases on which nothing is owed any more
/// @param waiting how many more wait for their customer
/// @param more there are more cases than these
@Introspected
public record DayView(
        String lead,
        List<Day.Offered> offers,
        List<Day.Asked> questions,
        List<LookView.Line> looks,
        PromisesView.Owed promises,
        List<RowView> back,
        List<RowView> next,
        List<RowView> silent,
        List<RowView> done,
        int waiting,
        boolean more) {

    /// Whether there is nothing at all.
    public boolean isFree() {
        return !asks() && back.isEmpty() && next.isEmpty() && isQuiet();
    }

    /// Whether colleagues or promises wait.
    public boolean asks() {
        return !offers.isEmpty()
                || !questions.isEmpty()
                || !looks.isEmpty()
                || !promises.lines().isEmpty();
    }

    private boolean isQuiet() {
        return silent.isEmpty() && done.isEmpty() && waiting == 0;
    }
}
