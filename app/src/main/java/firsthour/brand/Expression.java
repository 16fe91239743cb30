package firsthour.brand;

import java.util.List;
import java.util.stream.Stream;

/// A tracked query, parsed.
sealed interface Expression {

    /// Words in this order. The last may be a beginning only: `kestr*`.
    record Phrase(String words, boolean prefix) implements Expression {}

    record And(List<Expression> parts) implements Expression {}

    record Or(List<Expression> parts) implements Expression {}

    record Not(Expression part) implements Expression {}

    /// Whether a post may match without containing any of the words: such a query would match
    /// nearly everything.
    default boolean matchesWithoutWords() {
        return switch (this) {
            case Phrase _ -> false;
            case Not _ -> true;
            case And(var parts) -> parts.stream().allMatch(Expression::matchesWithoutWords);
            case Or(var parts) -> parts.stream().anyMatch(Expression::matchesWithoutWords);
        };
    }

    /// The phrases of which every match holds at least one: what a network is asked for.
    default List<String> searchPhrases() {
        return switch (this) {
            case Phrase(var words, _) -> List.of(words);
            case Not _ -> List.of();
            case Or(var parts) ->
                    parts.stream().flatMap(p -> p.searchPhrases().stream()).distinct().toList();
            // One part suffices, since all must match: the one that asks for the least.
            case And(var parts) ->
                    parts.stream()
                            .filter(p -> !p.matchesWithoutWords())
                            .map(Expression::searchPhrases)
                            .min((a, b) -> Integer.compare(breadth(a), breadth(b)))
                            .orElse(List.of());
        };
    }

    /// Few phrases first, then long ones.
    private static int breadth(List<String> phrases) {
        return phrases.size() * 1000
                - Stream.of(phrases).mapToInt(p -> p.getFirst().length()).sum();
    }
}
