package firsthour.triage;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the rules of routing ask about a case.
///
/// @param topics in lower case; none also where they were not judged
/// @param language in lower case, without its region; empty where it is not known
/// @param severity 0 to 100; empty where it was not judged
/// @param reach about how many read the post
/// @param earlierPosts of this author about the brand
/// @param vip whether a manager named the author
record RoutingFacts(
        long caseId,
        long brandId,
        String network,
        CaseKind kind,
        Set<String> topics,
        Optional<String> language,
        OptionalInt severity,
        long reach,
        int earlierPosts,
        boolean vip) {

    RoutingFacts {
        topics = Set.copyOf(topics);
    }
}
