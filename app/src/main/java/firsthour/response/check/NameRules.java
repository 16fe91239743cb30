package firsthour.response.check;

import static firsthour.language.Texts.t;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The customer is addressed by name, and knows the name of who handles it.
final class NameRules {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}'’-]+");

    private NameRules() {}

    static List<Finding> customer(String text, Context context) {
        var names = names(context.customer());
        return names.isEmpty() || names.stream().anyMatch(name -> Words.has(text, name))
                ? List.of()
                : List.of(
                        Finding.ofWhole(
                                Concern.CUSTOMER_NAME,
                                Weight.ADVICE,
                                t("Address the customer by name: {0}.", names.getFirst())));
    }

    static List<Finding> staff(String text, Context context) {
        var names = parts(context.staff());
        return names.isEmpty() || names.stream().anyMatch(name -> Words.has(text, name))
                ? List.of()
                : List.of(
                        Finding.ofWhole(
                                Concern.STAFF_NAME,
                                Weight.ADVICE,
                                t("Say who handles it: sign with {0}.", names.getFirst())));
    }

    /// The name without emoji and ornaments, its parts, and the account.
    private static List<String> names(Context.Customer customer) {
        return Stream.concat(
                        customer.name().stream().flatMap(name -> parts(name).stream()),
                        customer.handle().stream().flatMap(handle -> account(handle).stream()))
                .distinct()
                .toList();
    }

    private static List<String> parts(String name) {
        return Arrays.stream(NO_LETTERS.split(name))
                .filter(part -> part.codePoints().filter(Character::isLetter).count() >= 2)
                .toList();
    }

    private static Optional<String> account(String handle) {
        var bare = handle.startsWith("@") ? handle.substring(1) : handle;
        int at = bare.indexOf('@');
        return Optional.of(at > 0 ? bare.substring(0, at) : bare).filter(it -> !it.isBlank());
    }
}
