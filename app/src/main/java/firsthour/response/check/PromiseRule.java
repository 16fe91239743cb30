package firsthour.response.check;

import static firsthour.language.Texts.t;

import java.util.List;
import java.util.regex.Pattern;

/// A promise that nobody has written down is a promise that nobody keeps.
final class PromiseRule implements Rule {
    private static final Pattern WORD =
            Pattern.compile(
                    "\\b(?:i|we) (?:hereby )?(?:promise|guarantee|assure you)\\b"
                            + "|\\b(?:you have )?(?:my|our) word\\b|\\bis guaranteed\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WILL =
            Pattern.compile(
                    "\\b(?:i|we|you|it|they|our \\w+|your \\w+|the \\w+)(?:'ll|’ll| will| shall| are"
                            + " going to| am going to)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern REMEDY =
            Pattern.compile(
                    "\\b(?:refund\\w*|reimburse\\w*|replac\\w+|compensat\\w+|credit\\w*|voucher"
                            + "|discount|money back|free of charge)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final String DAY =
            "(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|weekend|week|month|noon";
    private static final Pattern TIME =
            Pattern.compile(
                    "\\b(?:today|tonight|tomorrow|(?:by|on|before|until|next|this|within|in|at the"
                            + " latest) (?:the )?(?:"
                            + DAY
                            + "|\\d+|an hour|one|two|three|a day|a few|end of)|"
                            + "\\d+ (?:minutes|hours|days|working days|weeks))\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> check(String text, Context context) {
        if (context.promiseRecorded()) {
            return List.of();
        }
        var quotes = Passages.quotes(text, context.post());
        return Passages.sentences(text).stream()
                .filter(sentence -> isPromise(sentence.text()))
                .filter(sentence -> !Passages.isQuoted(quotes, sentence.start(), sentence.end()))
                .map(sentence ->
                        Finding.at(
                                Concern.PROMISE,
                                Weight.MUST,
                                sentence.start(),
                                sentence.end(),
                                t(
                                        "This reads as a promise, and none is open on this case. Write it down under “Promises and remedies”, or say here where it stands.")))
                .toList();
    }

    private static boolean isPromise(String sentence) {
        return WORD.matcher(sentence).find()
                || (WILL.matcher(sentence).find()
                        && (REMEDY.matcher(sentence).find() || TIME.matcher(sentence).find()));
    }
}
