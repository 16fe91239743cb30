package firsthour.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// What is wrong with an answer that no honest server gives: a few flaws, one after another, and
/// perhaps an encoding that is not the one it names.
public record Garble(List<Flaw> flaws, Charset encoding) {
    private static final JsonMapper JSON = new JsonMapper();

    /// All that can go wrong, the likely more often.
    public static Arbitrary<Garble> any() {
        return Combinators.combine(anyFlaws(), Arbitraries.of(Oddities.ENCODINGS)).as(Garble::new);
    }

    /// One flaw more often than many: of many, one mostly spoils the whole.
    private static Arbitrary<List<Flaw>> anyFlaws() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, anyFlaw().list().ofSize(1)),
                Tuple.of(2, anyFlaw().list().ofSize(2)),
                Tuple.of(1, anyFlaw().list().ofSize(4)));
    }

    private static Arbitrary<Flaw> anyFlaw() {
        Arbitrary<Integer> at =
                Arbitraries.integers()
                        .between(0, 5_000)
                        .withDistribution(RandomDistribution.uniform());
        Arbitrary<Flaw> part =
                Combinators.combine(
                                at,
                                at,
                                Arbitraries.of(Change.class),
                                Arbitraries.of(Oddities.VALUES))
                        .as(Flaw.Part::new);
        Arbitrary<Flaw> alike =
                Combinators.combine(at, at)
                        .as((one, other) ->
                                new Flaw.Part(one, other, Change.REPLACE_ALIKE, "null"));
        Arbitrary<Flaw> characters =
                Combinators.combine(
                                at,
                                Arbitraries.integers().between(0, 40),
                                Arbitraries.of(Oddities.SNIPPETS))
                        .as(Flaw.Characters::new);
        Arbitrary<Flaw> prolog = Arbitraries.of(Oddities.PROLOGS).map(Flaw.Prolog::new);
        Arbitrary<Flaw> whole = Arbitraries.of(Oddities.BODIES).map(Flaw.Whole::new);
        return Arbitraries.frequencyOf(
                Tuple.of(6, part),
                Tuple.of(8, alike),
                Tuple.of(2, characters),
                Tuple.of(1, prolog),
                Tuple.of(1, whole));
    }

    /// The answer with its flaws.
    ///
    /// @param address of the server, for what asks to be fetched from it
    public byte[] of(String answer, String address) {
        return text(answer).replace(Oddities.HERE, address).getBytes(encoding);
    }

    /// The same as text, for what has no encoding of its own.
    public String text(String answer) {
        String garbled = answer;
        for (Flaw flaw : flaws) {
            garbled = flaw.in(garbled);
        }
        return garbled;
    }

    /// What is done to a part of a document.
    enum Change {
        REMOVE,
        REPLACE,
        REPLACE_ALIKE,
        RENAME,
        REPEAT,
        REPEAT_ID,
        WRAP,
        SWAP,
        UNWRAP
    }

    /// One thing that is wrong.
    sealed interface Flaw {
        String in(String answer);

        /// A part of a JSON or XML document is not what it was; of anything else, some characters.
        ///
        /// @param at which part, counted around
        /// @param other another part, where two are needed
        /// @param oddity JSON, proper or not
        record Part(int at, int other, Change change, String oddity) implements Flaw {
            @Override
            public String in(String answer) {
                if (answer.stripLeading().startsWith("<")) {
                    Document document = Parser.xmlParser().parseInput(answer, "");
                    document.outputSettings().prettyPrint(false);
                    return GarbledXml.change(document, this);
                }
                try {
                    JsonNode tree = JSON.readTree(answer);
                    return tree != null && tree.isContainerNode() && !tree.isEmpty()
                            ? GarbledJson.change(tree, this)
                            : new Characters(at, other % 40, oddity).in(answer);
                } catch (JsonProcessingException e) {
                    return new Characters(at, other % 40, oddity).in(answer); // spoilt before
                }
            }
        }

        /// Some characters are replaced.
        record Characters(int at, int length, String by) implements Flaw {
            @Override
            public String in(String answer) {
                int from = answer.isEmpty() ? 0 : at % answer.length();
                int to = Math.min(answer.length(), from + length);
                return answer.substring(0, from) + by + answer.substring(to);
            }
        }

        /// Something stands before the document, and what it declares is used in it.
        record Prolog(String text) implements Flaw {
            @Override
            public String in(String answer) {
                String document = answer.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
                return text + document.replaceFirst("(<(?:title|id)>)", "$1&b;");
            }
        }

        /// Something else comes instead.
        record Whole(String text) implements Flaw {
            @Override
            public String in(String answer) {
                return text;
            }
        }
    }
}
