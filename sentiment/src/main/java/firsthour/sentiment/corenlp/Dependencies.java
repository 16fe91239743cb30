package firsthour.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.trees.TypedDependency;
import edu.stanford.nlp.trees.UniversalEnglishGrammaticalStructure;
import firsthour.sentiment.corenlp.Sentence.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Derives dependencies from a tree: by this the one pipeline that is loaded for the reasons serves
/// the comparisons as well, without a second parser of 650 MB.
final class Dependencies {
    private Dependencies() {}

    /// The sentence of a tree.
    ///
    /// @param tree of constituents over the tokens
    static Sentence of(Tree tree, List<CoreLabel> tokens) {
        int[] heads = new int[tokens.size()];
        String[] relations = new String[tokens.size()];
        Arrays.fill(heads, Sentence.ROOT);
        Arrays.fill(relations, "");
        for (TypedDependency one :
                new UniversalEnglishGrammaticalStructure(tree).typedDependencies()) {
            int at = one.dep().index() - 1;
            heads[at] = one.gov().index() - 1;
            relations[at] = one.reln().toString();
        }
        var words = new ArrayList<Word>();
        for (int i = 0; i < tokens.size(); i++) {
            CoreLabel token = tokens.get(i);
            words.add(
                    new Word(
                            token.word().toLowerCase(Locale.ROOT),
                            token.tag(),
                            heads[i],
                            relations[i],
                            token.beginPosition(),
                            token.endPosition()));
        }
        return new Sentence(words);
    }
}
