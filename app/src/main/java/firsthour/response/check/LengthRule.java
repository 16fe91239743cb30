package firsthour.response.check;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.connectors.ReplyLimit.Unit;
import java.util.List;

/// What the network would not take.
final class LengthRule implements Rule {
    @Override
    public List<Finding> check(String text, Context context) {
        return context.space().stream()
                .filter(space -> !space.limit().allows(text))
                .map(space ->
                        Finding.ofWhole(
                                Concern.LENGTH,
                                Weight.MUST,
                                t(
                                        space.limit().unit() == Unit.BYTES
                                                ? mark(
                                                        "The text is too long for {0}: {1} of {2} bytes. Shorten it.")
                                                : mark(
                                                        "The text is too long for {0}: {1} of {2} characters. Shorten it."),
                                        space.network(),
                                        number(space.limit().length(text)),
                                        number(space.limit().most()))))
                .toList();
    }
}
