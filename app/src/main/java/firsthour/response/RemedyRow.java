package firsthour.response;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("remedy")
record RemedyRow(
        @Id @GeneratedValue long id,
        long caseId,
        Remedy.Kind kind,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        String houseRule,
        long givenBy,
        Instant givenAt) {

    /// With the name of who gave it.
    @Introspected
    record Named(
            long id,
            Remedy.Kind kind,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            String houseRule,
            String memberName,
            Instant givenAt) {

        Remedy remedy() {
            return new Remedy(
                    id,
                    kind,
                    Optional.ofNullable(amount),
                    Optional.ofNullable(currency),
                    houseRule,
                    memberName,
                    givenAt);
        }
    }

    /// With its case.
    @Introspected
    record Given(
            long id,
            Remedy.Kind kind,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            String houseRule,
            String memberName,
            Instant givenAt,
            long caseId,
            String brandName) {

        GivenRemedy remedy() {
            var named =
                    new Named(id, kind, amount, currency, houseRule, memberName, givenAt).remedy();
            return new GivenRemedy(named, caseId, brandName);
        }
    }

    /// A sum of a currency.
    @Introspected
    record Worth(@Nullable String currency, @Nullable BigDecimal amount, int remedies) {}
}
