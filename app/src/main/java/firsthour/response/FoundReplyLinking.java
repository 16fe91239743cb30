package firsthour.response;

import jakarta.inject.Singleton;

/// Ties posts of the brand's own accounts to the cases that they answer, whichever of both came
/// first. A human reply counts from its own time of publication; an automatic one stops no clock.
@Singleton
public class FoundReplyLinking {
    private final LinkingBatch batch;

    FoundReplyLinking(LinkingBatch batch) {
        this.batch = batch;
    }

    /// Ties what can be tied by now.
    ///
    /// @return how many replies were tied
    public int sweep() {
        var all = 0;
        int some;
        do {
            var found = batch.find();
            found.forEach(batch::tie);
            some = found.size();
            all += some;
        } while (some == LinkingBatch.SIZE);
        return all;
    }
}
