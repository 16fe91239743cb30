package firsthour.response;

import static firsthour.language.Texts.t;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who looks at a case now, and who writes.
///
/// @param drafter who writes an answer, and nobody else does meanwhile
public record Present(List<Person> looking, Optional<Drafter> drafter) {
    public Present {
        looking = List.copyOf(looking);
    }

    /// Somebody who looks.
    public record Person(long memberId, String name) {}

    /// Somebody who writes.
    ///
    /// @param since when they began
    public record Drafter(long memberId, String name, Instant since) {}

    /// What somebody should know of the others; empty where there is nobody else.
    ///
    /// @param reader who need not be told of themselves
    public String inWords(long reader) {
        var writes = drafter.filter(one -> one.memberId() != reader);
        var others =
                looking.stream()
                        .filter(one -> one.memberId() != reader)
                        .filter(one -> writes.filter(w -> w.memberId() == one.memberId()).isEmpty())
                        .map(Person::name)
                        .toList();
        var words =
                switch (others.size()) {
                    case 0 -> "";
                    case 1 -> t("{0} looks at this case as well.", others.getFirst());
                    case 2 ->
                            t(
                                    "{0} and {1} look at this case as well.",
                                    others.getFirst(), others.getLast());
                    default ->
                            t(
                                    "{0}, {1} and {2} more look at this case as well.",
                                    others.get(0), others.get(1), others.size() - 2);
                };
        return writes.map(one ->
                        (t("{0} is writing to the customer.", one.name()) + " " + words).strip())
                .orElse(words);
    }
}
