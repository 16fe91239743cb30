package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {
    private static final Descriptor NETWORK =
            new Descriptor(
                    "guarded",
                    "Guarded",
                    List.of(
                            new Descriptor.Field("user", "User", true, false, "acme"),
                            new Descriptor.Field("password", "Password", true, true, "x"),
                            new Descriptor.Field("key", "Key", true, true, "x"),
                            new Descriptor.Field("phrase", "Phrase", true, true, "x"),
                            new Descriptor.Field("pin", "PIN", true, true, "x")),
                    false,
                    false,
                    true,
                    Duration.ofMinutes(10),
                    List.of());
    private static final Settings SETTINGS =
            new Settings(
                    Map.of(
                            "user",
                            "acme",
                            "password",
                            "correct horse & co",
                            "key",
                            "first\nsecond",
                            "phrase",
                            "\\q/\"ü<'🔑 token=w/x1 rest",
                            "pin",
                            "acm"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user\": \"acme\", \"sent\": \"correct horse & co\"}",
                "?user=acme&sent=correct+horse+%26+co",
                "acme sent first",
                "acme sent\nsecond",
                "acme sent correct horse…",
                "acme sent corr…"
            })
    void noSecretOfTheSourceIsKeptWhateverItLooksLike(String answer) {
        assertThat(masked(answer))
                .contains("acme", "•••")
                .doesNotContain("corr", "first", "second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\q/\"ü<'🔑 token=w/x1 rest",
                "\\\\q/\\\"ü<'🔑 token=w/x1 rest",
                "\\\\q\\/\\\"\\u00FC\\u003c\\u0027\\ud83d\\udd11 token=w\\/x1 rest",
                "\\q/&quot;ü&lt;&#39;🔑 token=w/x1 rest",
                "\\q&#x2F;&#34;&#252;&lt;&#039;&#128273; token=w/x1 rest",
                "%5cq%2F%22%C3%BC%3C%27%F0%9F%94%91%20token%3Dw%2Fx1%20rest",
                "\\q/\"ü<'🔑 token=w/x1\n   rest",
                "\\q/\"ü<'🔑 token=••• rest",
                "\\q/\"ü<'🔑 token=••• re…",
                "\\q/\"ü<'🔑 to…",
                "%5cq%2F%22%C3%BC%3C%27%F0%9F%9…",
                "\\\\q\\/\\\"\\u00…",
                "••• token=••• rest",
                "••• token=w/x1…"
            })
    void asItIsWrittenElsewhereAndInPiecesItIsASecretAsWell(String answer) {
        var masked = masked("acme sent [" + answer);
        assertThat(masked).startsWith("acme sent [•••");
        assertThat(masked.substring("acme sent [".length())).doesNotContainPattern("[a-z0-9]{3}");
    }

    @Test
    void whatIsShorterThanFourCharactersIsAWordLikeAnyOther() {
        assertThat(masked("the acm of acme")).isEqualTo("the acm of acme");
    }

    @Test
    void noMoreIsKeptThanThereIsRoomFor() {
        var shown = masked("🔑".repeat(1_000));
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(400);
        assertThat(shown).endsWith("…");
    }

    @Test
    void whatIsNoSecretStays() {
        assertThat(masked("acme is open…")).isEqualTo("acme is open…");
        assertThat(masked("••• corrected, the first of all"))
                .as("what begins like one, and a line of another")
                .isEqualTo("••• corrected, the ••• of all");
        var passing = new Refusal.Transient("It timed out.");
        assertThat(Masked.of(passing, NETWORK, SETTINGS)).isSameAs(passing);
    }

    private static String masked(String answer) {
        var refusal = new Refusal.SourceChanged("Another shape.", answer);
        return ((Refusal.SourceChanged) Masked.of(refusal, NETWORK, SETTINGS)).answer();
    }
}
