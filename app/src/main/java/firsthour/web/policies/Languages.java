package firsthour.web.policies;

import firsthour.language.Language;
import firsthour.web.policies.PoliciesView.Choice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Languages by their names in the language of the page.
final class Languages {
    private static final Map<Language, List<Choice>> ALL =
            Arrays.stream(Language.values())
                    .collect(Collectors.toMap(each -> each, each -> each.say(Languages::named)));

    private Languages() {}

    static List<Choice> list() {
        return ALL.getOrDefault(Language.current(), List.of());
    }

    private static List<Choice> named() {
        return Arrays.stream(Locale.getISOLanguages())
                // Some are older codes of another: "iw" is Hebrew, as "he" is.
                .filter(code -> Locale.of(code).getLanguage().equals(code))
                .map(code -> new Choice(code, name(code)))
                .filter(choice -> !choice.words().equals(choice.value()))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }

    static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayName(Language.current().locale());
    }
}
