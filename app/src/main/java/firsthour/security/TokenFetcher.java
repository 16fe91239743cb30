package firsthour.security;

import firsthour.language.Language;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Signs a program in by the token in `Authorization: Bearer …`.
@Singleton
final class TokenFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Scheduler blocking;

    TokenFetcher(ApiTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return find(request)
                .map(secret ->
                        Mono.fromSupplier(() -> tokens.read(secret))
                                .subscribeOn(blocking)
                                .flatMap(reading -> signIn(request, reading)))
                .orElseGet(Mono::empty);
    }

    private static Optional<String> find(HttpRequest<?> request) {
        var header = request.getHeaders().get("Authorization");
        return header != null
                        && ApiPath.holds(request)
                        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Mono<Authentication> signIn(HttpRequest<?> request, ApiTokens.Reading reading) {
        return switch (reading) {
            case ApiTokens.Reading.Refused(var why) -> {
                request.setAttribute(Refusals.TOKEN, why);
                yield Mono.empty();
            }
            case ApiTokens.Reading.Accepted(var bearer) -> {
                var member = bearer.member();
                yield Mono.just(
                        Authentication.build(
                                Long.toString(member.id()),
                                Scopes.of(bearer.token()),
                                Map.of(
                                        Sessions.SIGNED_IN,
                                        new SignedIn(
                                                member.id(),
                                                member.name(),
                                                member.role(),
                                                member.zone()),
                                        BearerBinder.BEARER,
                                        bearer,
                                        // Programs read English, whatever their member reads.
                                        Language.CHOSEN,
                                        Language.ENGLISH)));
            }
        };
    }
}
