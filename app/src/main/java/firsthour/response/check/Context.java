package firsthour.response.check;

import firsthour.connectors.ReplyLimit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of the case that a reply answers.
///
/// @param answer it is meant as an answer of substance, not as a first word
/// @param customer who wrote
/// @param staff the name of who replies, as colleagues know it
/// @param post what the customer wrote; empty when it is no longer kept
/// @param space how long the network lets it be; empty where nobody knows
/// @param promiseRecorded what is promised on this case is written down somewhere
/// @param dictionary words that are right although no dictionary has them, in lower case
/// @param facts what may be told in public although it looks private: the brand's own number
/// @param told what the team said lately, the newest first
public record Context(
        boolean answer,
        Customer customer,
        String staff,
        String post,
        Optional<Space> space,
        boolean promiseRecorded,
        Set<String> dictionary,
        List<String> facts,
        List<Told> told) {
    public Context {
        dictionary = Set.copyOf(dictionary);
        facts = List.copyOf(facts);
        told = List.copyOf(told);
    }

    /// Who wrote, as the network shows them.
    public record Customer(Optional<String> name, Optional<String> handle) {}

    /// The room on a network.
    ///
    /// @param network its name for a person
    public record Space(String network, ReplyLimit limit) {}

    /// Something that the team said.
    ///
    /// @param id by which whoever made it finds it again
    public record Told(long id, Shingles shingles) {}
}
