package firsthour.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPostsTest {
    private static final Instant NOW = Instant.parse("2026-11-10T00:00:00Z");
    private static final String POST =
            """
            {"id":"a-1","text":"Line one\\nline two 🙂","author":"@anna","rating":2,
             "publishedAt":"2026-11-09T06:03:54Z","source":"forum","unknown":[1]}
            """;

    private final JsonPosts reader = new JsonPosts(InstantSource.fixed(NOW));

    @Test
    void oneObjectIsOnePost() {
        var post = only(POST).post();

        assertThat(post.externalId()).isEqualTo("a-1");
        assertThat(post.text()).isEqualTo("Line one\nline two 🙂");
        assertThat(post.author()).map(Post.Author::handle).contains("anna");
        assertThat(post.rating()).isEqualTo(OptionalInt.of(2));
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-11-09T06:03:54Z"));
    }

    @Test
    void aPostThatIsNoneIsRejectedBesideTheOthers() {
        var read =
                done(
                        """
                        {"posts":[%s,{"id":"b"},7,{"id":"c","publishedAt":1794204234,"text":{}},
                         {"id":"d","publishedAt":"2026-11-09 06:03","text":"hm"}]}
                        """
                                .formatted(POST));

        assertThat(read.posts()).extracting(JsonPosts.Placed::where).containsExactly("post 1");
        assertThat(read.rejected())
                .containsExactly(
                        new Pull.Rejected(
                                "post 2",
                                "There is no date. Say in `publishedAt` when the post was written."),
                        new Pull.Rejected("post 3", "It is no JSON object. Send each post as one."),
                        new Pull.Rejected("post 4", "The field `text` is neither text nor number."),
                        new Pull.Rejected(
                                "post 5",
                                "The date has no zone. Add it, as in 2026-11-09T06:03:00+01:00; or,"
                                        + " for a file, say where it was written: --zone"
                                        + " Europe/Berlin."));
    }

    @Test
    void noPostsAreNoFault() {
        assertThat(done("{\"posts\":[]}")).isEqualTo(done(" \uFEFF{\"posts\":[]}".strip()));
    }

    @Test
    void halvesOfCharactersAndControlsAreMended() {
        var post =
                only("""
                {"id":"\\u0000a\\ud800","text":"\\udc00b\\u0000\\u0007",
                 "publishedAt":1794204234}
                """)
                        .post();

        assertThat(post.externalId()).isEqualTo("a\uFFFD");
        assertThat(post.text()).isEqualTo("\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                          | one JSON object
                    []                          | one JSON object
                    "posts"                     | one JSON object
                    {"posts":{}}                | is no list
                    {"posts":null}              | is no list
                    {"posts":[]} {}             | at line 1, column 14
                    {"id":"Anna's words         | not valid JSON
                    {"text":"\0"}               | not valid JSON
                    """)
    void whatIsNoDocumentOfPostsSaysWhy(String document, String why) {
        assertThat(refused(document.replace("\\0", "\0").getBytes(UTF_8)))
                .contains(why)
                .doesNotContain("Anna");
    }

    @Test
    void otherBytesThanUtf8AreRefused() {
        assertThat(refused(POST.getBytes(UTF_16LE))).contains("no UTF-8");
        assertThat(refused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .contains("no UTF-8");
    }

    @Test
    void moreThanAThousandAtOnceAreRefused() {
        var most = String.join(",", Collections.nCopies(JsonPosts.MOST, "{}"));
        assertThat(done("{\"posts\":[" + most + "]}").rejected()).hasSize(JsonPosts.MOST);
        assertThat(refused(("{\"posts\":[{}," + most + "]}").getBytes(UTF_8)))
                .contains("1,001 posts", "at most 1,000");
    }

    @Test
    void noBytesMakeItFail() {
        var random = new Random(20261116);
        var whole = ("{\"posts\":[" + POST + "]}").getBytes(UTF_8);
        for (int round = 0; round < 2_000; round++) {
            var bytes = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(reader.read(bytes)).isNotNull();
        }
        assertThat(refused("[".repeat(900_000).getBytes(UTF_8))).contains("not valid JSON");
    }

    private JsonPosts.Placed only(String document) {
        var read = done(document);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.posts()).hasSize(1);
        return read.posts().getFirst();
    }

    private JsonPosts.Reading.Done done(String document) {
        return (JsonPosts.Reading.Done) reader.read(document.getBytes(UTF_8));
    }

    private String refused(byte[] document) {
        return ((JsonPosts.Reading.Refused) reader.read(document)).reason();
    }
}
