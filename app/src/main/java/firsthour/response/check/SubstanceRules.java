package firsthour.response.check;

import static firsthour.language.Texts.t;

import java.util.List;
import java.util.regex.Pattern;

/// Takes up what the customer wrote, answers what was asked, and says what happens next. All three
/// guess from words that are shared: a person knows better, so they advise and never stop anything.
final class SubstanceRules {
    private static final int MOST_QUESTIONS = 5;
    private static final int LONGEST_SHOWN = 120;
    private static final Pattern NEXT_STEP =
            Pattern.compile(
                    "://|\\b(?:we|i)(?: will|'ll|’ll|'m going to|’m going to| have| am| are)\\b"
                            + "|\\bnext step\\b|\\bplease (?:send|write|call|contact|try|check|dm|message"
                            + "|let|tell|have|give|reply|bring|use|restart)\\b"
                            + "|\\b(?:call|write to|dm|message|mail) (?:us|me)\\b"
                            + "|\\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b"
                            + "|\\bon its way\\b|\\bleaves? (?:today|our)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN =
            Pattern.compile(
                    "\\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week"
                            + "|hours?|days?|minutes?|noon|o'clock|\\d{1,2}[:.]\\d\\d|january|february"
                            + "|march|april|may|june|july|august|september|october|november|december"
                            + ")\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WHY =
            Pattern.compile(
                    "\\b(?:because|due to|since|reason|caused?)\\b", Pattern.CASE_INSENSITIVE);

    private SubstanceRules() {}

    static List<Finding> quote(String text, Context context) {
        var theirs = Words.content(context.post());
        if (!context.answer()
                || theirs.size() < 3
                || !Passages.quotes(text, context.post()).isEmpty()) {
            return List.of();
        }
        var ours = Words.content(text);
        return theirs.stream().filter(ours::contains).count() >= 2
                ? List.of()
                : List.of(
                        new Finding(
                                Concern.QUOTE,
                                Weight.ADVICE,
                                0,
                                0,
                                t(
                                        "Nothing of what they wrote is taken up. Quote the part that you answer."),
                                List.of("“" + shown(telling(context.post())) + "”")));
    }

    static List<Finding> questions(String text, Context context) {
        if (!context.answer()) {
            return List.of();
        }
        var ours = Words.content(text);
        return Passages.sentences(context.post()).stream()
                .filter(sentence -> sentence.text().contains("?"))
                .limit(MOST_QUESTIONS)
                .filter(question -> !isTakenUp(question.text(), text, ours))
                .map(question ->
                        Finding.ofWhole(
                                Concern.QUESTIONS,
                                Weight.ADVICE,
                                t(
                                        "“{0}” may not be answered. That is a guess from the words that both share.",
                                        shown(question.text()))))
                .toList();
    }

    static List<Finding> nextStep(String text, Context context) {
        return NEXT_STEP.matcher(text).find()
                ? List.of()
                : List.of(
                        Finding.ofWhole(
                                Concern.NEXT_STEP,
                                Weight.ADVICE,
                                t("Say what happens next, and who does it.")));
    }

    private static boolean isTakenUp(String question, String text, List<String> ours) {
        if (Words.has(question, "when") || Words.has(question, "how long")) {
            return WHEN.matcher(text).find();
        }
        if (Words.has(question, "why") && WHY.matcher(text).find()) {
            return true;
        }
        var asked = Words.content(question);
        return asked.isEmpty() || asked.stream().anyMatch(ours::contains);
    }

    /// The sentence that says most.
    private static String telling(String post) {
        return Passages.sentences(post).stream()
                .map(Passages.Passage::text)
                .reduce((one, other) ->
                        Words.content(other).size() > Words.content(one).size() ? other : one)
                .orElse(post);
    }

    private static String shown(String sentence) {
        var line = sentence.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
