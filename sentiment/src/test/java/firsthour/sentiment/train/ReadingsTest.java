package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {
    @TempDir private Path folder;

    @Test
    void whatWasReadIsKeptAndWhatWasBrokenOffIsReadAgain() throws IOException {
        var file = folder.resolve("readings.bin");
        var first = new Readings(file);
        first.read(List.of("The lamp is broken", "The lamp is lovely"));
        float[] broken = first.get("The lamp is broken");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));

        var second = new Readings(file);
        assertThat(second.get("The lamp is broken")).isEqualTo(broken);
        assertThatThrownBy(() -> second.get("The lamp is lovely")).hasMessageContaining("Not read");
        second.read(List.of("The lamp is broken", "The lamp is lovely"));
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
}
