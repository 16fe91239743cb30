package firsthour.wiring;

import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.language.Spelling;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.toward.TargetModel;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/// Whether the models are there; loads none of them.
@Singleton
final class ModelsHealth implements HealthIndicator {

    @Override
    public Publisher<HealthResult> getResult() {
        var missing =
                Stream.of(
                                Models.missingModels(),
                                TargetModel.missingModels(),
                                Spelling.missingModels(),
                                CoreNlp.missingModels())
                        .flatMap(List::stream)
                        .toList();
        return Publishers.just(
                HealthResult.builder(
                                "models", missing.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                        .details(Map.of("missing", missing))
                        .build());
    }
}
