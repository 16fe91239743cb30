package firsthour.web.reference;

import firsthour.delivery.Links;
import firsthour.security.ApiPath;
import firsthour.security.Roles;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;

/// What programs can ask.
@Controller("/account/api")
@Secured(Roles.VIEWER_OR_ABOVE)
@Produces(MediaType.TEXT_HTML)
final class ReferenceController {
    private final OpenApi document;
    private final Links links;

    ReferenceController(OpenApi document, Links links) {
        this.document = document;
        this.links = links;
    }

    @Get
    @View("reference/reference")
    ReferenceView show() {
        return new ReferenceView(
                links.to(ApiPath.ROOT + "/openapi.json").toString(),
                "curl -H 'Authorization: Bearer firsthour_…' '%s'"
                        .formatted(links.to(ApiPath.ROOT + "/cases?limit=5")),
                document.listGroups(),
                document.listShapes());
    }
}
