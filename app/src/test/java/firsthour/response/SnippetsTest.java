package firsthour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.brand.Rejected;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class SnippetsTest {
    private static final long MIRA = 13;

    private final Snippets snippets;
    private final Stage stage;

    SnippetsTest(Snippets snippets, Stage stage) {
        this.snippets = snippets;
        this.stage = stage;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void aFactIsAddedChangedAndRemovedEachAsAnEvent() {
        var added = add("Returns", "A return is free for 30 days.");
        assertThat(snippets.change(Stage.BRAND, MIRA, added.id(), 1, "Free for 60 days.")).isTrue();
        assertThat(snippets.list(Stage.BRAND))
                .extracting(Snippet::text, Snippet::version)
                .containsExactly(tuple("Free for 60 days.", 2L));
        snippets.remove(Stage.BRAND, MIRA, added.id());
        assertThat(snippets.list(Stage.BRAND)).isEmpty();
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id"))
                .containsExactly("SnippetAdded", "SnippetChanged", "SnippetRemoved");
    }

    @Test
    void whoSawAnOlderTextChangesNothing() {
        var added = add("Returns", "A return is free for 30 days.");
        snippets.change(Stage.BRAND, MIRA, added.id(), 1, "Free for 60 days.");
        assertThat(snippets.change(Stage.BRAND, MIRA, added.id(), 1, "Never free.")).isFalse();
        assertThat(snippets.list(Stage.BRAND))
                .extracting(Snippet::text)
                .containsExactly("Free for 60 days.");
    }

    @Test
    void anotherBrandsFactsStayAsTheyAre() {
        var added = add("Returns", "A return is free for 30 days.");
        assertThat(snippets.change(Stage.OTHER_BRAND, MIRA, added.id(), 1, "No.")).isFalse();
        snippets.remove(Stage.OTHER_BRAND, MIRA, added.id());
        assertThat(snippets.list(Stage.BRAND)).hasSize(1);
        assertThat(snippets.list(Stage.OTHER_BRAND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear customer, we look into it.",
                "Hello, thank you for writing.",
                "We are so sorry that it broke.",
                "It is free. Kind regards, your team",
                " "
            })
    void aWholeReplyIsNoFact(String text) {
        assertThatThrownBy(() -> add("Reply", text)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> add("Reply", "x".repeat(301))).isInstanceOf(Rejected.class);
        assertThat(snippets.list(Stage.BRAND)).isEmpty();
    }

    @Test
    void aNameStandsForOneFact() {
        add("Returns", "A return is free for 30 days.");
        assertThatThrownBy(() -> add("returns", "Another."))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("already");
    }

    @Test
    void namesMayHoldEmojiByWhichTheyAreToldApart() {
        add("Returns 🦉", "A return is free for 30 days.");
        add("Returns 🦊", "Foxes have 60 days.");
        assertThatThrownBy(() -> add("returns 🦉", "Another.")).isInstanceOf(Rejected.class);
        assertThat(snippets.list(Stage.BRAND))
                .extracting(Snippet::name)
                .containsExactlyInAnyOrder("Returns 🦉", "Returns 🦊");
    }

    @Test
    void aWordIsRightUntilItIsRemoved() {
        var added = snippets.addWord(Stage.BRAND, MIRA, " Kestrelino ");
        assertThat(snippets.listWords(Stage.BRAND))
                .extracting(DictionaryWord::word)
                .containsExactly("Kestrelino");
        assertThatThrownBy(() -> snippets.addWord(Stage.BRAND, MIRA, "kestrelino"))
                .isInstanceOf(Rejected.class);
        snippets.removeWord(Stage.BRAND, MIRA, added.id());
        assertThat(snippets.listWords(Stage.BRAND)).isEmpty();
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id"))
                .containsExactly("DictionaryWordAdded", "DictionaryWordRemoved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<b>", "-", "@kestrel"})
    void oneWordIsOneWord(String word) {
        assertThatThrownBy(() -> snippets.addWord(Stage.BRAND, MIRA, word))
                .isInstanceOf(Rejected.class);
    }

    private Snippet add(String name, String text) {
        return snippets.add(Stage.BRAND, MIRA, name, text);
    }
}
