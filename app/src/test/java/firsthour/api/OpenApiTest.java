package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.http.HttpMethod;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// That the document and its page tell what the server does.
@MicronautTest(transactional = false)
class OpenApiTest {
    private static final String SHAPES = "#/components/schemas/";

    private final TestPeople people;
    private final Programs programs;
    private final Router router;
    private JsonNode document;

    OpenApiTest(TestPeople people, Programs programs, Router router) {
        this.people = people;
        this.programs = programs;
        this.router = router;
    }

    @BeforeEach
    void read() {
        people.add(Role.ADMIN);
        document = programs.withoutToken().get("/openapi.json").body();
    }

    @Test
    void itHoldsEachRouteWithItsScopeAndNothingElse() {
        var told = new TreeMap<String, List<String>>();
        forEachOperation((route, operation) -> {
            var scopes = new ArrayList<String>();
            operation
                    .path("tags")
                    .forEach(tag -> {
                        if (tag.asText().startsWith("scope ")) {
                            scopes.add(tag.asText().substring(6));
                        }
                    });
            told.put(route, scopes);
        });
        var served = new TreeMap<String, List<String>>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route ->
                        route.getUriMatchTemplate().toPathString().startsWith(ApiPath.ROOT + "/")
                                && !route.getUriMatchTemplate()
                                        .toPathString()
                                        .endsWith("/openapi.json"))
                .forEach(route -> {
                    var scopes =
                            Arrays.stream(route.getAnnotationMetadata().stringValues(Secured.class))
                                    .flatMap(constant -> Scopes.find(constant).stream())
                                    .map(Enum::name)
                                    .toList();
                    served.put(
                            route.getHttpMethod()
                                    + " "
                                    + route.getUriMatchTemplate().toPathString(),
                            // Where any will do, none is named.
                            scopes.size() == 1 ? scopes : List.of());
                });
        assertThat(told)
                .as("a room of pages that is missing in app/openapi.properties is told here")
                .isEqualTo(served);
    }

    @Test
    void eachRequestIsDescribedAndNamedOnce() {
        var names = new ArrayList<String>();
        forEachOperation((route, operation) -> {
            names.add(operation.path("operationId").asText());
            assertThat(operation.path("summary").asText()).as(route).endsWith(".");
            assertThat(operation.path("security").toString())
                    .as(route)
                    .isEqualTo("[{\"token\":[]}]");
            assertThat(operation.path("responses").has("200")).as(route).isTrue();
            if (operation.path("requestBody").isObject()) {
                assertThat(operation.path("requestBody").toString())
                        .as(route)
                        .contains(SHAPES + "Sent.")
                        .doesNotContain("allOf");
            }
        });
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
        var shapes = document.path("components").path("schemas");
        assertThat(shapes.path("Sent.Dismissal").path("required").toString())
                .contains("version", "reason")
                .doesNotContain("note");
        assertThat(
                        shapes.path("Sent.Dismissal")
                                .path("properties")
                                .path("note")
                                .path("nullable")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void everyShapeThatIsReferredToIsThereAndOnlyThose() {
        var shapes = document.path("components").path("schemas");
        var references =
                Pattern.compile(Pattern.quote(SHAPES) + "([^\"]+)")
                        .matcher(document.toString())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        for (var reference : references) {
            assertThat(shapes.has(reference)).as(reference).isTrue();
        }
        shapes.fieldNames().forEachRemaining(name -> assertThat(references).contains(name));
        assertThat(document.toString()).doesNotContain("View\"").doesNotContain("Form\"");
    }

    @Test
    void thePageShowsEachRequestAndLoadsNothingFromElsewhere() {
        var page = people.signedIn(Role.VIEWER).get("/account/api");
        assertThat(page.statusCode()).isEqualTo(200);
        forEachOperation((route, operation) ->
                assertThat(page.body())
                        .contains(
                                ">" + route.substring(route.indexOf(' ') + 1) + "<",
                                operation.path("summary").asText().replaceFirst("[\"'].*", "")));
        document.path("components")
                .path("schemas")
                .fieldNames()
                .forEachRemaining(
                        name -> assertThat(page.body()).contains("id=\"shape-" + name + "\""));
        assertThat(page.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
        var links =
                Pattern.compile("href=\"#(shape-[^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(page.body()).contains("id=\"" + link + "\""));
    }

    @FunctionalInterface
    private interface Look {
        void at(String route, JsonNode operation);
    }

    private void forEachOperation(Look look) {
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        look.at(
                                                HttpMethod.parse(
                                                                method.getKey()
                                                                        .toUpperCase(Locale.ROOT))
                                                        + " "
                                                        + path.getKey(),
                                                method.getValue())));
    }
}
