package firsthour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Judges JSON Lines: one line out for each line in, in order. Lines that have come already are
/// judged together, up to 64, and written as soon as they and all before them are judged. Memory
/// does not grow with the number of lines.
final class ScoreLines {
    /// Lines that one thread takes at once, if they are there already: handing each over alone
    /// would cost more than judging it.
    private static final int LINES_TOGETHER = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final ObjectWriter ESCAPING =
            MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final Scorer scorer;
    private final boolean explain;
    private final int threads;

    ScoreLines(Scorer scorer, boolean explain, int threads) {
        this.scorer = scorer;
        this.explain = explain;
        this.threads = threads;
    }

    /// One line's answer; a complaint where the line was invalid, and an end after the last line.
    private sealed interface Answer {
        record Judged(String json) implements Answer {}

        record Invalid(String json, long number, String complaint) implements Answer {}

        record End() implements Answer {}
    }

    /// A line that is no post. The message never quotes the line.
    private static final class InvalidLine extends Exception {
        private static final long serialVersionUID = 1;

        InvalidLine(String complaint) {
            super(complaint);
        }
    }

    /// Reads until the input ends.
    ///
    /// @param errors takes a message for each invalid line
    /// @return how many lines were invalid
    /// @throws IOException when the input cannot be read or nobody takes the output any more
    long run(InputStream in, OutputStream out, PrintWriter errors)
            throws IOException, InterruptedException {
        BlockingQueue<Future<List<Answer>>> answers = new ArrayBlockingQueue<>(4 * threads);
        ExecutorService judges =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("judge-", 1).factory());
        // Its own thread, so that an answer is written while the next line is waited for.
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("reader")
                        .start(() -> readAll(new InputLines(in), judges, answers));
        var writer = new BufferedOutputStream(out);
        long invalid = 0;
        try {
            while (true) {
                for (Answer answer : answers.take().get()) {
                    switch (answer) {
                        case Answer.Judged judged -> write(judged.json, writer);
                        case Answer.Invalid line -> {
                            invalid++;
                            write(line.json, writer);
                            errors.println("line " + line.number + ": " + line.complaint);
                            errors.flush();
                        }
                        case Answer.End end -> {
                            return invalid;
                        }
                    }
                }
                writer.flush();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("A line could not be judged", failed.getCause());
        } finally {
            reader.interrupt();
            judges.shutdownNow();
        }
    }

    private void readAll(
            InputLines lines, ExecutorService judges, BlockingQueue<Future<List<Answer>>> answers) {
        try {
            try {
                for (var next = together(lines); !next.isEmpty(); next = together(lines)) {
                    List<InputLines.Line> read = next;
                    answers.put(judges.submit(() -> answers(read)));
                }
                answers.put(CompletableFuture.completedFuture(List.of(new Answer.End())));
            } catch (IOException unreadable) {
                answers.put(CompletableFuture.failedFuture(unreadable));
            }
        } catch (InterruptedException stopped) {
            // The writer has stopped and waits for nothing more.
            Thread.currentThread().interrupt();
        }
    }

    /// The next line, and those behind it that have come already.
    private static List<InputLines.Line> together(InputLines lines) throws IOException {
        var read = new ArrayList<InputLines.Line>();
        do {
            lines.next().ifPresent(read::add);
        } while (read.size() < LINES_TOGETHER && lines.ready());
        return read;
    }

    private List<Answer> answers(List<InputLines.Line> lines) throws JsonProcessingException {
        var answers = new ArrayList<Answer>(lines.size());
        for (var line : lines) {
            answers.add(answer(line));
        }
        return answers;
    }

    private Answer answer(InputLines.Line line) throws JsonProcessingException {
        JsonNode id = MAPPER.nullNode();
        try {
            JsonNode post = parse(line);
            id = id(post);
            return new Answer.Judged(
                    json(ScoreView.of(id, scorer.score(subject(post), explain), explain)));
        } catch (InvalidLine invalid) {
            String complaint = String.valueOf(invalid.getMessage());
            return new Answer.Invalid(
                    json(new ScoreView.Failure(id, complaint)), line.number(), complaint);
        }
    }

    private static JsonNode parse(InputLines.Line line) throws InvalidLine {
        if (line.tooLong()) {
            throw new InvalidLine(
                    "longer than " + InputLines.MAXIMUM_LENGTH / (1024 * 1024) + " MB");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line.bytes()))
                            .toString();
            JsonNode post = MAPPER.readTree(text);
            if (!post.isObject()) {
                throw new InvalidLine(
                        post.isMissingNode()
                                ? "empty, a JSON object was expected"
                                : "not an object");
            }
            return post;
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidLine("not valid UTF-8");
        } catch (JsonProcessingException notJson) {
            // Its own message would quote the line.
            throw new InvalidLine("not JSON, see column " + notJson.getLocation().getColumnNr());
        }
    }

    private static Subject subject(JsonNode post) throws InvalidLine {
        String text =
                string(post, "text").orElseThrow(() -> new InvalidLine("\"text\" is missing"));
        return new Subject(
                text, string(post, "target"), string(post, "lang"), rating(post), Map.of());
    }

    private static Optional<String> string(JsonNode post, String field) throws InvalidLine {
        JsonNode value = post.path(field);
        if (value.isMissingNode() || (value.isNull() && !field.equals("text"))) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new InvalidLine("\"" + field + "\" is not a string");
        }
        return Optional.of(value.textValue());
    }

    private static OptionalInt rating(JsonNode post) throws InvalidLine {
        JsonNode value = post.path("rating");
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > 5) {
            throw new InvalidLine("\"rating\" is not a whole number from 1 to 5");
        }
        return OptionalInt.of(value.intValue());
    }

    private static JsonNode id(JsonNode post) throws InvalidLine {
        JsonNode id = post.path("id");
        if (id.isMissingNode() || id.isNull()) {
            return MAPPER.nullNode();
        }
        if (!id.isTextual() && !id.isNumber()) {
            throw new InvalidLine("\"id\" is neither a string nor a number");
        }
        return id;
    }

    /// Half a surrogate pair cannot be written in UTF-8: such a line is written in ASCII, escaped.
    private static String json(Object view) throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(view);
        return StandardCharsets.UTF_8.newEncoder().canEncode(json)
                ? json
                : ESCAPING.writeValueAsString(view);
    }

    private static void write(String json, OutputStream out) throws IOException {
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
