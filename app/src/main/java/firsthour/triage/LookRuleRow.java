package firsthour.triage;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

@MappedEntity("look_rule")
record LookRuleRow(
        @Id @GeneratedValue long id,
        long brandId,
        String name,
        @Nullable Integer minSeverity,
        @Nullable Long minReach,
        boolean vip,
        boolean agentsOnly) {

    LookRule rule() {
        return new LookRule(
                id,
                brandId,
                name,
                new RoutingConditions(
                        Optional.of(brandId),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        minSeverity == null ? OptionalInt.empty() : OptionalInt.of(minSeverity),
                        minReach == null ? OptionalLong.empty() : OptionalLong.of(minReach),
                        OptionalInt.empty(),
                        vip),
                agentsOnly);
    }
}
