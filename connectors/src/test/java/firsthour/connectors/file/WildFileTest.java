package firsthour.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Post;
import firsthour.connectors.reading.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Wild files: whatever is in them, nothing is lost silently and nothing ends the reading.
class WildFileTest {
    private static final Instant NOW = Instant.parse("2026-11-10T00:00:00Z");
    private static final String DATE = "2026-11-09T06:03:54Z";

    /// Any bytes at all; every line that is not blank is accepted or rejected, once.
    @Property(tries = 300)
    void anyBytesAreReadToTheirEnd(@ForAll byte[] wild, @ForAll boolean csv) throws IOException {
        byte[] header = csv ? "id,text,date\n".getBytes(UTF_8) : new byte[0];
        byte[] all = new byte[header.length + wild.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(wild, 0, all, header.length, wild.length);
        List<Row> rows = new ArrayList<>();

        Outcome outcome = read(all, Options.forName(csv ? "a.csv" : "a.jsonl"), rows);

        Outcome.Done done = (Outcome.Done) outcome;
        assertThat(done.accepted() + done.rejected()).isEqualTo(rows.size());
        assertThat(rows).extracting(Row::line).doesNotHaveDuplicates().isSorted();
    }

    @Property(tries = 200)
    void whatAPrinterWritesComesBack(
            @ForAll("texts") List<String> texts, @ForAll("separators") char separator)
            throws IOException {
        StringWriter csv = new StringWriter();
        CSVFormat format = CSVFormat.Builder.create().setDelimiter(separator).get();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            printer.printRecord("id", "text", "date");
            for (int i = 0; i < texts.size(); i++) {
                printer.printRecord(i, texts.get(i), DATE);
            }
        }
        List<Row> rows = new ArrayList<>();

        read(csv.toString().getBytes(UTF_8), Options.forName("a.csv"), rows);

        assertThat(rows).extracting(WildFileTest::text).isEqualTo(cleaned(texts));
    }

    @Property(tries = 200)
    void whatAMapperWritesComesBack(@ForAll("texts") List<String> texts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            lines.append(
                            new JsonMapper()
                                    .writeValueAsString(
                                            Map.of(
                                                    "id", i,
                                                    "text", texts.get(i),
                                                    "publishedAt", DATE)))
                    .append('\n');
        }
        List<Row> rows = new ArrayList<>();

        read(lines.toString().getBytes(UTF_8), Options.forName("a.jsonl"), rows);

        assertThat(rows).extracting(WildFileTest::text).isEqualTo(cleaned(texts));
    }

    /// A bad line anywhere leaves the good ones as they were.
    @Property(tries = 200)
    void aBadLineHarmsNoOther(@ForAll("bad") List<String> bad) throws IOException {
        StringBuilder lines = new StringBuilder();
        List<String> good = new ArrayList<>();
        for (int i = 0; i < bad.size(); i++) {
            good.add("good " + i);
            lines.append(bad.get(i)).append('\n');
            lines.append(
                    "{\"id\":\"%d\",\"text\":\"good %d\",\"publishedAt\":\"%s\"}\n"
                            .formatted(i, i, DATE));
        }
        List<Row> rows = new ArrayList<>();

        read(lines.toString().getBytes(UTF_8), Options.forName("a.jsonl"), rows);

        assertThat(rows.stream().filter(Row.Accepted.class::isInstance))
                .extracting(WildFileTest::text)
                .isEqualTo(good);
        assertThat(rows).hasSize(2 * bad.size());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", " ", "\"", "'", ",", ";", "\t", "\n", "\\", "{", "é", "🙂")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces))
                .filter(text -> !text.isBlank())
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<List<String>> bad() {
        return Arbitraries.strings()
                .withChars("{}[]\",:ab1 \\")
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> !text.isBlank())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static List<String> cleaned(List<String> texts) {
        return texts.stream().map(text -> PlainText.clean(text).strip()).toList();
    }

    private static String text(Row row) {
        return switch (row) {
            case Row.Accepted(long _, Post post, var _) -> post.text();
            case Row.Rejected rejected -> "rejected: " + rejected.rejected().reason();
        };
    }

    private static Outcome read(byte[] content, Options options, List<Row> rows)
            throws IOException {
        Path file = Files.createTempFile("wild", ".txt");
        try {
            Files.write(file, content);
            return new FileImport(InstantSource.fixed(NOW)).read(file, options, rows::add);
        } finally {
            Files.delete(file);
        }
    }
}
