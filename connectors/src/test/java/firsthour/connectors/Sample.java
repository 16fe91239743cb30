package firsthour.connectors;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// A post as a pretended network holds it.
///
/// @param number makes the network's id
/// @param text without markup; holds the phrase that is searched for
public record Sample(int number, String text, Instant at) {

    /// Posts that are a few seconds apart, oldest first.
    ///
    /// @param first the number of the first; the others follow
    public static List<Sample> some(int count, int first, Instant start, long secondsApart) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Sample(
                                first + i,
                                "Acme is late again, " + (first + i),
                                start.plusSeconds(i * secondsApart)))
                .toList();
    }
}
