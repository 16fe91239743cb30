package firsthour.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.PostRules;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileImportTest {
    private static final Instant NOW = Instant.parse("2026-11-10T00:00:00Z");
    private static final Options CSV = Options.forName("posts.csv");
    private static final Options JSON = Options.forName("posts.jsonl");
    private static final String DATE = "2026-11-09T06:03:54Z";

    @TempDir private Path folder;

    private final List<Row> rows = new ArrayList<>();

    @Test
    void aJsonLineBecomesAPostWithAllItsFields() throws IOException {
        read(
                JSON,
                """
                {"id":"a-1","text":"Line one\\nline two 🙂","author":"@anna","url":"https://x.example/1",\
                "publishedAt":"2026-11-09T06:03:54.059849Z","source":"forum","title":"Broken",\
                "rating":2,"lang":"en_GB","followers":169,"inReplyTo":"a-0","unknown":[1]}
                """);

        assertThat(rows)
                .containsExactly(
                        new Row.Accepted(
                                1,
                                new Post(
                                        "a-1",
                                        Optional.of(URI.create("https://x.example/1")),
                                        Optional.of("Broken"),
                                        "Line one\nline two 🙂",
                                        Optional.of(
                                                new Post.Author(
                                                        "anna",
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        OptionalLong.of(169))),
                                        Optional.of("en-GB"),
                                        OptionalInt.of(2),
                                        Optional.of("a-0"),
                                        Instant.parse("2026-11-09T06:03:54.059849Z"),
                                        Optional.empty()),
                                Optional.of("forum")));
    }

    @Test
    void aBadLineIsRejectedByItsNumberAndTheNextIsRead() throws IOException {
        Outcome outcome =
                read(
                        JSON,
                        json("1", "good"),
                        "{\"id\":\"2\", broken",
                        "",
                        "[1,2]",
                        "\"text\"",
                        "null",
                        "{\"text\":\"no id\",\"publishedAt\":\"" + DATE + "\"}",
                        "{\"id\":\"3\",\"text\":\"no date\"}",
                        "{\"id\":\"4\",\"text\":{\"a\":1},\"publishedAt\":\"" + DATE + "\"}",
                        json("5", "good") + json("6", "on the same line"),
                        json("7", "good"));

        assertThat(accepted()).extracting(Post::externalId).containsExactly("1", "7");
        assertThat(rejected())
                .extracting(Pull.Rejected::where)
                .containsExactly(
                        "line 2", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9",
                        "line 10");
        assertThat(reason("line 2")).contains("not valid JSON").contains("column");
        assertThat(reason("line 4")).contains("not one JSON object");
        assertThat(reason("line 7")).contains("no `id`");
        assertThat(reason("line 8")).contains("`publishedAt`");
        assertThat(reason("line 9")).contains("`text`");
        assertThat(outcome).isEqualTo(new Outcome.Done(2, 8));
    }

    @Test
    void aRejectionNeverQuotesTheText() throws IOException {
        read(JSON, "{\"id\":\"1\",\"text\":\"my secret\" my secret}", "my secret");

        assertThat(rejected()).hasSize(2);
        assertThat(rejected()).noneMatch(r -> r.reason().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-11T00:00:00Z, false",
        "2026-11-11T00:00:01Z, true",
        "3026-01-01T00:00:00Z, true",
        "1989-12-31T00:00:00Z, true"
    })
    void aDateMoreThanADayAheadOrBeforeTheWebIsRejected(String date, boolean bad)
            throws IOException {
        read(JSON, "{\"id\":\"1\",\"text\":\"t\",\"publishedAt\":\"" + date + "\"}");

        assertThat(rejected()).hasSize(bad ? 1 : 0);
        assertThat(rejected()).allMatch(r -> r.reason().contains("Correct the date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "4.5", "-1", "\"five\"", "55555"})
    void aRatingThatIsNotOneToFiveIsRejected(String rating) throws IOException {
        read(JSON, "{\"id\":\"1\",\"publishedAt\":\"" + DATE + "\",\"rating\":" + rating + "}");

        assertThat(rejected()).singleElement().matches(r -> r.reason().contains("1 to 5"));
    }

    @Test
    void aReviewOfStarsAloneIsAPostAndAnEmptyLineOfNothingIsNot() throws IOException {
        read(
                JSON,
                "{\"id\":\"1\",\"publishedAt\":\"" + DATE + "\",\"rating\":1}",
                "{\"id\":\"2\",\"publishedAt\":\"" + DATE + "\"}");

        assertThat(accepted()).singleElement().matches(p -> p.rating().getAsInt() == 1);
        assertThat(reason("line 2")).contains("neither a text nor a rating");
    }

    @Test
    void aTextIsTakenUpToItsLimitAndATextOfTwoMegabytesIsRejected() throws IOException {
        read(
                JSON,
                json("1", "x".repeat(PostRules.MAX_TEXT)),
                json("2", "x".repeat(PostRules.MAX_TEXT + 1)),
                json("3", "y".repeat(2_000_000)),
                json("4", "after"));

        assertThat(accepted()).extracting(Post::externalId).containsExactly("1", "4");
        assertThat(reason("line 3")).contains("2000000").contains("100000");
    }

    @Test
    void aLineWithoutEndIsNotHeldInMemory() throws IOException {
        Path file = folder.resolve("endless.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 500; i++) {
                out.write("x".repeat(100_000));
            }
            out.write("\n" + json("2", "after"));
        }

        Outcome outcome = new FileImport(InstantSource.fixed(NOW)).read(file, JSON, rows::add);

        assertThat(outcome).isEqualTo(new Outcome.Done(1, 1));
        assertThat(reason("line 1")).contains("longer than");
    }

    @Test
    void nulIsDroppedAndHalfACharacterIsReplaced() throws IOException {
        read(JSON, json("1", "a\\u0000b \\ud83d c"));

        assertThat(accepted()).singleElement().matches(p -> p.text().equals("ab \uFFFD c"));
    }

    @Test
    void aLineThatIsNotUtf8IsRejectedAndSaysHowToReadIt() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.write(file, (json("1", "größer") + "\n").getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(file, json("2", "größer"), StandardOpenOption.APPEND);

        read(file, JSON);

        assertThat(accepted()).extracting(Post::externalId).containsExactly("2");
        assertThat(reason("line 1")).contains("--encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsUnderstood(String encoding) throws IOException {
        Path file = folder.resolve("marked.csv");
        String text = "\uFEFFid,text,date\n1,größer," + DATE + "\n";
        Files.write(file, text.getBytes(Charset.forName(encoding)));

        read(file, CSV);

        assertThat(accepted()).singleElement().matches(p -> p.text().equals("größer"));
    }

    @Test
    void anEncodingThatIsDeclaredIsUsed() throws IOException {
        Path file = folder.resolve("old.csv");
        Charset windows = Charset.forName("windows-1252");
        Files.write(file, ("id;text;date\n1;5 € – größer;" + DATE).getBytes(windows));

        read(file, CSV.withEncoding(windows));

        assertThat(accepted()).singleElement().matches(p -> p.text().equals("5 € – größer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsSeenInTheHeader(String separator) throws IOException {
        read(
                CSV,
                String.join(separator, "Post ID", "Body", "Created At", "User", "Stars"),
                String.join(separator, "7", "\"a, b; c\td\"", DATE, "anna", "4"));

        assertThat(accepted())
                .singleElement()
                .matches(p -> p.externalId().equals("7"))
                .matches(p -> p.text().equals("a, b; c\td"))
                .matches(p -> p.author().orElseThrow().handle().equals("anna"))
                .matches(p -> p.rating().getAsInt() == 4);
    }

    @Test
    void aQuotedTextMaySpanLinesAndHoldQuotationMarks() throws IOException {
        read(CSV, "id,text,date", "1,\"first", "", "\"\"third\"\"\"," + DATE, "2,plain," + DATE);

        assertThat(accepted())
                .extracting(Post::text)
                .containsExactly("first\n\n\"third\"", "plain");
        assertThat(rows).extracting(Row::line).containsExactly(2L, 5L);
    }

    @Test
    void aQuotationMarkThatNeverClosesSpoilsOnlyItsOwnLine() throws IOException {
        read(CSV, "id,text,date", "1,\"open," + DATE, "2,fine," + DATE, "3,also," + DATE);

        assertThat(reason("line 2")).contains("not closed");
        assertThat(accepted()).extracting(Post::externalId).containsExactly("2", "3");
    }

    @Test
    void aRowWithTooFewOrTooManyColumnsIsRejected() throws IOException {
        read(CSV, "id,text,date", "1,a", "2,a,b," + DATE, "3,a," + DATE + ",,");

        assertThat(reason("line 2")).contains("2 columns").contains("header 3");
        assertThat(reason("line 3")).contains("4 columns");
        assertThat(accepted()).extracting(Post::externalId).containsExactly("3");
    }

    @Test
    void aRowWithoutIdGetsTheSameOneEachTime() throws IOException {
        read(CSV, "text,date", "a," + DATE, "b," + DATE);
        List<String> first = accepted().stream().map(Post::externalId).toList();
        rows.clear();
        read(CSV, "text,date", "a," + DATE, "b," + DATE);

        assertThat(accepted()).extracting(Post::externalId).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void aColumnMapIsFollowed() throws IOException {
        read(
                CSV.withColumns(Map.of("text", "Was", "publishedAt", "Wann")),
                "Wann,Was,Text",
                DATE + ",this,not this");

        assertThat(accepted()).extracting(Post::text).containsExactly("this");
    }

    @ParameterizedTest
    @CsvSource({
        "text, Boddy, There is no column `Boddy`",
        "tekst, Body, There is no field `tekst`",
        "title, Double, There are several columns `Double`"
    })
    void aWrongColumnMapIsRefusedAndNamesTheColumns(String field, String column, String message)
            throws IOException {
        Outcome outcome =
                read(CSV.withColumns(Map.of(field, column)), "Body,Date,Double,Double", "a,b,c,d");

        assertThat(((Outcome.Refused) outcome).message())
                .startsWith(message)
                .contains("`Body`, `Date`, `Double`");
        assertThat(rows).isEmpty();
    }

    @Test
    void aHeaderThatSaysNothingIsRefusedWithWhatToDo() throws IOException {
        assertThat(((Outcome.Refused) read(CSV, "a,b,c", "1,2,3")).message())
                .contains("--map text=COLUMN")
                .contains("`a`, `b`, `c`");
        assertThat(((Outcome.Refused) read(CSV, "text,b,c", "1,2,3")).message())
                .contains("--map publishedAt=COLUMN");
    }

    @Test
    void aFileThatIsMissingEmptyOrAFolderIsRefused() throws IOException {
        assertThat(read(folder.resolve("none.csv"), CSV)).isInstanceOf(Outcome.Refused.class);
        assertThat(read(folder, CSV)).isInstanceOf(Outcome.Refused.class);
        assertThat(read(CSV, "")).isInstanceOf(Outcome.Refused.class);
        assertThat(read(JSON, "")).isEqualTo(new Outcome.Done(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-09T06:03:54Z, 2026-11-09T06:03:54Z",
        "2026-11-09T06:03:54.5+01:00, 2026-11-09T05:03:54.500Z",
        "2026-11-09 06:03:54 +0100, 2026-11-09T05:03:54Z",
        "2026-11-09 06:03 UTC, 2026-11-09T06:03:00Z",
        "2026-11-09T06:03:54+01:00[Europe/Berlin], 2026-11-09T05:03:54Z",
        "2026-11-09T06:03:54[Europe/Berlin], 2026-11-09T05:03:54Z",
        "'Mon, 9 Nov 2026 06:03:54 GMT', 2026-11-09T06:03:54Z",
        "Mon Nov 09 06:03:54 +0000 2026, 2026-11-09T06:03:54Z",
        "1794204234, 2026-11-09T06:03:54Z",
        "1794204234059, 2026-11-09T06:03:54.059Z"
    })
    void aDateWithItsZoneIsReadInEachUsualForm(String date, Instant expected) throws IOException {
        read(CSV, "text;date", "a;" + date);

        assertThat(accepted()).extracting(Post::publishedAt).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-09 06:03, 2026-11-09T05:03:00Z",
        "2026-07-09T06:03:54, 2026-07-09T04:03:54Z",
        "2026/11/09 6:03, 2026-11-09T05:03:00Z",
        "09.11.2026 06:03, 2026-11-09T05:03:00Z",
        "2026-11-09, 2026-11-08T23:00:00Z"
    })
    void aDateWithoutZoneNeedsOneToBeSaid(String date, Instant expected) throws IOException {
        read(CSV, "text;date", "a;" + date);
        assertThat(reason("line 2")).contains("--zone");
        rows.clear();

        read(CSV.withZone(ZoneId.of("Europe/Berlin")), "text;date", "a;" + date);
        assertThat(accepted()).extracting(Post::publishedAt).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "11/09/2026 06:03, day first or month first",
        "2026-02-30T00:00:00Z, calendar",
        "2026-11-09T25:00:00Z, calendar",
        "yesterday, no known form"
    })
    void aDateThatCannotBeReadSaysWhy(String date, String why) throws IOException {
        read(CSV.withZone(ZoneId.of("Europe/Berlin")), "text;date", "a;" + date);

        assertThat(reason("line 2")).contains(why).contains("2026-11-09T06:03:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "not a url", "https:///x", "ftp://a.example/"})
    void aLinkThatIsNoWebAddressIsRejected(String url) throws IOException {
        read(CSV, "text;date;url", "a;" + DATE + ";" + url);

        assertThat(reason("line 2")).contains("url");
    }

    private static String json(String id, String text) {
        return "{\"id\":\"%s\",\"text\":\"%s\",\"publishedAt\":\"%s\"}".formatted(id, text, DATE);
    }

    private Outcome read(Options options, String... lines) throws IOException {
        Path file = folder.resolve("posts");
        Files.writeString(file, String.join("\n", lines), UTF_8);
        return read(file, options);
    }

    private Outcome read(Path file, Options options) {
        return new FileImport(InstantSource.fixed(NOW)).read(file, options, rows::add);
    }

    private List<Post> accepted() {
        return rows.stream()
                .filter(Row.Accepted.class::isInstance)
                .map(row -> ((Row.Accepted) row).post())
                .toList();
    }

    private List<Pull.Rejected> rejected() {
        return rows.stream()
                .filter(Row.Rejected.class::isInstance)
                .map(row -> ((Row.Rejected) row).rejected())
                .toList();
    }

    private String reason(String where) {
        return rejected().stream()
                .filter(r -> r.where().equals(where))
                .map(Pull.Rejected::reason)
                .findFirst()
                .orElse("nothing rejected at " + where);
    }
}
