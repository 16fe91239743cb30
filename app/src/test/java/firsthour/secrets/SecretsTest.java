package firsthour.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.database.DataFolder;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MicronautTest(transactional = false, startApplication = false)
class SecretsTest {
    private static final String TEXT = "https://hooks.example.com/T0/B0/töken";

    private final Secrets secrets;
    private final DataFolder folder;
    private final Fingerprints fingerprints;

    SecretsTest(Secrets secrets, DataFolder folder, Fingerprints fingerprints) {
        this.secrets = secrets;
        this.folder = folder;
        this.fingerprints = fingerprints;
    }

    @Test
    void whatWasSealedOpensAgain() {
        var sealed = secrets.seal(TEXT);
        assertThat(sealed).doesNotContain("hooks").startsWith("v1:" + secrets.fingerprint());
        assertThat(secrets.open(sealed)).isEqualTo(TEXT);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        assertThat(secrets.seal(TEXT)).isNotEqualTo(secrets.seal(TEXT));
    }

    @Test
    void aChangeOfAnyByteIsNoticed() {
        var sealed = secrets.seal(TEXT);
        var header = sealed.substring(0, sealed.lastIndexOf(':') + 1);
        var bytes = Base64.getDecoder().decode(sealed.substring(header.length()));
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = header + Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> secrets.open(text)).isInstanceOf(KeyProblem.class);
        }
    }

    @Test
    void whatWasNeverSealedIsRefused() {
        for (String text : new String[] {"", TEXT, "v1:", secrets.seal("").substring(0, 24)}) {
            assertThatThrownBy(() -> secrets.open(text)).isInstanceOf(KeyProblem.class);
        }
    }

    @Test
    void anotherInstallationsSecretIsRefused(@TempDir Path other) {
        var stranger = new Secrets(new KeyFile(other.resolve("key")).create());
        assertThatThrownBy(() -> secrets.open(stranger.seal(TEXT)))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("Enter it again");
    }

    @Test
    void keysOfDifferentPurposesDiffer() {
        assertThat(secrets.derive("token", 32))
                .hasSize(32)
                .isEqualTo(secrets.derive("token", 32))
                .isNotEqualTo(secrets.derive("csrf", 32));
    }

    @Test
    void theKeyFileIsForItsOwnerOnly() throws IOException {
        var permissions = Files.getPosixFilePermissions(folder.file("key"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void theNextStartFindsTheSameKey() {
        var again = new Secrets(folder, "", fingerprints);
        assertThat(again.open(secrets.seal(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void aStartWithAnotherKeyIsRefused(@TempDir Path other) {
        var file = other.resolve("other.key");
        new KeyFile(file).create();
        assertThatThrownBy(() -> new Secrets(folder, file.toString(), fingerprints))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("is not the one")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void aLostKeyIsNotReplacedByANewOne(@TempDir Path empty) {
        assertThatThrownBy(() -> new Secrets(DataFolder.open(empty), "", fingerprints))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining(secrets.fingerprint());
        assertThat(empty.resolve("key")).doesNotExist();
    }

    @Test
    void aKeyFileThatIsNamedMustExist(@TempDir Path other) {
        var file = other.resolve("nowhere").toString();
        assertThatThrownBy(() -> new Secrets(folder, file, fingerprints))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("openssl rand");
    }

    @Test
    void aKeyFileWithSomethingElseInItIsRefused(@TempDir Path other) throws IOException {
        for (String content : new String[] {"", "not base64 !", "c2hvcnQ="}) {
            var file = Files.writeString(other.resolve("key"), content);
            assertThatThrownBy(() -> new KeyFile(file).find())
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("32 bytes");
        }
    }

    @Test
    void processesThatStartAtOnceAgreeOnOneKey(@TempDir Path fresh)
            throws InterruptedException, ExecutionException {
        var file = new KeyFile(fresh.resolve("key"));
        Callable<String> start = () -> Base64.getEncoder().encodeToString(file.create());
        try (var pool = Executors.newFixedThreadPool(8)) {
            var starts = pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> start).toList());
            var first = starts.getFirst().get();
            for (var other : starts) {
                assertThat(other.get()).isEqualTo(first);
            }
        }
    }
}
