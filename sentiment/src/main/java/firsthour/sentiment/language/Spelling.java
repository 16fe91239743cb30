package firsthour.sentiment.language;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.text.Tokens;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A trained guess at the language of a text in Latin letters, from two to four letters in a row:
/// whether it is English, which of five others it is, or none of them.
///
/// The ends of words are no features, because the languages beside the six are learned from strings
/// of letters of which nobody knows where a word begins. Immutable.
public final class Spelling {
    /// Bits of a feature's number.
    public static final int BITS = 16;

    /// The languages that are told by name; one class more stands for all others.
    public static final List<String> LANGUAGES = List.of("en", "fr", "de", "it", "pt", "es");

    private static final String RESOURCE = "/firsthour/sentiment/languages.bin.gz";
    private static final long SALT = 0x27D4EB2F165667C5L;
    private static final int LONGEST_ROW = 4;
    private static final int LONGEST_WORD = 24;
    private static final float[] NO_FIGURES = {};

    /// Which part of what is not English a language must have before it is named.
    private static final double NAMED = 0.9;

    private final LinearModel weights;

    public Spelling(LinearModel weights) {
        this.weights = weights;
    }

    /// What the letters say.
    ///
    /// @param english probability, 0 to 1
    /// @param other the language it is if it is not English, as a primary subtag; empty where that
    ///   is none of the five, or not clear
    record Said(double english, Optional<String> other) {}

    /// Loads the weights that come with this version. The files of weights that the installation
    /// lacks; nothing is loaded for the answer.
    public static List<String> missingModels() {
        return Spelling.class.getResource(RESOURCE) == null ? List.of(RESOURCE) : List.of();
    }

    static Spelling load() {
        try (InputStream in = Spelling.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The weights " + RESOURCE + " are missing");
            }
            return new Spelling(
                    LinearModel.read(
                            new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the weights in the form that the installation carries.
    public void write(OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(to))) {
            weights.write(out);
        }
    }

    /// Reads what the weights stand for; what the features held is forgotten.
    public static Features read(Tokens tokens, Features features) {
        features.clear();
        char[] letters = tokens.letters();
        for (int t = 0; t < tokens.size(); t++) {
            int from = tokens.lettersFrom(t);
            int to = Math.min(tokens.lettersTo(t), from + LONGEST_WORD);
            for (int start = from; start < to; start++) {
                rows(letters, start, Math.min(to, start + LONGEST_ROW), features);
            }
        }
        return features;
    }

    /// A letter alone counts only where it is none of the plain ones, which all languages have.
    private static void rows(char[] letters, int from, int to, Features features) {
        long hash = SALT;
        for (int at = from; at < to; at++) {
            hash = (hash ^ letters[at]) * 0x100000001b3L;
            if (at > from || letters[at] > 127) {
                features.add(Features.mix(SALT, hash));
            }
        }
    }

    Said say(Tokens tokens, Features features) {
        double[] logits = weights.logits(read(tokens, features), NO_FIGURES);
        double[] shares = Models.softmax(logits, 1);
        int likeliest = 1;
        for (int language = 2; language < shares.length; language++) {
            likeliest = shares[language] > shares[likeliest] ? language : likeliest;
        }
        boolean named = likeliest < LANGUAGES.size() && shares[likeliest] > NAMED * (1 - shares[0]);
        return new Said(
                shares[0], named ? Optional.of(LANGUAGES.get(likeliest)) : Optional.empty());
    }
}
