package firsthour.triage;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a deed on many cases.
public sealed interface BulkResult {

    /// The deed was tried on each case.
    ///
    /// @param id under which it can be looked at, and taken back for a minute
    /// @param undone whether it was taken back as well
    record Done(long id, BulkDeed.Kind kind, boolean undone, List<One> cases)
            implements BulkResult {
        /// Reasons that the sentence names.
        private static final int MOST_REASONS = 3;

        public Done {
            cases = List.copyOf(cases);
        }

        /// How many cases the deed changed.
        public long changed() {
            return cases.stream().filter(One::changed).count();
        }

        /// How many were put back.
        public long putBack() {
            return cases.stream().filter(One::putBack).count();
        }

        /// Those of which there is something to say: the deed changed nothing, or was not taken
        /// back.
        public List<One> odd() {
            return cases.stream()
                    .filter(one -> one.brief().isPresent() && one.changed() == undone)
                    .toList();
        }

        /// "37 claimed, 3 not: taken by Sam."
        @Override
        public String inWords() {
            var done =
                    undone
                            ? t("{0} put back", number(putBack()))
                            : number(changed()) + " " + kind.done();
            var odd = odd();
            return odd.isEmpty()
                    ? done + "."
                    : t("{0}, {1} not: {2}.", done, number(odd.size()), why(odd));
        }

        /// The reasons, the most frequent first, each with its number where there are several.
        private static String why(List<One> odd) {
            var counts = new LinkedHashMap<String, Integer>();
            odd.forEach(one -> counts.merge(one.brief().orElseThrow(), 1, Integer::sum));
            if (counts.size() == 1) {
                return counts.keySet().iterator().next();
            }
            var parts = new ArrayList<String>();
            counts.entrySet().stream()
                    .sorted((a, b) -> b.getValue().compareTo(a.getValue()))
                    .limit(MOST_REASONS)
                    .forEach(entry -> parts.add(entry.getValue() + " " + entry.getKey()));
            if (counts.size() > MOST_REASONS) {
                parts.add(t("and more"));
            }
            return String.join(", ", parts);
        }
    }

    /// Nothing was tried.
    ///
    /// @param advice why, and what to do instead
    record Refused(String advice) implements BulkResult {
        @Override
        public String inWords() {
            return advice;
        }
    }

    /// What became of it, a sentence.
    String inWords();

    /// One of the cases.
    ///
    /// @param version after the deed; empty where it changed nothing
    /// @param brief why nothing was changed, or not put back, in a few words
    /// @param words the same in full
    record One(
            long caseId,
            Optional<Long> version,
            boolean putBack,
            Optional<String> brief,
            Optional<String> words) {

        /// Whether the deed changed it.
        public boolean changed() {
            return version.isPresent();
        }
    }

    /// A case as it is read.
    @Introspected
    record Row(
            long caseId,
            @Nullable Long version,
            @Nullable String brief,
            @Nullable String words,
            boolean undone) {

        One one() {
            return new One(
                    caseId,
                    Optional.ofNullable(version),
                    undone,
                    Optional.ofNullable(brief),
                    Optional.ofNullable(words));
        }
    }
}
