package firsthour.web.sources;

import firsthour.brand.Arrival;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.security.Roles;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;

/// Makes a webhook's secret anew.
@Controller("/sources/{id}/secret")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SecretController {
    private final Sources sources;
    private final WebhookSecrets secrets;
    private final SourceViews views;

    SecretController(Sources sources, WebhookSecrets secrets, SourceViews views) {
        this.sources = sources;
        this.secrets = secrets;
        this.views = views;
    }

    /// Answers with the page itself: the secret is shown once.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @View(SourceViews.TEMPLATE)
    SourceView renew(long id) {
        var source =
                sources.find(id)
                        .filter(known -> known.arrival() == Arrival.SENT)
                        .orElseThrow(() ->
                                new HttpStatusException(HttpStatus.NOT_FOUND, "No such source"));
        return views.of(source, secrets.renew(id));
    }
}
