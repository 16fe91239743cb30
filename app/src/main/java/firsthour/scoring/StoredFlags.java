package firsthour.scoring;

import static java.util.stream.Collectors.joining;

import firsthour.sentiment.Flag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The flags of a score as they are stored: their names with commas between.
public final class StoredFlags {
    private StoredFlags() {}

    static String write(Set<Flag> flags) {
        return flags.stream().sorted().map(Flag::name).collect(joining(","));
    }

    /// Reads what was stored; empty where none applies.
    public static Set<Flag> read(String stored) {
        var flags = EnumSet.noneOf(Flag.class);
        Arrays.stream(stored.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Flag::valueOf)
                .forEach(flags::add);
        return flags;
    }
}
