package firsthour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ScoreLinesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ConcurrentLinkedQueue<Subject> judged = new ConcurrentLinkedQueue<>();
    private final StringWriter errors = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// Remembers what it was asked and calls everything negative.
    private final Scorer scorer =
            new Scorer() {
                @Override
                public Score score(Subject subject, boolean explain) {
                    judged.add(subject);
                    return new Score(
                            Polarity.NEGATIVE,
                            Optional.of(new Probabilities(0.75, 0.25, 0)),
                            OptionalDouble.of(0.75),
                            OptionalDouble.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(),
                            Optional.of("en"),
                            Optional.empty(),
                            explain ? List.of(new Phrase("bad", 3, 6, -0.5)) : List.of(),
                            "test/1");
                }

                @Override
                public String version() {
                    return "test/1";
                }
            };

    @Test
    void aPostBecomesOneLineWhereWhatIsUnknownIsNull() throws Exception {
        run("{\"id\":\"7\",\"text\":\"so bad\"}\n", false);
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "{\"id\":\"7\",\"polarity\":\"negative\",\"probabilities\":{\"negative\":0.75,"
                                + "\"neutral\":0.25,\"positive\":0.0},\"confidence\":0.75,"
                                + "\"complaint\":null,\"severity\":null,\"severityReasons\":null,"
                                + "\"topics\":null,\"flags\":[],\"language\":\"en\",\"target\":null,\"model\":\"test/1\"}\n");
    }

    @Test
    void phrasesAreAddedWhenTheyAreAskedFor() throws Exception {
        run("{\"id\":\"7\",\"text\":\"so bad\"}\n", true);
        assertThat(answers().getFirst().get("phrases").toString())
                .isEqualTo("[{\"text\":\"bad\",\"start\":3,\"end\":6,\"weight\":-0.5}]");
    }

    @Test
    void theSourcesWordsReachTheScorer() throws Exception {
        run(
                "{\"text\":\"bad\",\"target\":\"Acme\",\"lang\":\"en\",\"rating\":2,\"more\":[]}\n"
                        + "{\"text\":\"bad\",\"target\":null,\"lang\":null,\"rating\":null}",
                false);
        assertThat(judged)
                .containsExactlyInAnyOrder(
                        new Subject(
                                "bad",
                                Optional.of("Acme"),
                                Optional.of("en"),
                                OptionalInt.of(2),
                                Map.of()),
                        Subject.of("bad"));
    }

    @Test
    void orderIsKeptWhateverTheThreadsDo() throws Exception {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 2_000)
                .forEach(n -> lines.append("{\"id\":" + n + ",\"text\":\"bad\"}\n"));
        assertThat(run(lines.toString(), false)).isZero();
        assertThat(answers().stream().map(answer -> answer.get("id").intValue()))
                .containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "so bad",
                "{\"id\":\"1\",\"text\":\"secret\"",
                "{\"id\":\"1\",\"text\":\"secret\"} {}",
                "[\"secret\"]",
                "\"secret\"",
                "null",
                "",
                "{\"id\":\"1\"}",
                "{\"id\":\"1\",\"text\":null}",
                "{\"id\":\"1\",\"text\":7}",
                "{\"id\":\"1\",\"text\":[\"secret\"]}",
                "{\"id\":{},\"text\":\"secret\"}",
                "{\"id\":\"1\",\"text\":\"secret\",\"lang\":5}",
                "{\"id\":\"1\",\"text\":\"secret\",\"target\":[]}",
                "{\"id\":\"1\",\"text\":\"secret\",\"rating\":6}",
                "{\"id\":\"1\",\"text\":\"secret\",\"rating\":\"good\"}",
            })
    void anInvalidLineIsToldAndItsPlaceIsKept(String line) throws Exception {
        long invalid =
                run(
                        "{\"id\":\"a\",\"text\":\"x\"}\n"
                                + line
                                + "\n{\"id\":\"b\",\"text\":\"y\"}\n",
                        false);
        assertThat(invalid).isEqualTo(1);
        assertThat(answers()).hasSize(3);
        assertThat(answers().get(0).get("id").textValue()).isEqualTo("a");
        assertThat(answers().get(1).get("error").textValue()).isNotBlank();
        assertThat(answers().get(2).get("id").textValue()).isEqualTo("b");
        assertThat(errors.toString()).startsWith("line 2: ").doesNotContain("secret");
        assertThat(judged).hasSize(2);
    }

    @Test
    void anInvalidLineKeepsItsIdWhereThatCouldBeRead() throws Exception {
        assertThat(run("{\"id\":7}\n", false)).isEqualTo(1);
        assertThat(answers().getFirst().get("id").intValue()).isEqualTo(7);
        assertThat(answers().getFirst().get("error").textValue()).isEqualTo("\"text\" is missing");
    }

    @Test
    void invalidUtf8IsAnInvalidLine() throws Exception {
        byte[] line = "{\"id\":\"1\",\"text\":\"x\"}\n".getBytes(UTF_8);
        line[17] = (byte) 0xC3;
        assertThat(run(new ByteArrayInputStream(line), false)).isEqualTo(1);
        assertThat(errors.toString()).isEqualToIgnoringNewLines("line 1: not valid UTF-8");
    }

    @Test
    void anEndlessLineIsSkippedAndTheNextOneJudged() throws Exception {
        InputStream endless =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        new ByteArrayInputStream(
                                                new byte[InputLines.MAXIMUM_LENGTH + 1]),
                                        bytes("\n{\"id\":\"b\",\"text\":\"y\"}"))));
        assertThat(run(endless, false)).isEqualTo(1);
        assertThat(errors.toString()).isEqualToIgnoringNewLines("line 1: longer than 4 MB");
        assertThat(answers().get(1).get("id").textValue()).isEqualTo("b");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreRead() throws Exception {
        assertThat(run("\uFEFF{\"text\":\"x\"}\r\n{\"text\":\"y\"}\r\n", false)).isZero();
        assertThat(answers()).hasSize(2);
    }

    @Test
    void halfASurrogatePairSurvives() throws Exception {
        run("{\"id\":\"\\ud83d-é\",\"text\":\"\\ud83d\"}", false);
        assertThat(answers().getFirst().get("id").textValue()).isEqualTo("\uD83D-é");
    }

    @Test
    void noInputIsNoOutput() throws Exception {
        assertThat(run("", false)).isZero();
        assertThat(out.size()).isZero();
    }

    @Test
    void anAnswerIsWrittenBeforeTheNextLineComes() throws Exception {
        PipedOutputStream typing = new PipedOutputStream();
        try (PipedInputStream in = new PipedInputStream(typing);
                PipedOutputStream answering = new PipedOutputStream();
                PipedInputStream seen = new PipedInputStream(answering);
                var thread = Executors.newSingleThreadExecutor()) {
            var done =
                    thread.submit(
                            () -> new ScoreLines(scorer, false, 2).run(in, answering, errors()));
            BufferedReader reader = new BufferedReader(new InputStreamReader(seen, UTF_8));
            try (typing) {
                for (int n = 0; n < 3; n++) {
                    typing.write(("{\"id\":" + n + ",\"text\":\"x\"}\n").getBytes(UTF_8));
                    typing.flush();
                    assertThat(reader.readLine()).startsWith("{\"id\":" + n + ",");
                }
            }
            assertThat(done.get()).isZero();
        }
    }

    @Test
    void anAnswerDoesNotWaitForTheRestOfTheNextLine() throws Exception {
        PipedOutputStream typing = new PipedOutputStream();
        try (PipedInputStream in = new PipedInputStream(typing);
                PipedOutputStream answering = new PipedOutputStream();
                PipedInputStream seen = new PipedInputStream(answering);
                var thread = Executors.newSingleThreadExecutor()) {
            var done =
                    thread.submit(
                            () -> new ScoreLines(scorer, false, 2).run(in, answering, errors()));
            BufferedReader reader = new BufferedReader(new InputStreamReader(seen, UTF_8));
            try (typing) {
                typing.write("{\"id\":0,\"text\":\"x\"}\n{\"id\":1,\"te".getBytes(UTF_8));
                typing.flush();
                assertThat(reader.readLine()).startsWith("{\"id\":0,");
                typing.write("xt\":\"y\"}".getBytes(UTF_8));
            }
            assertThat(reader.readLine()).startsWith("{\"id\":1,");
            assertThat(done.get()).isZero();
        }
    }

    @Test
    void aLineLongerThanWhatIsReadAtOnceIsWhole() throws Exception {
        String text = "x".repeat(200_000);
        assertThat(run("{\"text\":\"a\"}\n{\"text\":\"" + text + "\"}\n{\"text\":\"b\"}", false))
                .isZero();
        assertThat(judged.stream().map(Subject::text)).containsExactlyInAnyOrder("a", text, "b");
    }

    @Test
    void itStopsWhenNobodyTakesTheOutput() throws Exception {
        // Like a terminal at which nobody types.
        InputStream idle = new PipedInputStream(new PipedOutputStream());
        InputStream silent = new SequenceInputStream(bytes("{\"text\":\"x\"}\n"), idle);
        OutputStream closed =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        assertThatThrownBy(() -> new ScoreLines(scorer, false, 2).run(silent, closed, errors()))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    private long run(String lines, boolean explain) throws Exception {
        return run(bytes(lines), explain);
    }

    private long run(InputStream in, boolean explain) throws Exception {
        return new ScoreLines(scorer, explain, 4).run(in, out, errors());
    }

    private PrintWriter errors() {
        return new PrintWriter(errors);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private List<JsonNode> answers() throws IOException {
        try (var values =
                MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(out.toByteArray())) {
            return values.readAll();
        }
    }
}
