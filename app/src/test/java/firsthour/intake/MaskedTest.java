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
                            new Descriptor.Field("key", "Key", true, true, "x")),
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
                            "first\nsecond"));

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

    @Test
    void whatIsNoSecretStays() {
        assertThat(masked("acme is open…")).isEqualTo("acme is open…");
        var passing = new Refusal.Transient("It timed out.");
        assertThat(Masked.of(passing, NETWORK, SETTINGS)).isSameAs(passing);
    }

    private static String masked(String answer) {
        var refusal = new Refusal.SourceChanged("Another shape.", answer);
        return ((Refusal.SourceChanged) Masked.of(refusal, NETWORK, SETTINGS)).answer();
    }
}
