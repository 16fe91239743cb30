package firsthour.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/// What every network's reader does when a server answers with what makes no sense. Part of
/// [ConnectorContract].
public abstract class FuzzContract extends PretendedNetwork {
    /// More than any connector asks in one pull.
    private static final int MOST_REQUESTS = 60;

    private static final int ALL = -1;

    private static final Duration HANGING = QUICK.total().multipliedBy(3);

    private final List<Sample> before = Sample.some(6, 1, START.minusSeconds(900), 40);
    private final Sample meanwhile = new Sample(800, "Acme once more", START.plusSeconds(20));
    private final Map<Checkpoint, Integer> usual = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean trapped = new AtomicBoolean();
    private Checkpoint known = Checkpoint.NONE;

    @Provide
    Arbitrary<Garble> garbles() {
        return Garble.any();
    }

    /// @param first whether it is the first pull that is answered so, or one that finds a new post
    /// @param any which of the requests is answered so, counted around; every third time all are
    @Property(seed = "20261109", edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(Tries.class)
    @Tag("fuzz")
    void noGarbledAnswerMakesItFailHangOrDeaf(
            @ForAll("garbles") Garble garble,
            @ForAll boolean first,
            @ForAll @IntRange(max = 59) int any) {
        SERVER.resetRequests();
        setTime(START);
        List<Sample> posts = new ArrayList<>(before);
        if (!first) {
            posts.add(meanwhile);
        }
        Checkpoint from = first ? Checkpoint.NONE : afterTheFirst();
        garbles(garble, posts, any % 3 == 0 ? ALL : any % asked(from, posts));

        Pull pull = assertTimeoutPreemptively(HANGING, () -> pull(from));

        assertThat(trapped).as("what a document declares is fetched").isFalse();
        assertThat(requests).hasValueLessThan(MOST_REQUESTS);
        if (pull instanceof Pull.Refused) {
            holds(posts);
            assertThat(ids(drain(from)))
                    .containsExactlyInAnyOrderElementsOf(
                            (first ? before : List.of(meanwhile))
                                    .stream().map(this::idOf).toList());
        } else {
            Checkpoint next = pull instanceof Pull.Page page ? page.next() : from;
            Sample fresh = new Sample(900, "Acme again", clock.instant());
            posts.add(fresh);
            holds(posts);
            assertThat(foundInTime(next)).contains(idOf(fresh));
        }
    }

    /// How many requests the pull takes when nothing is wrong.
    private int asked(Checkpoint from, List<Sample> posts) {
        return usual.computeIfAbsent(
                from,
                _ -> {
                    holds(posts);
                    page(from);
                    return SERVER.getAllServeEvents().size();
                });
    }

    /// Where the first pull ends; it is the same each time.
    private Checkpoint afterTheFirst() {
        if (known.isNone()) {
            holds(before);
            known = last(drain(Checkpoint.NONE)).next();
        }
        SERVER.resetRequests();
        later(Duration.ofMinutes(1));
        return known;
    }

    private void garbles(Garble garble, List<Sample> posts, int which) {
        List<Sample> held = List.copyOf(posts);
        requests.set(0);
        trapped.set(false);
        answers(request -> {
            int number = requests.getAndIncrement();
            if (request.getUrl().contains(Oddities.TRAP)) {
                trapped.set(true);
            }
            ResponseDefinition whole = answer(request, held).build();
            return (which == ALL || which == number) && whole.getBody() != null
                    ? ResponseDefinitionBuilder.like(whole)
                            .but()
                            .withBody(garble.of(whole.getBody(), address()))
                    : ResponseDefinitionBuilder.like(whole);
        });
    }

    /// What is found with some patience: what a garbled answer said of its next page is forgotten
    /// in time.
    private List<String> foundInTime(Checkpoint from) {
        List<String> found = new ArrayList<>();
        Checkpoint at = from;
        for (int round = 0; round < 3; round++) {
            later(Duration.ofMinutes(1).plusHours(round));
            for (int page = 0; page < 20 && pull(at) instanceof Pull.Page next; page++) {
                next.posts().forEach(post -> found.add(post.externalId()));
                at = next.next();
                if (!next.more()) {
                    break;
                }
            }
        }
        return found;
    }

    /// How often is set by `-Dfuzz.tries`, and where to begin by `-Dfuzz.seed`.
    static final class Tries implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(
                PropertyLifecycleContext context, PropertyExecutor property) {
            context.attributes().setTries(Integer.getInteger("fuzz.tries", 500));
            String seed = System.getProperty("fuzz.seed", "");
            if (!seed.isEmpty()) {
                context.attributes().setSeed(seed);
            }
            return property.execute();
        }
    }
}
