package firsthour.sentiment.corenlp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A sentence with its basic dependencies (Universal Dependencies v1 as CoreNLP derives them from a
/// tree of constituents).
public record Sentence(List<Word> words) {

    /// What joins the words of one phrase to its head: "the app of Northline", "Northline's app".
    private static final Set<String> WITHIN_PHRASE =
            Set.of("compound", "flat", "nmod:poss", "nmod", "amod", "appos", "conj", "det", "dep");

    /// What stands before another thing, not before a part of the same.
    private static final Set<String> COMPARING =
            Set.of("than", "over", "instead", "compared", "unlike", "to", "from");

    /// The head of what is not a part of any other word.
    public static final int ROOT = -1;

    /// One word or sign.
    ///
    /// @param form in lower case
    /// @param tag of the Penn treebank
    /// @param head the place of the word that it depends on, [#ROOT] for none
    /// @param relation to its head; empty where the parse has none
    /// @param start offset of its first UTF-16 unit in the text that was parsed
    /// @param end offset after its last UTF-16 unit
    public record Word(String form, String tag, int head, String relation, int start, int end) {
        public boolean is(String... forms) {
            return List.of(forms).contains(form);
        }
    }

    public Sentence {
        words = List.copyOf(words);
    }

    public Word word(int at) {
        return words.get(at);
    }

    public IntStream places() {
        return IntStream.range(0, words.size());
    }

    public IntStream children(int head) {
        return places().filter(child -> words.get(child).head == head);
    }

    /// The children by a relation or its subtypes, "nsubj" and "nsubj:pass".
    public IntStream children(int head, String relation) {
        return children(head)
                .filter(child -> {
                    String of = words.get(child).relation;
                    return of.equals(relation) || of.startsWith(relation + ":");
                });
    }

    /// The place of the word that another depends on; empty for the root.
    public Optional<Integer> head(int of) {
        int head = words.get(of).head;
        return head == ROOT ? Optional.empty() : Optional.of(head);
    }

    /// What stands before a noun or a clause to join it: "than", "from", "instead".
    public Stream<String> markers(int of) {
        return marking(of).mapToObj(at -> words.get(at).form);
    }

    /// The place of one of them.
    public OptionalInt marker(int of, String form) {
        return marking(of).filter(at -> words.get(at).form.equals(form)).findFirst();
    }

    public boolean isMarked(int of, String form) {
        return marker(of, form).isPresent();
    }

    /// Whether a word depends on another, whatever the relation.
    public boolean has(int head, String form) {
        return children(head).anyMatch(child -> words.get(child).form.equals(form));
    }

    private IntStream marking(int of) {
        return IntStream.concat(children(of, "case"), children(of, "mark"));
    }

    /// The places of the words that name the same thing as a head: its own and those of its parts
    /// and possessors, but not what it is compared with.
    public IntStream phrase(int head) {
        return IntStream.concat(
                IntStream.of(head),
                children(head)
                        .filter(child -> WITHIN_PHRASE.contains(words.get(child).relation))
                        .filter(child ->
                                children(child)
                                        .noneMatch(at -> COMPARING.contains(words.get(at).form)))
                        .flatMap(this::phrase));
    }
}
