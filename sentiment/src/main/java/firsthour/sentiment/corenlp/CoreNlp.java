package firsthour.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.trees.TreeCoreAnnotations.TreeAnnotation;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.text.Cleaned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/// CoreNLP's sentiment of English text: tokens, tags, a shift-reduce parse, and a recursive network
/// over each sentence's tree, trained on film reviews.
///
/// Thread-safe; the models (about 650 MB of heap, some seconds) load on first use and are shared.
public final class CoreNlp {
    /// The release of CoreNLP and of its models.
    public static final String VERSION = "4.5.10";

    /// Words and signs of a sentence that is parsed, because the price of a parse grows with them.
    public static final int MAXIMUM_SENTENCE = 70;

    private static final String MODELS = "edu/stanford/nlp/models/";
    private static final String PARSER = MODELS + "srparser/englishSR.ser.gz";
    private static final String TAGGER = MODELS + "pos-tagger/english-left3words-distsim.tagger";
    private static final String SENTIMENT = MODELS + "sentiment/sentiment.ser.gz";

    private @Nullable StanfordCoreNLP pipeline;

    /// What CoreNLP says.
    ///
    /// @param probabilities empty where there was no sentence
    /// @param phrases in the order of the text; empty unless asked for
    public record Reading(Optional<Probabilities> probabilities, List<Phrase> phrases) {
        public Reading {
            phrases = List.copyOf(phrases);
        }
    }

    /// The model files that the installation lacks; no model is loaded for the answer.
    public static List<String> missingModels() {
        return List.of(PARSER, TAGGER, SENTIMENT).stream()
                .filter(model -> CoreNlp.class.getResource("/" + model) == null)
                .toList();
    }

    /// Reads one text.
    ///
    /// The probabilities are the mean of the sentences' distributions, weighted by their tokens,
    /// with "very negative" and "negative" taken together, and so at the other end. They come
    /// straight from the network and are not calibrated.
    ///
    /// @param original what was cleaned; the phrases are parts of it
    /// @param explain whether phrases are wanted
    public Reading read(Cleaned text, String original, boolean explain) {
        Annotation document = new Annotation(text.text());
        pipeline().annotate(document);
        double[] sums = new double[3];
        double tokens = 0;
        List<Weighed> weighed = new ArrayList<>();
        for (CoreMap sentence : document.get(SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentAnnotatedTree.class);
            int length = sentence.get(TokensAnnotation.class).size();
            SimpleMatrix five = RNNCoreAnnotations.getPredictions(tree);
            sums[0] += length * (five.get(0) + five.get(1));
            sums[1] += length * five.get(2);
            sums[2] += length * (five.get(3) + five.get(4));
            tokens += length;
            if (explain) {
                weighed.addAll(Weighed.in(tree, sentence.get(TokensAnnotation.class)));
            }
        }
        double whole = sums[0] + sums[1] + sums[2];
        return tokens == 0
                ? new Reading(Optional.empty(), List.of())
                : new Reading(
                        Optional.of(
                                new Probabilities(
                                        sums[0] / whole, sums[1] / whole, sums[2] / whole)),
                        Weighed.strongest(weighed, text, original));
    }

    /// The sentences of a text with their dependencies; those of more than [#MAXIMUM_SENTENCE]
    /// words and signs, which the parser leaves out, are left out.
    public List<Sentence> parse(String text) {
        Annotation document = new Annotation(text);
        pipeline().annotate(document);
        return document.get(SentencesAnnotation.class).stream()
                .filter(sentence -> sentence.get(TokensAnnotation.class).size() <= MAXIMUM_SENTENCE)
                .map(sentence ->
                        Dependencies.of(
                                sentence.get(TreeAnnotation.class),
                                sentence.get(TokensAnnotation.class)))
                .toList();
    }

    private synchronized StanfordCoreNLP pipeline() {
        StanfordCoreNLP loaded = pipeline;
        if (loaded == null) {
            // CoreNLP writes its progress, and what it could not tokenize, to stderr.
            RedwoodConfiguration.current().clear().apply();
            loaded = new StanfordCoreNLP(settings());
            pipeline = loaded;
        }
        return loaded;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,pos,parse,sentiment");
        settings.setProperty("tokenize.options", "untokenizable=noneKeep");
        settings.setProperty("ssplit.newlineIsSentenceBreak", "two");
        settings.setProperty("pos.model", TAGGER);
        settings.setProperty("parse.model", PARSER);
        settings.setProperty("parse.maxlen", Integer.toString(MAXIMUM_SENTENCE));
        settings.setProperty("parse.buildgraphs", "false");
        settings.setProperty("sentiment.model", SENTIMENT);
        return settings;
    }
}
