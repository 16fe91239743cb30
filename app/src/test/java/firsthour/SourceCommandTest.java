package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.database.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a data folder whose database another process keeps up.
class SourceCommandTest {

    @Test
    void aWebhookIsAddedWithItsAddressAndItsSecret(@TempDir Path temporary) throws Exception {
        var data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path();
        try (var node = Node.open(data)) {
            var ran = Ran.of("source", "add", "webhook", "--name", "Desk", "--data=" + data);

            assertThat(ran.status()).isZero();
            var id = node.get(Sources.class).findByName("Desk").orElseThrow().id();
            assertThat(ran.out())
                    .contains("/hooks/" + id)
                    .endsWith(node.get(WebhookSecrets.class).find(id).orElseThrow() + "\n");
            assertThat(Ran.of("source", "networks", "--data=" + data).out())
                    .contains("webhook: Inbound webhook");
            assertThat(Ran.of("source", "add", "file", "--data=" + data).err())
                    .contains("“file” is no network that can be read");
        }
    }
}
