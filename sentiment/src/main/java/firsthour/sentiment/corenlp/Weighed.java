package firsthour.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.text.Cleaned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/// A part of a sentence that the network feels strongly about.
///
/// @param start offset in the cleaned text
/// @param end offset in the cleaned text, after its last unit
/// @param weight the expected class, from -1 (very negative) to 1 (very positive)
record Weighed(int start, int end, double weight) {
    private static final int MAXIMUM_PHRASES = 8;
    private static final int MAXIMUM_WORDS = 6;

    /// A weak phrase of so few words is one in which words cancel each other ("not bad").
    private static final int CANCELLING_WORDS = 3;

    private static final Set<String> NEGATORS =
            Set.of("no", "not", "n't", "never", "nor", "neither", "without", "hardly");

    private static final double STRONG = 0.25;

    /// A part that carries so much of the whole's weight stands for the whole.
    private static final double MAIN_SHARE = 0.8;

    /// The strong parts of a sentence that do not overlap.
    static List<Weighed> in(Tree sentence, List<CoreLabel> tokens) {
        List<Weighed> found = new ArrayList<>();
        collect(sentence, 0, tokens, found);
        return found;
    }

    /// The strongest parts of a text, in its order, as phrases of the original.
    static List<Phrase> strongest(List<Weighed> all, Cleaned text, String original) {
        return all.stream()
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.weight)))
                .limit(MAXIMUM_PHRASES)
                .sorted(Comparator.comparingInt(Weighed::start))
                .map(part -> part.phrase(text, original))
                .toList();
    }

    private Phrase phrase(Cleaned text, String original) {
        int from = text.originalStart(start);
        int to = text.originalEnd(end);
        return new Phrase(original.substring(from, to), from, to, weight);
    }

    /// @return the number of words under the node
    private static int collect(Tree node, int first, List<CoreLabel> tokens, List<Weighed> found) {
        int words = node.getLeaves().size();
        double weight = weight(node);
        boolean strong = Math.abs(weight) >= STRONG;
        if (strong && words <= MAXIMUM_WORDS) {
            found.add(core(node, first, tokens));
        } else if (words > CANCELLING_WORDS) {
            int at = first;
            for (Tree child : node.children()) {
                at += collect(child, at, tokens, found);
            }
        }
        return words;
    }

    /// The smallest part of a strong phrase that is nearly as strong, the same way; the whole
    /// phrase where its words work against each other ("not good").
    private static Weighed core(Tree phrase, int first, List<CoreLabel> tokens) {
        Weighed whole = of(phrase, first, tokens);
        boolean inner = phrase.getLeaves().stream().anyMatch(Weighed::negates);
        Weighed best = whole;
        int fewest = Integer.MAX_VALUE;
        int at = first;
        for (Tree part : phrase.preOrderNodeList()) {
            if (part.isLeaf()) {
                at++;
                continue;
            }
            double along = weight(part) * Math.signum(whole.weight);
            inner |= along <= -STRONG;
            int words = part.getLeaves().size();
            if (along >= MAIN_SHARE * Math.abs(whole.weight) && words < fewest) {
                best = of(part, at, tokens);
                fewest = words;
            }
        }
        return inner ? whole : best;
    }

    private static Weighed of(Tree node, int first, List<CoreLabel> tokens) {
        int last = first + node.getLeaves().size() - 1;
        return new Weighed(
                tokens.get(first).beginPosition(), tokens.get(last).endPosition(), weight(node));
    }

    private static boolean negates(Tree leaf) {
        return NEGATORS.contains(leaf.value().toLowerCase(Locale.ROOT));
    }

    private static double weight(Tree node) {
        SimpleMatrix five = RNNCoreAnnotations.getPredictions(node);
        return five == null ? 0 : five.get(4) - five.get(0) + (five.get(3) - five.get(1)) / 2;
    }
}
