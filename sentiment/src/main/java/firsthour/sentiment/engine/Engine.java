package firsthour.sentiment.engine;

import firsthour.sentiment.Phrase;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.cues.Cues;
import firsthour.sentiment.language.Finding;
import firsthour.sentiment.language.LanguageFinder;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.text.Cleaned;
import firsthour.sentiment.toward.Surroundings;
import firsthour.sentiment.toward.TargetModel;
import firsthour.sentiment.toward.TowardBrand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The judgement: language first, then the trained models for English.
///
/// - A text without any letter or emoji is judged by its rating, where it has one: 1 and 2 are
///   negative, 3 is neutral, 4 and 5 are positive. No figure comes with it, because no model
///   estimated one.
/// - A text with words is judged by its words, whatever the rating.
/// - What is not English, and what says nothing at all, is undetermined; the language tells the one
///   from the other: it is empty where nothing was said.
/// - Why is told by the models' own weights, to which CoreNLP's trees add the phrases that pull the
///   same way.
/// - Topics, severity and flags are read from cues in the words and from what the models say.
/// - Toward a target that the text names there is a judgement of its own: by a rule where it is
///   compared with something else, by a trained model else.
///
/// CoreNLP is loaded and run only for phrases and for sentences that may compare. Thread-safe;
/// models load when the first text needs them, and one engine is enough.
public final class Engine implements Scorer {
    private static final String VERSION =
            Models.VERSION + "+" + TargetModel.VERSION + "+corenlp-" + CoreNlp.VERSION;

    private final LanguageFinder languages = new LanguageFinder();
    private final CoreNlp coreNlp = new CoreNlp();
    private final ThreadLocal<Models.Desk> desks = ThreadLocal.withInitial(Models.Desk::new);
    private final ThreadLocal<Cues.Desk> cueDesks = ThreadLocal.withInitial(Cues.Desk::new);
    private final ThreadLocal<Surroundings> surroundings =
            ThreadLocal.withInitial(Surroundings::new);

    /// The weights and words, shared by all engines: loaded by the first post in English.
    private static final class Trained {
        static final Models MODELS = Models.load();
        static final Cues CUES = new Cues();
        static final TowardBrand TOWARD = new TowardBrand(MODELS, TargetModel.load());
    }

    @Override
    public Score score(Subject subject, boolean explain) {
        Cleaned text = Cleaned.of(subject.text());
        if (!text.speaks() && subject.rating().isPresent()) {
            return judged(ofRating(subject.rating().getAsInt()), Optional.empty());
        }
        if (text.text().isEmpty()) {
            return judged(Polarity.UNDETERMINED, Optional.empty());
        }
        Finding language = languages.find(text, subject.language());
        return switch (language) {
            case Finding.Foreign foreign -> judged(Polarity.UNDETERMINED, foreign.tag());
            case Finding.English english -> read(subject, text, english.tag(), explain);
            case Finding.Unclear unclear -> read(subject, text, unclear.tag(), explain);
        };
    }

    @Override
    public String version() {
        return VERSION;
    }

    private Score read(Subject subject, Cleaned text, Optional<String> language, boolean explain) {
        var said = Trained.MODELS.say(subject.text(), desks.get());
        var probabilities = said.polarity();
        var polarity = probabilities.likeliest();
        var target = subject.target().flatMap(brand -> toward(subject.text(), brand));
        var toward = target.map(Score.Target::probabilities).orElse(probabilities);
        var cues =
                Trained.CUES.say(
                        subject,
                        desks.get().tokens(),
                        toward,
                        said.complaint(),
                        Trained.MODELS.aspects(desks.get()),
                        cueDesks.get());
        return new Score(
                polarity,
                Optional.of(probabilities),
                OptionalDouble.of(cues.confidence(toward.of(toward.likeliest()))),
                OptionalDouble.of(said.complaint()),
                Optional.of(cues.severity()),
                Optional.of(cues.topics()),
                cues.flags(),
                language,
                target,
                explain
                        ? why(subject.text(), text, toward.likeliest(), said.complaint())
                        : List.of(),
                VERSION);
    }

    /// Of the text that was judged last.
    private Optional<Score.Target> toward(String text, String brand) {
        return Trained.TOWARD.judge(text, brand, desks.get(), surroundings.get(), coreNlp::parse);
    }

    /// By the weights of the model whose answer needs a reason, with phrases of CoreNLP that pull
    /// the same way.
    private List<Phrase> why(String original, Cleaned text, Polarity toward, double complaint) {
        boolean complains = Score.tellsWhyComplaint(toward, OptionalDouble.of(complaint));
        var phrases =
                new ArrayList<>(
                        Reasons.find(
                                Trained.MODELS,
                                original,
                                desks.get(),
                                complains ? Models.Said::content : Models.Said::balance));
        double direction =
                switch (toward) {
                    case NEGATIVE -> -1;
                    case NEUTRAL, UNDETERMINED -> complains ? -1 : 0;
                    case POSITIVE -> complains ? -1 : 1;
                };
        if (direction == 0) {
            return phrases;
        }
        for (var phrase : coreNlp.read(text, original, true).phrases()) {
            if (phrases.size() < Reasons.MAXIMUM_PHRASES
                    && Math.signum(phrase.weight()) == direction
                    && phrases.stream().noneMatch(other -> overlap(phrase, other))) {
                phrases.add(phrase);
            }
        }
        phrases.sort(Comparator.comparingInt(Phrase::start));
        return phrases;
    }

    private static boolean overlap(Phrase one, Phrase other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static Score judged(Polarity polarity, Optional<String> language) {
        return new Score(
                polarity,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                language,
                Optional.empty(),
                List.of(),
                VERSION);
    }

    private static Polarity ofRating(int rating) {
        if (rating < 3) {
            return Polarity.NEGATIVE;
        }
        return rating == 3 ? Polarity.NEUTRAL : Polarity.POSITIVE;
    }
}
