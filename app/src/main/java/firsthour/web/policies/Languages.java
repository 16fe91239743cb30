package firsthour.web.policies;

import firsthour.web.policies.PoliciesView.Choice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Languages by their names in English.
final class Languages {
    private static final List<Choice> ALL =
            Arrays.stream(Locale.getISOLanguages())
                    .map(code -> new Choice(code, name(code)))
                    .filter(choice -> !choice.words().equals(choice.value()))
                    .sorted(Comparator.comparing(Choice::words))
                    .toList();

    private Languages() {}

    static List<Choice> list() {
        return ALL;
    }

    static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
    }
}
