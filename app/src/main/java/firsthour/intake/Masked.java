package firsthour.intake;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes a source's secrets out of what a network answered: an answer may repeat what it was asked
/// with, written as JSON, HTML or an address, and cut or masked in the middle.
final class Masked {
    private static final String MASK = "•••";
    private static final String CUT = "…";
    private static final Pattern MASKS = Pattern.compile("(?:" + MASK + ")++");

    /// A shorter piece of a secret says nothing, and a shorter secret is a word like any other.
    private static final int TELLING = 4;

    /// Characters that are kept of an answer.
    private static final int LONGEST = 400;

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
        for (var secret : secrets) {
            masked = maskWritten(masked, secret);
        }
        masked = MASKS.matcher(masked).replaceAll(MASK);
        return masked.codePointCount(0, masked.length()) <= LONGEST
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, LONGEST - 1)) + CUT;
    }

    /// Masks a secret however it is written, and what is left of it beside a gap.
    private static String maskWritten(String answer, String secret) {
        var masked = new StringBuilder();
        int at = 0;
        while (at < answer.length()) {
            int end = end(answer, at, secret);
            if (end > at) {
                masked.append(MASK);
                at = end;
            } else {
                masked.append(answer.charAt(at++));
            }
        }
        return masked.toString();
    }

    /// Where the secret ends that begins here, or a telling piece of it; the beginning where there
    /// is none. After a gap a piece may be from anywhere in the secret.
    private static int end(String answer, int at, String secret) {
        int longest = at;
        int[] signs = secret.codePoints().toArray();
        boolean afterGap = answer.startsWith(MASK, at - MASK.length());
        for (int from = 0; from == 0 || (afterGap && from < signs.length); from++) {
            int known = from;
            int here = at;
            while (known < signs.length) {
                int next = Written.end(answer, here, signs[known]);
                if (next == here) {
                    break;
                }
                here = next;
                known++;
            }
            if (known - from >= TELLING) {
                int end = known == signs.length ? here : beforeGap(answer, here);
                longest = Math.max(longest, end);
            }
        }
        return longest;
    }

    /// Where the gap begins that follows here, after a character that was cut in two; 0 where none
    /// does.
    private static int beforeGap(String answer, int at) {
        int cut = answer.length() - CUT.length();
        if (answer.startsWith(MASK, at)) {
            return at;
        }
        return answer.endsWith(CUT) && at <= cut && Written.isBegun(answer.substring(at, cut))
                ? cut
                : 0;
    }

    /// As they were entered, and line by line; the longest first.
    private static List<String> secrets(Descriptor network, Settings settings) {
        return network.fields().stream()
                .filter(Descriptor.Field::secret)
                .flatMap(field -> settings.find(field.name()).stream())
                .flatMap(secret -> Stream.concat(Stream.of(secret), secret.lines()))
                .map(secret -> secret.strip().replaceAll("\\s+", " "))
                .filter(secret -> secret.codePointCount(0, secret.length()) >= TELLING)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
