package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.Signed;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Hands out the document that the compiler made of these controllers. It tells what the code says
/// to everybody, and nothing of this installation, so it is open to all.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Firsthour",
                        version = "1",
                        description =
                                "Brands, sources, mentions, cases and what is done about them,"
                                        + " weekly figures, and the stream of events."))
@SecurityScheme(
        name = ApiDocumentController.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token of a member, made under Account.")
@Controller(ApiPath.ROOT + "/openapi.json")
@Secured(SecurityRule.IS_ANONYMOUS)
@Signed
@Hidden
final class ApiDocumentController {
    /// The name of the one way to sign in.
    static final String TOKEN = "token";

    /// Where the compiler puts it.
    static final String RESOURCE = "/META-INF/swagger/firsthour-v1.json";

    private final byte[] document = read();

    /// The document in JSON.
    @Get
    @Produces(MediaType.APPLICATION_JSON)
    byte[] document() {
        return document;
    }

    private static byte[] read() {
        try (InputStream content = ApiDocumentController.class.getResourceAsStream(RESOURCE)) {
            if (content == null) {
                throw new IllegalStateException("There is no " + RESOURCE);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
