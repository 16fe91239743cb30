package firsthour.clocks;

import jakarta.inject.Singleton;
import java.util.function.IntSupplier;

/// Records, once and when it happens, that a deadline passed or comes near. Any number of nodes may
/// sweep at once: what one holds, the others pass over.
@Singleton
public class Breaches {
    private final BreachBatch batch;

    Breaches(BreachBatch batch) {
        this.batch = batch;
    }

    /// Records what is due by now. Breaches first: who is late need not be warned.
    public Swept sweep() {
        return new Swept(untilEmpty(batch::breach), untilEmpty(batch::warn));
    }

    /// How much one sweep recorded.
    public record Swept(int breached, int warned) {}

    private static int untilEmpty(IntSupplier next) {
        var all = 0;
        int some;
        do {
            some = next.getAsInt();
            all += some;
        } while (some == BreachBatch.SIZE);
        return all;
    }
}
