package firsthour.brand;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// How texts and queries become words, so that `kestrel` finds `Kestrel's`, `#kestrel`,
/// `kestrel.example` and `café` finds `cafe`.
final class Words extends Analyzer {
    private static final Pattern JOINERS = Pattern.compile("['’._:]");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    /// Splits what the tokenizer would keep whole, and drops accents.
    static String plain(String text) {
        var spaced = JOINERS.matcher(text).replaceAll(" ");
        var bare = ACCENTS.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFKD));
        return bare.replaceAll("");
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, new LowerCaseFilter(tokens));
    }
}
