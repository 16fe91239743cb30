package firsthour.sentiment.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// Writes strings of letters that look like a language's words, from the n-grams that Lingua's jar
/// carries for it: each letter is drawn by how often it follows the four before it.
final class LetterChain {
    private static final List<String> FILES =
            List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");
    private static final Pattern ENTRY = Pattern.compile("\"(\\d+)/(\\d+)\":\"([^\"]*)\"");
    private static final int LONGEST_CONTEXT = FILES.size() - 1;

    private final Map<String, List<Letter>> following = new HashMap<>();
    private final Random random;

    /// @param share how often it follows, of all that follow there
    private record Letter(char letter, double share) {}

    /// @param language its code of two letters
    LetterChain(String language, Random random) throws IOException {
        this.random = random;
        for (var file : FILES) {
            var matcher = ENTRY.matcher(resource("/language-models/" + language, file));
            while (matcher.find()) {
                double share =
                        Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2));
                for (var gram : matcher.group(3).split(" ", -1)) {
                    int last = gram.length() - 1;
                    following
                            .computeIfAbsent(gram.substring(0, last), _ -> new ArrayList<>())
                            .add(new Letter(gram.charAt(last), share));
                }
            }
        }
    }

    private static String resource(String folder, String file) throws IOException {
        String name = folder + "/" + file + ".json";
        try (InputStream in = LetterChain.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing: Lingua's jar belongs on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Two to thirteen strings of two to nine letters each.
    String post() {
        var post = new StringBuilder();
        for (int words = 2 + random.nextInt(12); words > 0; words--) {
            post.append(word()).append(' ');
        }
        return post.toString();
    }

    private String word() {
        var word = new StringBuilder();
        for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
            var context = word.substring(Math.max(0, word.length() - LONGEST_CONTEXT));
            var next = following.getOrDefault(context, List.of());
            if (next.isEmpty()) {
                break;
            }
            word.append(drawn(next));
        }
        return word.toString();
    }

    private char drawn(List<Letter> letters) {
        double whole = letters.stream().mapToDouble(Letter::share).sum();
        double left = random.nextDouble() * whole;
        for (var letter : letters) {
            left -= letter.share;
            if (left <= 0) {
                return letter.letter;
            }
        }
        return letters.getLast().letter;
    }
}
