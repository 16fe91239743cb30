package firsthour.causes;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands for a text when texts are compared: of its pieces of four characters the smallest
/// under each of [#SIZE] hash functions. Two of these agree as often as the texts share pieces
/// (Broder, 1997), and nobody reads the text out of them.
///
/// A signature is cut into [#BANDS] bands. Texts that share half of their pieces have a band in
/// common in two cases out of three, and such that share seven tenths nearly always, so that an
/// index of bands finds what is worth comparing.
final class MinHash {
    /// Numbers of a signature.
    static final int SIZE = 64;

    /// Bands of a signature.
    static final int BANDS = 16;

    private static final int ROWS = SIZE / BANDS;
    private static final int PIECE = 4;

    /// Of a shorter text nothing can be said: two greetings are no cause.
    private static final int FEWEST_PIECES = 25;

    private static final Pattern NO_WORDS =
            Pattern.compile("https?://\\S+|[@#]\\S+|\\d+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private final int[] least;

    private MinHash(int[] least) {
        this.least = least;
    }

    /// The signature of a text; empty where it is too short.
    ///
    /// @param commonplace what nearly every text has, such as the name of the brand: it tells
    ///   nothing
    static Optional<MinHash> of(String text, List<String> commonplace) {
        var pieces = pieces(text, commonplace);
        if (pieces.size() < FEWEST_PIECES) {
            return Optional.empty();
        }
        var least = new int[SIZE];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var piece : pieces) {
            long hash = mixed(spread(piece));
            for (int i = 0; i < SIZE; i++) {
                least[i] = Math.min(least[i], (int) (mixed(hash + i * 0x9E3779B97F4A7C15L) >>> 32));
            }
        }
        return Optional.of(new MinHash(least));
    }

    /// As it was stored.
    static MinHash of(String stored) {
        var least = new int[SIZE];
        ByteBuffer.wrap(HexFormat.of().parseHex(stored)).asIntBuffer().get(least);
        return new MinHash(least);
    }

    /// For storing: [#SIZE] numbers of eight hexadecimal digits.
    String stored() {
        var bytes = ByteBuffer.allocate(SIZE * Integer.BYTES);
        bytes.asIntBuffer().put(least);
        return HexFormat.of().formatHex(bytes.array());
    }

    /// One number for each band: texts that share one are compared.
    List<Long> bands() {
        var bands = new ArrayList<Long>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = mixed(hash ^ least[band * ROWS + row]);
            }
            bands.add(hash);
        }
        return List.copyOf(bands);
    }

    /// About which share of their pieces two texts have in common, 0 to 1; off by a sixteenth on
    /// average where it is one half.
    double likeness(MinHash other) {
        int same = 0;
        for (int i = 0; i < SIZE; i++) {
            if (least[i] == other.least[i]) {
                same++;
            }
        }
        return (double) same / SIZE;
    }

    private static Set<String> pieces(String text, List<String> commonplace) {
        var plain = plain(text);
        for (var words : commonplace) {
            plain = without(plain, plain(words));
        }
        var pieces = new HashSet<String>();
        for (int i = 0; i + PIECE <= plain.length(); i++) {
            pieces.add(plain.substring(i, i + PIECE));
        }
        return pieces;
    }

    /// However often the words stand there, and one behind the other.
    private static String without(String plain, String words) {
        return words.isEmpty()
                ? plain
                : Pattern.compile("(?:^|(?<= ))" + Pattern.quote(words) + "(?: |$)")
                        .matcher(plain)
                        .replaceAll("")
                        .strip();
    }

    private static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .matcher(NO_WORDS.matcher(folded).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /// FNV-1a: the same on every machine, which `hashCode` does not promise to stay.
    private static long spread(String piece) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < piece.length(); i++) {
            hash = (hash ^ piece.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /// The finish of SplitMix64.
    private static long mixed(long value) {
        long hash = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
