package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.database.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a data folder whose database another process keeps up.
class BrandCommandTest {
    @TempDir static Path temporary;
    private static Path data;
    private static Node node;

    @BeforeAll
    static void open() throws Exception {
        data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path();
        node = Node.open(data);
        node.get(Brands.class).addWithQuery("Kestrel", "UTC", "kestrel");
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void anOwnAccountIsNamedOnANetworkThatThereIs() {
        var wrong = account("Hacker News");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .contains(
                        "No network is called “Hacker News”",
                        "Name one of: ",
                        ", hackernews, ",
                        ", file.");

        assertThat(account("hackernews").status()).isZero();
        assertThat(Ran.of("brand", "list", "--data=" + data).out())
                .contains("own accounts: kestrelcares on hackernews");
    }

    @Test
    void aQueryThatCannotBeReadSaysWhereAndAddsNothing() {
        var ran = Ran.of("brand", "query", "Kestrel", "late AND (", "--data=" + data);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("late AND (").doesNotContain("\tat ");
    }

    private static Ran account(String network) {
        return Ran.of(
                "brand",
                "account",
                "Kestrel",
                "--network",
                network,
                "--handle",
                "@KestrelCares",
                "--data=" + data);
    }
}
