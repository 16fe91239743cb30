package firsthour.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every text that a page or a script says stands in the catalogue, and nothing else does.
class CatalogueTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everyTextOfAPageHasAGermanOne() {
        assertThat(SaidTexts.ofPages())
                .contains("Your account", "Queue")
                .allSatisfy(text -> assertThat(Catalogue.of(Language.GERMAN)).containsKey(text));
    }

    @Test
    void everyTextOfAScriptHasAGermanOneThatPagesCarryAlong() {
        assertThat(SaidTexts.ofScripts())
                .contains("just now")
                .allSatisfy(text -> assertThat(Catalogue.SCRIPTS).containsKey(text));
        assertThat(SaidTexts.ofScripts()).containsAll(Catalogue.SCRIPTS.keySet());
    }

    @Test
    void noGermanTextIsLeftOverOrStandsTwice() {
        var said = new TreeSet<>(SaidTexts.ofPages());
        said.addAll(SaidTexts.ofScripts());
        Map<String, String> areas = new HashMap<>();
        for (var area : Catalogue.AREAS) {
            if (area.equals(Catalogue.NETWORKS)) {
                continue;
            }
            for (var text : Catalogue.read(area).keySet()) {
                assertThat(said).as(area).contains(text);
                assertThat(areas.put(text, area)).as(text).isNull();
            }
        }
    }

    @Test
    void aGermanTextHasThePlacesOfTheEnglishOne() {
        assertThat(Catalogue.of(Language.GERMAN))
                .allSatisfy((english, german) -> {
                    assertThat(german).isNotBlank();
                    assertThat(places(german)).as(english).isEqualTo(places(english));
                });
    }

    @Test
    void noFileOfTextsIsForgotten() throws IOException {
        try (var files = Files.list(SaidTexts.SOURCES.resolve("resources/language/de"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Catalogue.AREAS.stream().map(area -> area + ".properties").toList());
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.toList());
    }
}
