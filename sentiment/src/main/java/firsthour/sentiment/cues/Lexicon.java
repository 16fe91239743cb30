package firsthour.sentiment.cues;

import firsthour.sentiment.Topic;
import firsthour.sentiment.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the words of topics and signs from files that people can read and mend:
///
/// ```
/// # a remark
/// <late> = late|delayed
/// [delivery]
/// 1 parcel|parcels, came <late>, took _? <n> days
///   lost+my parcel
/// -1 late fee|fees
/// ```
///
/// A section names a topic or a sign. A line of it begins with the weight of its phrases; lines
/// that are indented go on with the weight before. Phrases are parted by commas, words by spaces,
/// and `a|b` is either; `+` joins words within an alternative, `word?` may be absent, `_` is any
/// word, `<n>` a number, `<name>` a list that was given before. All is in lower case; "don't"
/// stands for "dont" as well.
final class Lexicon {
    private static final List<String> FILES = List.of("topics.txt", "signs.txt");
    private static final List<String> NUMBERS =
            List.of(
                    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                    "eleven", "twelve", "twenty", "dozen");

    private final Phrases.Builder phrases = new Phrases.Builder();
    private final Tokens tokens = new Tokens();
    private final Map<String, String> lists = new HashMap<>();
    private int target;
    private float weight;

    private Lexicon() {}

    /// The phrases that come with this version.
    static Phrases load() {
        var lexicon = new Lexicon();
        for (var file : FILES) {
            lexicon.read(file);
        }
        return lexicon.phrases.build();
    }

    /// The phrases of one lexicon.
    static Phrases of(List<String> lines) {
        var lexicon = new Lexicon();
        lines.forEach(lexicon::line);
        return lexicon.phrases.build();
    }

    /// A brand's own words; a phrase of which nothing can be read is left out.
    static Phrases of(Map<String, Topic> words) {
        var lexicon = new Lexicon();
        words.forEach((phrase, topic) -> {
            var hashes = lexicon.hashes(phrase);
            if (!hashes.isEmpty()) {
                lexicon.phrases.add(hashes, Targets.of(topic), Topics.OWN_WORD);
            }
        });
        return lexicon.phrases.build();
    }

    private void read(String file) {
        var in = Lexicon.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("The words in " + file + " are missing");
        }
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("# ")) {
            return;
        }
        if (line.startsWith("<")) {
            var parts = line.split(" = ", 2);
            lists.put(parts[0], parts[1]);
        } else if (line.startsWith("[")) {
            target = section(line.substring(1, line.length() - 1));
        } else {
            String rest = line;
            if (line.charAt(0) != ' ') {
                int end = line.indexOf(' ');
                weight = Float.parseFloat(line.substring(0, end));
                rest = line.substring(end);
            }
            for (var phrase : rest.split(",", -1)) {
                add(List.of(phrase.strip().split(" ", -1)), 0, List.of());
            }
        }
    }

    private static int section(String name) {
        var constant = name.replace(' ', '_').toUpperCase(Locale.ROOT);
        for (var topic : Topic.values()) {
            if (topic.name().equals(constant)) {
                return Targets.of(topic);
            }
        }
        return Targets.of(Sign.valueOf(constant));
    }

    /// Adds all ways to say a phrase, from one of its places on.
    private void add(List<String> places, int at, List<Long> before) {
        if (at == places.size()) {
            if (before.isEmpty()) {
                throw new IllegalArgumentException("A phrase may be empty: " + places);
            }
            phrases.add(before, target, weight);
            return;
        }
        String place = places.get(at);
        boolean optional = isOptional(place);
        if (optional) {
            add(places, at + 1, before);
            place = place.substring(0, place.length() - 1);
        }
        for (var choice : choices(place)) {
            for (var way : ways(choice)) {
                var longer = new ArrayList<>(before);
                longer.addAll(way);
                add(places, at + 1, longer);
            }
        }
    }

    /// "word?", "_?" and "<list>?", not the mark alone or as an alternative.
    private static boolean isOptional(String place) {
        if (place.length() < 2 || !place.endsWith("?")) {
            return false;
        }
        char before = place.charAt(place.length() - 2);
        return Character.isLetter(before) || before == '_' || before == '>';
    }

    private List<String> choices(String place) {
        var choices = new ArrayList<String>();
        for (var choice : place.split("\\|", -1)) {
            @Nullable String list = lists.get(choice);
            if (list != null) {
                choices.addAll(List.of(list.split("\\|", -1)));
            } else {
                choices.add(choice);
            }
        }
        return choices;
    }

    /// The ways to write one alternative.
    private List<List<Long>> ways(String choice) {
        if (choice.equals("_")) {
            return List.of(List.of(Phrases.ANY));
        }
        if (choice.equals("<n>")) {
            var numbers = new ArrayList<List<Long>>(List.of(List.of(Phrases.NUMBER)));
            NUMBERS.forEach(word -> numbers.add(List.of(Tokens.hashOf(word))));
            return numbers;
        }
        String words = choice.replace('+', ' ');
        if (choice.startsWith("<") && choice.endsWith(">")) {
            throw new IllegalArgumentException("There is no list " + choice);
        }
        var ways = new ArrayList<>(List.of(hashes(words)));
        if (words.contains("n't") || words.startsWith("i'")) {
            ways.add(hashes(words.replace("'", "")));
        }
        return ways;
    }

    private List<Long> hashes(String text) {
        tokens.read(text);
        var hashes = new ArrayList<Long>();
        for (int t = 0; t < tokens.size(); t++) {
            if (!Words.isSkipped(tokens, t)) {
                hashes.add(tokens.hash(t));
            }
        }
        return hashes;
    }
}
