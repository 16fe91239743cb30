package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever the cases are, all pages together show each of them once and in order.
class QueuePagingTest {
    private static final int POSTS = 180;
    private static final ApplicationContext CONTEXT =
            ApplicationContext.builder()
                    .properties(Map.of("controlled.time", "true"))
                    .environments("test")
                    .build();

    /// What decides about a case's place: few values, so that many are the same.
    record Placed(int priority, int dueMinute) {}

    @BeforeContainer
    static void start() {
        CONTEXT.start();
        var stage = CONTEXT.getBean(Stage.class);
        stage.reset();
        stage.posts(POSTS);
    }

    @AfterContainer
    static void stop() {
        CONTEXT.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void pagingNeitherLosesNorRepeatsACase(
            @ForAll("cases") List<Placed> placed, @ForAll boolean closed) {
        store(placed, closed);
        var shown = new ArrayList<QueueRow>();
        var after = Optional.<String>empty();
        do {
            var page = CONTEXT.getBean(Queue.class).find(filter(closed), after);
            assertThat(page.rows().size()).isLessThanOrEqualTo(Queue.PAGE);
            shown.addAll(page.rows());
            after = page.next();
            assertThat(shown).as("paging ends").hasSizeLessThanOrEqualTo(placed.size());
        } while (after.isPresent());

        var stage = CONTEXT.getBean(Stage.class);
        var order =
                closed ? "closed_at DESC, id DESC" : "priority DESC, due_at IS NULL, due_at, id";
        assertThat(shown.stream().map(row -> Long.toString(row.id())).toList())
                .isEqualTo(stage.column("SELECT id FROM cases ORDER BY " + order))
                .hasSize(placed.size());
    }

    @Provide
    Arbitrary<List<Placed>> cases() {
        return Combinators.combine(
                        Arbitraries.of(0, 50, 51, Priority.FLOOR),
                        Arbitraries.integers().between(0, 4))
                .as(Placed::new)
                .list()
                .ofMaxSize(POSTS);
    }

    private static void store(List<Placed> placed, boolean closed) {
        var stage = CONTEXT.getBean(Stage.class);
        stage.execute("DELETE FROM cases");
        if (placed.isEmpty()) {
            return;
        }
        var mentions = stage.column("SELECT id FROM mention ORDER BY id");
        var rows = new ArrayList<String>();
        for (int i = 0; i < placed.size(); i++) {
            var minute = placed.get(i).dueMinute();
            var at =
                    minute == 0 ? "NULL" : "'2026-11-16 12:0" + minute + ":00.00000" + minute + "'";
            rows.add(
                    "(1, 'COMPLAINT', '%s', %s, 'mastodon', %d, '[]', '2026-11-16', '2026-11-16', %s, %s)"
                            .formatted(
                                    closed ? "RESOLVED" : "OPEN",
                                    mentions.get(i),
                                    placed.get(i).priority(),
                                    closed ? "NULL" : at,
                                    closed ? "'2026-11-16 13:0" + minute + "'" : "NULL"));
        }
        stage.execute(
                """
                INSERT INTO cases (brand_id, kind, state, mention_id, network, priority,
                  priority_reasons, episode_started_at, opened_at, due_at, closed_at)
                VALUES %s
                """
                        .formatted(String.join(", ", rows)));
    }

    private static QueueFilter filter(boolean closed) {
        return new QueueFilter(
                Optional.empty(),
                QueueFilter.Whose.ALL,
                11,
                false,
                Optional.empty(),
                Optional.empty(),
                closed);
    }
}
