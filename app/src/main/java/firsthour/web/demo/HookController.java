package firsthour.web.demo;

import firsthour.demo.PlayedChat;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// What Slack would be: takes webhooks of whoever knows the token, and answers in Slack's words.
@Controller("/demo/hook")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "firsthour.demo", value = "true")
final class HookController {
    private final PlayedChat chat;

    HookController(PlayedChat chat) {
        this.chat = chat;
    }

    @Post("/{token}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> receive(
            String token, @Header("Idempotency-Key") String key, @Body String body) {
        var word = chat.receive(token, key, body);
        return switch (word) {
            case "ok" -> HttpResponse.ok(word);
            case "no_service" -> HttpResponse.notFound(word);
            default -> HttpResponse.badRequest(word);
        };
    }
}
