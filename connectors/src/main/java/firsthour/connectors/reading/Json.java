package firsthour.connectors.reading;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.http.Answer;
import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Asks a network for JSON of one shape, and says what it means when something else comes.
///
/// @param <T> the shape, a record whose parts may be missing
public final class Json<T> {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // A list that holds nothing in one of its places holds one thing less.
                    .withConfigOverride(
                            List.class,
                            lists ->
                                    lists.setSetterInfo(
                                            JsonSetter.Value.forContentNulls(Nulls.SKIP)))
                    .build();

    private final Class<T> shape;
    private final Predicate<T> whole;
    private final String wanted;
    private final String addressField;
    private final Function<Answer, Optional<Refusal>> explanation;

    /// Reads answers of one shape.
    ///
    /// @param whole whether an answer has what no answer lacks: another one means that the network
    ///   has changed
    /// @param wanted what that is, for a person: "list of hits"
    /// @param addressField the setting that holds the address, or would
    public Json(Class<T> shape, Predicate<T> whole, String wanted, String addressField) {
        this(shape, whole, wanted, addressField, answer -> Optional.empty());
    }

    private Json(
            Class<T> shape,
            Predicate<T> whole,
            String wanted,
            String addressField,
            Function<Answer, Optional<Refusal>> explanation) {
        this.shape = shape;
        this.whole = whole;
        this.wanted = wanted;
        this.addressField = addressField;
        this.explanation = explanation;
    }

    /// The same, for a network that explains its refusals in words of its own.
    ///
    /// @param explanation is asked first of any answer that is not 2xx; empty where the status says
    ///   enough
    public Json<T> explainedBy(Function<Answer, Optional<Refusal>> explanation) {
        return new Json<>(shape, whole, wanted, addressField, explanation);
    }

    /// Writes a body in JSON.
    public static String write(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written in JSON", e);
        }
    }

    /// A JSON answer as a tree; a missing node where it is none.
    public static JsonNode tree(Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return MissingNode.getInstance(); // whoever asks finds nothing there
        }
    }

    /// Reads a text of one shape; empty where it is none.
    public static <T> Optional<T> find(String text, Class<T> shape) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, shape));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // whoever asks counts it
        }
    }

    /// Reads a part of a tree as one shape; empty where it has another.
    public static <T> Optional<T> find(JsonNode tree, Class<T> shape) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(tree, shape));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // whoever asks counts it
        }
    }

    /// What came.
    public sealed interface Reply<T> {
        Budget budget();

        /// The same with another budget.
        default Reply<T> within(Budget other) {
            return switch (this) {
                case Read<T>(T value, Answer answer, _) -> new Read<>(value, answer, other);
                case Refused<T>(Refusal why, _, boolean tooLarge) ->
                        new Refused<>(why, other, tooLarge);
            };
        }

        /// What it says of posts that are known.
        ///
        /// @param seen what the answer shows
        /// @param gone what it means when the network says [Refusal.Gone]
        default Look look(BiFunction<T, Budget, Look> seen, Set<String> gone) {
            return switch (this) {
                case Read<T>(T value, _, Budget budget) -> seen.apply(value, budget);
                case Refused<T>(Refusal.Gone _, Budget budget, _) ->
                        new Look.Seen(List.of(), gone, budget);
                case Refused<T>(Refusal why, Budget budget, _) -> new Look.Refused(why, budget);
            };
        }

        /// What it says of a reply that was sent.
        ///
        /// @param done what the network's answer says of it
        default Sent sent(Function<T, Sent> done) {
            return switch (this) {
                case Read<T>(T value, _, _) -> done.apply(value);
                case Refused<T>(Refusal why, _, _) -> Sent.after(why);
            };
        }

        record Read<T>(T value, Answer answer, Budget budget) implements Reply<T> {}

        /// Nothing usable came.
        ///
        /// @param tooLarge whether an answer to a smaller question might come
        record Refused<T>(Refusal why, Budget budget, boolean tooLarge) implements Reply<T> {}
    }

    /// Sends a request and reads the answer.
    public Reply<T> ask(Outbound outbound, Request request) {
        return switch (outbound.send(request)) {
            case NoAnswer none ->
                    new Reply.Refused<>(
                            Refusals.of(none), Budget.UNSAID, none.why() == NoAnswer.Why.TOO_LARGE);
            case Answer answer -> {
                Budget budget = Refusals.budget(answer);
                Optional<Refusal> refusal = refusal(answer);
                yield refusal.isPresent() ? refused(refusal.get(), budget) : read(answer, budget);
            }
        };
    }

    /// Sends a reply and says what became of it.
    ///
    /// @param done what the network's answer says of it
    public Sent post(Outbound outbound, Request request, Function<T, Sent> done) {
        return ask(outbound, request).sent(done);
    }

    /// Looks at posts that are known.
    ///
    /// @param seen what the answer shows
    /// @param gone what it means when the network says [Refusal.Gone]
    public Look look(
            Outbound outbound,
            Request request,
            BiFunction<T, Budget, Look> seen,
            Set<String> gone) {
        return ask(outbound, request).look(seen, gone);
    }

    private Optional<Refusal> refusal(Answer answer) {
        return answer.status() / 100 == 2
                ? Optional.empty()
                : explanation.apply(answer).or(() -> Refusals.find(answer, addressField));
    }

    private Reply<T> read(Answer answer, Budget budget) {
        String host = answer.uri().getHost();
        if (answer.isWebPage() || answer.mediaType().equals("text/html")) {
            return changed(
                    host
                            + " answered with a web page where JSON was due: perhaps to sign in,"
                            + " or from a proxy in between.",
                    answer,
                    budget);
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return refused(
                    new Refusal.Transient("The answer of " + host + " breaks off or is not JSON."),
                    budget);
        }
        try {
            @Nullable T value = MAPPER.treeToValue(tree, shape);
            return value == null || !whole.test(value)
                    ? changed("The answer of " + host + " holds no " + wanted + ".", answer, budget)
                    : new Reply.Read<>(value, answer, budget);
        } catch (JsonProcessingException e) {
            return changed(
                    "The answer of " + host + " has another shape than before.", answer, budget);
        }
    }

    private Reply<T> changed(String detail, Answer answer, Budget budget) {
        return refused(new Refusal.SourceChanged(detail, Excerpt.of(answer)), budget);
    }

    private Reply<T> refused(Refusal why, Budget budget) {
        return new Reply.Refused<>(why, budget, false);
    }
}
