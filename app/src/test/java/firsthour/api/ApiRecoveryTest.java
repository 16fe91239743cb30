package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.recovery.Desk;
import firsthour.team.Role;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What programs read and do after the answer: signs, thanks, testimonials.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ApiRecoveryTest {
    private final Stage stage;
    private final Desk desk;
    private final Programs programs;
    private Program anna;
    private long praise;

    ApiRecoveryTest(Stage stage, Desk desk, Programs programs) {
        this.stage = stage;
        this.desk = desk;
        this.programs = programs;
    }

    @BeforeEach
    void annPraises() {
        stage.reset();
        programs.of(Role.ADMIN);
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        anna = programs.of(Stage.ANNA);
        praise = desk.kind(desk.post("ann").text("Best coffee in town"));
    }

    @Test
    void praiseIsThankedOnce() {
        assertThat(anna.get("/praise/" + praise).text("postsTo")).isEqualTo("Letters");
        var shouted =
                anna.post("/praise/" + praise + "/post", "{\"text\":\"THANK YOU SO MUCH, ANN\"}");
        assertThat(shouted.status()).isEqualTo(400);
        assertThat(shouted.body().path("errors").toString()).contains("reasons.CAPITALS");
        var said = anna.post("/praise/" + praise + "/post", "{\"text\":\"Thank you, Ann. Anna\"}");
        assertThat(said.text("posting")).isEqualTo("POSTED");
        assertThat(anna.post("/praise/" + praise + "/record", "{\"text\":\"Again.\"}").text("code"))
                .isEqualTo("NOT_POSSIBLE");
        assertThat(anna.post("/praise/" + praise + "/again", "").text("code"))
                .isEqualTo("NOT_POSSIBLE");
        assertThat(anna.post("/praise/" + praise + "/drop", "").text("code"))
                .isEqualTo("NOT_POSSIBLE");
        var listed = anna.get("/praise?show=THANKED").body().path("items").path(0);
        assertThat(listed.path("thanks").path("by").asText()).isEqualTo("Anna");
        assertThat(anna.get("/praise?show=OPEN").body().path("items")).isEmpty();
        assertThat(anna.post("/praise/9876/post", "{\"text\":\"x\"}").status()).isEqualTo(404);
    }

    @Test
    void aTestimonialIsAskedGrantedUsedAndWithdrawn() {
        var path = "/mentions/" + praise + "/testimonial";
        assertThat(anna.post(path, "{\"quote\":\"Best tea\"}").body().toString()).contains("quote");
        var asked = anna.post(path, "{\"quote\":\"Best coffee\"}");
        var one = "/testimonials/" + asked.text("id");
        assertThat(anna.get(one).text("state")).isEqualTo("ASKED");
        assertThat(anna.get("/testimonials/usable").body().path("items")).isEmpty();

        var granted =
                anna.post(
                        one + "/grant",
                        """
                        {"version":1,"scopes":["PRINT"],"named":false,"lastDay":"2026-12-31",
                        "proof":"In her reply"}
                        """);
        assertThat(granted.text("version")).isEqualTo("2");
        var usable = anna.get("/testimonials/usable?scope=PRINT").body().path("items").path(0);
        assertThat(usable.path("quote").asText()).isEqualTo("Best coffee");
        assertThat(usable.path("author").isNull()).isTrue();
        assertThat(anna.get("/testimonials/usable?scope=WEBSITE").body().path("items")).isEmpty();
        assertThat(anna.post(one + "/withdraw", "{\"version\":1,\"byCustomer\":true}").text("code"))
                .isEqualTo("STALE");

        assertThat(usable.path("rewritten").asBoolean()).isFalse();
        stage.execute("UPDATE post SET text = 'Never again', edited_at = '2027-01-01'");
        assertThat(anna.get("/testimonials/usable").body().path("items")).isEmpty();
        assertThat(anna.get(one).body().path("rewritten").asBoolean()).isTrue();

        stage.execute("UPDATE post SET deleted_at = published_at, text = ''");
        assertThat(anna.get("/testimonials/usable").body().path("items")).isEmpty();
        assertThat(anna.get("/testimonials").body().toString())
                .contains("POST_DELETED")
                .doesNotContain("Best coffee");
        stage.execute("UPDATE post SET deleted_at = NULL");

        assertThat(anna.post(one + "/withdraw", "{\"version\":2,\"byCustomer\":true}").status())
                .isEqualTo(200);
        assertThat(anna.get(one).text("quote")).isEmpty();
        assertThat(anna.get(one).text("ending")).isEqualTo("BY_CUSTOMER");
    }

    @Test
    void aPermissionIsSentToTheLetter() {
        var asked =
                anna.post("/mentions/" + praise + "/testimonial", "{\"quote\":\"Best coffee\"}");
        var grant = "/testimonials/" + asked.text("id") + "/grant";
        assertThat(
                        anna.post(grant, "{\"version\":1,\"scopes\":[],\"named\":true}")
                                .body()
                                .toString())
                .contains("at least one");
        assertThat(anna.post(grant, "{\"version\":1,\"scopes\":[\"TV\"],\"named\":true}").status())
                .isEqualTo(400);
        assertThat(
                        anna.post(
                                        grant,
                                        "{\"version\":1,\"scopes\":[\"PRINT\"],\"named\":true,"
                                                + "\"proof\":\"x\",\"lastDay\":\"soon\"}")
                                .body()
                                .toString())
                .contains("lastDay");
    }

    @Test
    void aCaseTellsItsSignsAndWhoElseItsCustomerIs() {
        var id = stage.complaint("rob");
        desk.answer(id);
        stage.execute("UPDATE reply SET posted_at = posted_at - INTERVAL 1 MINUTE");
        var thanks = desk.kind(desk.post("rob").text("It works").inReplyTo("post of rob"));
        desk.sweep();
        var recovery = anna.get("/cases/" + id).body().path("recovery");
        assertThat(recovery.path("signs").path(0).path("kind").asText()).isEqualTo("THANKS");
        assertThat(recovery.path("signs").path(0).path("mentionId").asLong()).isEqualTo(thanks);

        stage.execute("UPDATE post SET network = 'letters' WHERE id > 0");
        stage.execute("UPDATE cases SET network = 'letters'");
        var linked =
                anna.post(
                        "/cases/" + id + "/persons",
                        "{\"network\":\"letters\",\"handle\":\"@ann\"}");
        var link = linked.body().path("links").path(0).asLong();
        assertThat(link).isPositive();
        assertThat(anna.get("/cases/" + id).body().path("recovery").path("persons").toString())
                .contains("ann");
        assertThat(
                        anna.post("/cases/" + id + "/persons/" + link + "/remove", "")
                                .body()
                                .path("links"))
                .isEmpty();
        assertThat(anna.post("/cases/" + id + "/persons/" + link + "/remove", "").status())
                .isEqualTo(404);
        assertThat(
                        anna.post(
                                        "/cases/" + id + "/persons",
                                        "{\"network\":\"letters\",\"handle\":\"nobody\"}")
                                .status())
                .isEqualTo(400);
    }
}
