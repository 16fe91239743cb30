package firsthour.clocks;

import java.util.List;
import java.util.Optional;

/// What a brand promises: the first policy that applies to a post counts, and the last one is for
/// everything.
///
/// @param revision 0 where the standard counts
/// @param policies never empty
public record BrandPolicies(int revision, List<Policy> policies) {
    static final BrandPolicies STANDARD = new BrandPolicies(0, List.of(Policy.STANDARD));

    public BrandPolicies {
        policies = List.copyOf(policies);
    }

    /// The policy that counts for a post; empty where it is promised nothing.
    public Optional<Policy> findFor(Circumstances post) {
        return policies.stream().filter(policy -> policy.appliesTo(post)).findFirst();
    }

    /// The policy of this number.
    public Optional<Policy> find(int number) {
        return policies.stream().filter(policy -> policy.number() == number).findFirst();
    }
}
