package firsthour.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Takes a source's secrets out of what a network answered: an answer may repeat what it was asked
/// with.
final class Masked {
    private static final String MASK = "•••";
    private static final String CUT = "…";

    /// A shorter beginning of a secret says nothing.
    private static final int TELLING = 4;

    private Masked() {}

    /// The same refusal without the source's secrets.
    static Refusal of(Refusal refusal, Descriptor network, Settings settings) {
        return refusal instanceof Refusal.SourceChanged(var detail, var answer)
                ? new Refusal.SourceChanged(detail, mask(answer, secrets(network, settings)))
                : refusal;
    }

    private static String mask(String answer, List<String> secrets) {
        var masked = answer;
        for (var secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        // The answer may have been cut in the middle of a secret.
        for (var secret : secrets) {
            for (int known = secret.length() - 1; known >= TELLING; known--) {
                var begun = secret.substring(0, known) + CUT;
                if (masked.endsWith(begun)) {
                    masked = masked.substring(0, masked.length() - begun.length()) + MASK;
                }
            }
        }
        return masked;
    }

    /// As they were entered, as they stand in an address, and line by line; the longest first.
    private static List<String> secrets(Descriptor network, Settings settings) {
        return network.fields().stream()
                .filter(Descriptor.Field::secret)
                .flatMap(field -> settings.find(field.name()).stream())
                .flatMap(secret -> Stream.concat(Stream.of(secret), secret.lines()))
                .map(String::strip)
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, UTF_8)))
                .filter(secret -> !secret.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
