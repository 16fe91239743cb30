package firsthour.api;

import firsthour.security.Signed;
import io.micronaut.http.MediaType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Stands on each controller that programs call with a token: no form's token is asked for, it may
/// wait for the database, and the document says how it refuses.
@Signed
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = ApiDocumentController.TOKEN)
@ApiResponse(
        responseCode = "4XX",
        description = "Why it was not done.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_PROBLEM,
                        schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ForPrograms {}
