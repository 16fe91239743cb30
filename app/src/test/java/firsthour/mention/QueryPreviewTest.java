package firsthour.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.brand.QueryError;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class QueryPreviewTest {
    private final QueryPreview preview;
    private final Stage stage;

    QueryPreviewTest(QueryPreview preview, Stage stage) {
        this.preview = preview;
        this.stage = stage;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void saysHowManyOfTheStoredPostsItCatchesAndShowsTheNewest() throws QueryError {
        stage.posts(12);
        stage.post("bird").text("A kestrel is a bird").store();
        stage.post("coffee").text("Late").store();
        stage.execute("UPDATE post SET title = 'Kestrel' WHERE external_id = 'coffee'");

        var caught = preview.of("kestrel -bird");
        assertThat(caught.lookedAt()).isEqualTo(14);
        assertThat(caught.caught()).isEqualTo(1);
        assertThat(caught.newest()).extracting(PostRow::title).containsExactly("Kestrel");

        var many = preview.of("post");
        assertThat(many.caught()).isEqualTo(12);
        assertThat(many.newest())
                .extracting(PostRow::text)
                .hasSize(10)
                .startsWith("Post 12", "Post 11");
    }

    @Test
    void leavesOutWhatItsAuthorDeleted() throws QueryError {
        stage.post("1").text("kestrel").store();
        stage.execute("UPDATE post SET deleted_at = detected_at");

        assertThat(preview.of("kestrel").lookedAt()).isZero();
    }

    @Test
    void aQueryThatCannotBeReadIsExplained() {
        assertThatThrownBy(() -> preview.of("kestrel AND (")).isInstanceOf(QueryError.class);
    }
}
