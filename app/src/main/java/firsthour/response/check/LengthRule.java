package firsthour.response.check;

import java.util.List;
import java.util.Locale;

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
                                String.format(
                                        Locale.ROOT,
                                        "The text is too long for %s: %,d of %,d %s. Shorten it.",
                                        space.network(),
                                        space.limit().length(text),
                                        space.limit().most(),
                                        space.limit().unit().words())))
                .toList();
    }
}
