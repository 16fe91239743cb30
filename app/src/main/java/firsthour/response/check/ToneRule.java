package firsthour.response.check;

import static firsthour.language.Texts.t;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What reads as rude or cold: by phrases that do in whatever company, and by the judgement that is
/// otherwise turned on customers. An apology names what went wrong and is judged negative as well:
/// only what speaks of the customer, without a word of regret, counts.
final class ToneRule implements Rule {
    /// The judgement is taught on customers' posts, where it may be wrong one time in ten; here a
    /// wrong word costs a person's time.
    private static final double SURE = 0.8;

    private static final Pattern RUDE =
            Pattern.compile(
                    "\\bcalm down\\b|\\b(?:not|isn['’]t|is not) (?:our|my) (?:problem|fault|job)\\b"
                            + "|\\byour (?:own )?(?:fault|mistake|problem)\\b"
                            + "|\\byou (?:should|could|must) have (?:read|known|thought|checked|told)\\b"
                            + "|\\bas (?:i|we) (?:have )?already (?:told|said|explained)\\b"
                            + "|\\bas (?:i|we) (?:have )?told you\\b"
                            + "|\\bstop (?:complaining|whining|lying|shouting)\\b|\\bwhatever\\b"
                            + "|\\bread (?:the|our) (?:terms|manual|instructions|faq)\\b"
                            + "|\\b(?:ridiculous|stupid|nonsense|idiot\\w*|liar|shut up|grow up)\\b"
                            + "|\\bnobody (?:else )?(?:complains|has complained|complained)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COLD =
            Pattern.compile(
                    "\\b(?:as )?(?:per|according to) (?:our|company) (?:policy|policies|terms)\\b"
                            + "|\\b(?:nothing|not anything) (?:more )?(?:that )?(?:we|i) can do\\b"
                            + "|\\b(?:we|i) (?:cannot|can['’]t|can not) (?:do anything|help you)\\b"
                            + "|\\bfor any inconvenience\\b|\\bvalued customer\\b"
                            + "|\\bdear (?:customer|sir or madam|sir/madam|user)\\b"
                            + "|\\byour (?:complaint|request|feedback) has been (?:noted|received|"
                            + "registered|forwarded)\\b|\\bcase closed\\b|\\bobviously\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern YOU =
            Pattern.compile("\\b(?:you|your|yours|yourself)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REGRET =
            Pattern.compile(
                    "\\b(?:sorry|apolog\\w+|regret\\w*|understand\\w*|unfortunately|let you down"
                            + "|our (?:fault|mistake)|should not have happened|thank\\w*)\\b",
                    Pattern.CASE_INSENSITIVE);

    private final Scorer scorer;

    ToneRule(Scorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public List<Finding> check(String text, Context context) {
        var quotes = Passages.quotes(text, context.post());
        var found = new ArrayList<Finding>();
        phrases(RUDE, Weight.MUST, t("This reads as rude. Say it kindly."), text, quotes, found);
        phrases(
                COLD,
                Weight.ADVICE,
                t("This reads as cold. Say what you do for this customer."),
                text,
                quotes,
                found);
        for (var sentence : Passages.sentences(text)) {
            boolean told =
                    found.stream()
                            .anyMatch(it ->
                                    it.start() < sentence.end() && sentence.start() < it.end());
            boolean theirs =
                    quotes.stream()
                            .anyMatch(it ->
                                    it.start() < sentence.end() && sentence.start() < it.end());
            if (!told && !theirs && isAgainstThem(sentence.text())) {
                found.add(
                        Finding.at(
                                Concern.TONE,
                                Weight.MUST,
                                sentence.start(),
                                sentence.end(),
                                t(
                                        "Our own judgement takes this sentence for negative about them. Say it kindly, or say why it has to stand.")));
            }
        }
        return found;
    }

    private static void phrases(
            Pattern pattern,
            Weight weight,
            String words,
            String text,
            List<Passages.Passage> quotes,
            List<Finding> found) {
        pattern.matcher(text)
                .results()
                .filter(match -> !Passages.isQuoted(quotes, match.start(), match.end()))
                .forEach(match ->
                        found.add(
                                Finding.at(
                                        Concern.TONE, weight, match.start(), match.end(), words)));
    }

    private boolean isAgainstThem(String sentence) {
        return YOU.matcher(sentence).find()
                && !REGRET.matcher(sentence).find()
                && scorer.score(Subject.of(sentence), false)
                                .probabilities()
                                .map(Score.Probabilities::negative)
                                .orElse(0.0)
                        >= SURE;
    }

    /// What language a text is written in, as far as it can be told.
    boolean isForeign(String text) {
        var score = scorer.score(Subject.of(text), false);
        return score.polarity() == Polarity.UNDETERMINED
                && score.language().filter(language -> !language.startsWith("en")).isPresent();
    }
}
