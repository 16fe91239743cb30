package firsthour.triage;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

@MappedEntity("routing_rule")
record RoutingRuleRow(
        @Id @GeneratedValue long id,
        int place,
        String name,
        RoutingRule.State state,
        @Nullable Long brandId,
        @Nullable String network,
        @Nullable String topic,
        @Nullable CaseKind kind,
        @Nullable String language,
        @Nullable Integer minSeverity,
        @Nullable Long minReach,
        @Nullable Integer minEarlier,
        boolean vip,
        @Nullable Long teamId,
        @Nullable String skill,
        RoutingTarget.Manner manner,
        @Nullable Long triedVersion,
        long version) {

    RoutingRule rule() {
        return new RoutingRule(
                id,
                place,
                name,
                state,
                new RoutingConditions(
                        Optional.ofNullable(brandId),
                        Optional.ofNullable(network),
                        Optional.ofNullable(topic),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(language),
                        minSeverity == null ? OptionalInt.empty() : OptionalInt.of(minSeverity),
                        minReach == null ? OptionalLong.empty() : OptionalLong.of(minReach),
                        minEarlier == null ? OptionalInt.empty() : OptionalInt.of(minEarlier),
                        vip),
                new RoutingTarget(Optional.ofNullable(teamId), Optional.ofNullable(skill), manner),
                triedVersion != null && triedVersion == version,
                version);
    }

    /// A rule as it is written.
    static RoutingRuleRow of(long id, int place, long version, RoutingRule.Draft draft) {
        var conditions = draft.conditions();
        var target = draft.target();
        return new RoutingRuleRow(
                id,
                place,
                draft.name(),
                RoutingRule.State.DRAFT,
                conditions.brandId().orElse(null),
                conditions.network().orElse(null),
                conditions.topic().orElse(null),
                conditions.kind().orElse(null),
                conditions.language().orElse(null),
                conditions.minSeverity().isPresent() ? conditions.minSeverity().getAsInt() : null,
                conditions.minReach().isPresent() ? conditions.minReach().getAsLong() : null,
                conditions.minEarlier().isPresent() ? conditions.minEarlier().getAsInt() : null,
                conditions.vip(),
                target.teamId().orElse(null),
                target.skill().orElse(null),
                target.manner(),
                null,
                version);
    }
}
