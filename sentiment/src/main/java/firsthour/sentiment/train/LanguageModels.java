package firsthour.sentiment.train;

import java.util.List;
import java.util.regex.Pattern;

/// What two language models make of a post: bge-small-en-v1.5 and e5-small-v2, which others have
/// trained on much text (both MIT). They read a few hundred posts in a second, too few to judge
/// with; what they know is taught to the small models that judge.
final class LanguageModels {
    /// Of each text.
    static final int FIGURES = 768;

    private static final Pattern LINK = Pattern.compile("https?://\\S+|\\bhttp\\b");
    private static final Pattern ACCOUNT = Pattern.compile("@\\w+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// A post says what it says in its beginning; the models' time grows with the length.
    private static final int LONGEST = 400;

    private final LanguageModel bge =
            new LanguageModel("bge-small-en-v1.5-q", LanguageModel.Pooling.FIRST);
    private final LanguageModel e5 = new LanguageModel("e5-small-v2-q", LanguageModel.Pooling.MEAN);

    /// [#FIGURES] of each text, in the order of the texts.
    List<float[]> read(List<String> texts) {
        return texts.parallelStream().map(this::read).toList();
    }

    private float[] read(String text) {
        var words = cleaned(text);
        float[] first = bge.read(words);
        // E5 was trained with this word before what is compared.
        float[] second = e5.read("query: " + words);
        float[] both = new float[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// Without links and with all accounts alike, as the small models see it; never empty.
    private static String cleaned(String text) {
        var plain = LINK.matcher(text).replaceAll(" ");
        plain = ACCOUNT.matcher(plain).replaceAll("@user").replace('#', ' ');
        plain = SPACE.matcher(plain).replaceAll(" ").strip();
        if (plain.isEmpty()) {
            return ".";
        }
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
