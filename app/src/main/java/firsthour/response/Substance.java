package firsthour.response;

import firsthour.triage.ReplyKind;
import java.util.regex.Pattern;

/// Tells an answer from a mere acknowledgement among replies that were found on the network, where
/// nobody says which it is.
///
/// A reply counts as an answer when it has at least 80 characters, or when it names a next step: a
/// link, an address, a number to call, or words such as "we will", "refund" or "please send". Short
/// words of sympathy are an acknowledgement.
final class Substance {
    static final int LONG_ENOUGH = 80;

    private static final Pattern NEXT_STEP =
            Pattern.compile(
                    "://|\\S@\\S|\\+?\\d[\\d /-]{6,}\\d"
                            + "|\\b(we will|we'll|we’ll|i will|i'll|i’ll|we have|we've|we’ve"
                            + "|refund|replace\\w*|exchange|voucher|fixed|resolved"
                            + "|please (send|write|call|contact|try|check|dm|message)"
                            + "|call us|write to us|dm us|message us)\\b",
                    Pattern.CASE_INSENSITIVE);

    private Substance() {}

    static ReplyKind kindOf(String text) {
        var plain = text.strip();
        return plain.codePointCount(0, plain.length()) >= LONG_ENOUGH
                        || NEXT_STEP.matcher(plain).find()
                ? ReplyKind.ANSWER
                : ReplyKind.ACKNOWLEDGEMENT;
    }
}
