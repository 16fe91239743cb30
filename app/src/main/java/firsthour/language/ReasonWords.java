package firsthour.language;

import static firsthour.language.Texts.mark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says reasons again in the language of the page: they are stored in English, as they were when it
/// was decided.
public final class ReasonWords {
    /// What routing writes, with names that people gave; the longer ones first.
    private static final List<StoredText> WITH_NAMES =
            texts(
                    mark("Sent to {0} by the rule \"{1}\": nobody of them is here"),
                    mark("Sent to {0} by the rule \"{1}\": nobody of them is free"),
                    mark("Sent to {0} by the rule \"{1}\""),
                    mark("Sent by the rule \"{0}\": nobody of them is here"),
                    mark("Sent by the rule \"{0}\": nobody of them is free"),
                    mark("Sent by the rule \"{0}\""));

    /// What triage, priority and severity write, with numbers and with each other; the longer ones
    /// first.
    private static final List<StoredText> WITH_VALUES =
            texts(
                    mark("{0}; judged again later than 48 h, so no case was opened"),
                    mark("belongs to its case already"),
                    mark("Taken out of case {0} by a person"),
                    mark("by our own account"),
                    mark("by our own automatic account"),
                    mark("published more than 48 h before it was detected"),
                    mark("part of the thread of case {0}"),
                    mark("by the author of case {0}"),
                    mark("below case {0}, before our last word"),
                    mark("thanks, below case {0}"),
                    mark("wrote again below case {0}"),
                    mark("rated {0} of 5"),
                    mark("negative, probability {0} (cases from {1})"),
                    mark("a complaint, probability {0} (cases from {1})"),
                    mark("positive, probability {0} (cases from {1})"),
                    mark("corrected to negative by a person"),
                    mark("corrected to neutral by a person"),
                    mark("corrected to positive by a person"),
                    mark("language not known to the model, somebody should look"),
                    mark("language not known to the model; looks at reviews are off"),
                    mark("language not known to the model; looks at posts are off"),
                    mark("a question to the brand"),
                    mark("praise for the brand"),
                    mark("nothing in it asks for an answer"),
                    mark("a complaint"),
                    mark("a question"),
                    mark("language not known"),
                    mark("negative, says a person"),
                    mark("{0} % likely negative"),
                    mark("{0} % likely a complaint"),
                    mark("severity {0}"),
                    mark("danger to health or safety"),
                    mark("money or data in the wrong hands"),
                    mark("legal action, an authority or the press"),
                    mark("says they were singled out"),
                    mark("quietly disappointed"),
                    mark("says they are leaving"),
                    mark("hard on somebody vulnerable"),
                    mark("money or time lost"),
                    mark("not the first time"),
                    mark("insult"),
                    mark("strong words"),
                    mark("something failed"),
                    mark("something is wrong"),
                    mark("better or worse than another"),
                    mark("superior or inferior to another"),
                    mark("switched from one to another"),
                    mark("left one for another"),
                    mark("preferred one to another"),
                    mark("one instead of another"),
                    mark("wished to be like another"),
                    mark("post {0} of this author"),
                    mark("waiting for 20 h or longer"),
                    mark("nobody took it for {0}"),
                    mark("{0} follower"),
                    mark("{0} followers"),
                    mark("{0} repost"),
                    mark("{0} reposts"),
                    mark("{0} min"),
                    mark("{0} h"));

    /// As reasons are written: `26,400` and `0.50`.
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?");

    private ReasonWords() {}

    /// The reason in the language of the page; as it was stored where it is none that we know.
    public static String say(String stored) {
        return bothOf(stored).or(() -> known(stored)).orElse(stored);
    }

    private static Optional<String> known(String stored) {
        return find(WITH_NAMES, stored, UnaryOperator.identity())
                .or(() -> find(WITH_VALUES, stored, ReasonWords::value));
    }

    private static Optional<String> find(
            List<StoredText> texts, String stored, UnaryOperator<String> values) {
        return texts.stream().flatMap(text -> text.say(stored, values).stream()).findFirst();
    }

    private static List<StoredText> texts(String... english) {
        return Stream.of(english).map(text -> StoredText.of(text, "(.+?)")).toList();
    }

    /// What a reason was written with: a number, or a reason itself.
    private static String value(String stored) {
        return NUMBER.matcher(stored).matches()
                ? Texts.number(new BigDecimal(stored.replace(",", "")))
                : say(stored);
    }

    /// How many follow, and how often it was passed on, are one reason.
    private static Optional<String> bothOf(String stored) {
        int comma = stored.lastIndexOf(", ");
        return comma < 0
                ? Optional.empty()
                : known(stored.substring(0, comma))
                        .flatMap(first ->
                                known(stored.substring(comma + 2))
                                        .map(second -> first + ", " + second));
    }
}
