package firsthour.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path temporary;

    @Test
    void aFolderOfANewerVersionIsRefusedAndNothingInItIsChanged() throws IOException {
        Path version = temporary.resolve("version");
        Files.writeString(version, (DataFolder.LAYOUT + 1) + "\n");

        assertThatThrownBy(() -> DataFolder.open(temporary))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("newer Firsthour")
                .hasMessageContaining("Nothing was changed");
        assertThat(version).hasContent(Integer.toString(DataFolder.LAYOUT + 1));
        assertThat(temporary.toFile().list()).containsExactly("version");
    }

    @Test
    void aVersionThatIsNoNumberIsRefused() throws IOException {
        Files.writeString(temporary.resolve("version"), "spring");

        assertThatThrownBy(() -> DataFolder.open(temporary))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Is this a data folder of Firsthour?");
    }

    @Test
    void aFileInTheWayIsExplained() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void tooFullADiskIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> Disk.requireSpace(temporary, Long.MAX_VALUE))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("MB free");
    }

    @Test
    void anAddressThatIsNoMariaDbIsRefused() {
        assertThatThrownBy(() -> new OwnDatabase("jdbc:postgresql://db/x", "me", "secret"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("FIRSTHOUR_DATABASE_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whereNoServerIsBundledOneOnThePathServes() throws IOException {
        for (String name : new String[] {"mariadbd", "mariadb-install-db"}) {
            assertThat(Files.createFile(temporary.resolve(name)).toFile().setExecutable(true))
                    .isTrue();
        }

        assertThat(Binaries.installed(temporary.toString()))
                .isEqualTo(
                        new Binaries(
                                temporary.resolve("mariadbd"),
                                temporary.resolve("mariadb-install-db"),
                                null));
    }
}
