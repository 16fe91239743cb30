package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Member;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Brings cases to where a program may find them. On each lies what every case may have (a second
/// post, a promise, another author who is the customer, another case of the customer), and what its
/// state is about.
@Singleton
@Requires(property = "controlled.time")
final class CaseStages {
    /// An id that nothing has.
    static final long NOTHING = 987654321;

    /// Where a case stands. Whatever is claimed is the assignee's, until it was handed over.
    enum State {
        UNCLAIMED,
        CLAIMED,
        ANSWERED,
        /// The customer wrote after the answer.
        WROTE_AGAIN,
        /// For the customer.
        WAITING,
        /// To the colleague.
        OFFERED,
        /// The colleague has it.
        HANDED_OVER,
        /// The colleague.
        HELP_ASKED,
        /// The colleague.
        LOOK_ASKED,
        /// A reply that was to be posted did not get there.
        UNSENT,
        GROUPED,
        /// Another case was merged into it.
        TOOK_IN,
        /// After a look and a question, within the minute.
        RESOLVED,
        /// As RESOLVED, and a minute ago.
        RESOLVED_BEFORE,
        /// After a look and a question, within the minute.
        DISMISSED,
        /// Into another case, after a look and a question.
        MERGED
    }

    /// Who comes to it.
    enum Who {
        VIEWER(Role.VIEWER),
        /// An agent who has nothing to do with it.
        STRANGER(Role.AGENT),
        /// The agent who has it.
        ASSIGNEE(Role.AGENT),
        /// The agent who was asked to look, was asked for help or was offered it.
        COLLEAGUE(Role.AGENT),
        MANAGER(Role.MANAGER),
        ADMIN(Role.ADMIN);

        private final Role role;

        Who(Role role) {
            this.role = role;
        }
    }

    /// What may lie on a case, or beside it.
    enum Thing {
        /// The mention that may be split off.
        SECOND,
        /// The case with which it may be merged.
        OTHER,
        /// The case that was merged into it.
        MERGED,
        LOOK,
        QUESTION,
        OUTGOING,
        PROMISE,
        LINK,
        CAUSE
    }

    /// A case in its state.
    record Placed(State state, long id, String author, Map<Thing, Long> things) {

        /// The id of something, or one that nothing has.
        long the(Thing thing) {
            return things.getOrDefault(thing, NOTHING);
        }
    }

    private final Stage stage;
    private final ControlledTime time;
    private final Programs programs;
    private final Map<Who, Member> people = new EnumMap<>(Who.class);
    private final Map<Who, Program> with = new EnumMap<>(Who.class);
    private int authors;

    CaseStages(Stage stage, ControlledTime time, Programs programs) {
        this.stage = stage;
        this.time = time;
        this.programs = programs;
    }

    /// An empty desk with new people.
    void reset() {
        stage.reset();
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        for (var who : Who.values()) {
            people.put(who, programs.member(who.role));
            with.put(who, programs.of(person(who)));
        }
    }

    Program with(Who who) {
        return Objects.requireNonNull(with.get(who));
    }

    Member person(Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    /// A new case in this state.
    Placed place(State state) {
        var author = "author" + authors++;
        var things = new EnumMap<Thing, Long>(Thing.class);
        long opener = mention("post of " + author, author);
        long foreign = mention("other of " + author, author + "b");
        stage.score(
                stage.post("word of " + author).author(author + "c").mention(),
                "NEUTRAL",
                .1,
                .1,
                null);
        things.put(Thing.SECOND, mention("more of " + author, author));
        stage.triage();
        long id = stage.caseOf(opener);
        things.put(Thing.OTHER, ofTheSame(author, foreign));
        send(
                Who.STRANGER,
                id,
                "promises",
                "{\"words\":\"We call.\",\"dueAt\":\"%s\"}"
                        .formatted(time.now().plusSeconds(3600)));
        things.put(Thing.PROMISE, newest("promise"));
        send(
                Who.STRANGER,
                id,
                "persons",
                "{\"network\":\"mastodon\",\"handle\":\"%sb\"}".formatted(author));
        things.put(Thing.LINK, newest("same_author WHERE handle = '%s'".formatted(author)));
        var placed = new Placed(state, id, author, things);
        if (state != State.UNCLAIMED) {
            deed(Who.ASSIGNEE, id, "claim", "");
        }
        bring(placed);
        return placed;
    }

    private void bring(Placed placed) {
        long id = placed.id();
        var author = placed.author();
        switch (placed.state()) {
            case UNCLAIMED, CLAIMED -> {}
            case ANSWERED -> answer(id);
            case WROTE_AGAIN -> {
                answer(id);
                time.pass(Duration.ofMinutes(1));
                mention("again of " + author, author);
                stage.triage();
            }
            case WAITING -> {
                deed(Who.ASSIGNEE, id, "acknowledge", ",\"text\":\"Which one?\"");
                deed(Who.ASSIGNEE, id, "wait", "");
            }
            case OFFERED -> offer(id);
            case HANDED_OVER -> {
                offer(id);
                deed(Who.COLLEAGUE, id, "accept", "");
            }
            case HELP_ASKED -> ask(placed);
            case LOOK_ASKED -> askToLook(placed);
            case UNSENT -> {
                stage.execute(
                        """
                        INSERT INTO outgoing_reply (case_id, post_id, kind, text, idempotency_key,
                          member_id, state, next_attempt_at, created_at)
                        SELECT c.id, m.post_id, 'ANSWER', 'Sorry.', c.id, %d, 'FAILED', '2026-11-16',
                          '2026-11-16' FROM cases c JOIN mention m ON m.id = c.mention_id
                        WHERE c.id = %d
                        """
                                .formatted(person(Who.ASSIGNEE).id(), id));
                placed.things().put(Thing.OUTGOING, newest("outgoing_reply"));
            }
            case GROUPED -> {
                send(Who.ASSIGNEE, id, "cause", "{\"title\":\"Late parcels\"}");
                placed.things().put(Thing.CAUSE, newest("cause"));
            }
            case TOOK_IN -> {
                long merged = another(author);
                deed(Who.ASSIGNEE, id, "merge", ",\"other\":" + merged);
                placed.things().put(Thing.MERGED, merged);
            }
            case RESOLVED, RESOLVED_BEFORE -> {
                ask(placed);
                askToLook(placed);
                answer(id);
                deed(Who.ASSIGNEE, id, "resolve", "");
                if (placed.state() == State.RESOLVED_BEFORE) {
                    stage.execute(
                            "UPDATE cases SET closed_at = closed_at - INTERVAL 61 SECOND WHERE id = %d"
                                    .formatted(id));
                }
            }
            case DISMISSED -> {
                ask(placed);
                askToLook(placed);
                deed(Who.ASSIGNEE, id, "dismiss", ",\"reason\":\"SPAM\"");
            }
            case MERGED -> {
                ask(placed);
                askToLook(placed);
                long kept = another(author);
                deed(Who.ASSIGNEE, id, "merge", ",\"other\":%d,\"keep\":%d".formatted(kept, kept));
            }
        }
    }

    private void answer(long id) {
        deed(Who.ASSIGNEE, id, "answer", ",\"text\":\"It comes.\"");
    }

    private void offer(long id) {
        deed(Who.ASSIGNEE, id, "handover", toColleague());
    }

    private void ask(Placed placed) {
        deed(Who.ASSIGNEE, placed.id(), "help", toColleague());
        placed.things().put(Thing.QUESTION, newest("help"));
    }

    private void askToLook(Placed placed) {
        deed(
                Who.ASSIGNEE,
                placed.id(),
                "look-answer",
                ",\"text\":\"It comes.\",\"member\":%d".formatted(person(Who.COLLEAGUE).id()));
        placed.things().put(Thing.LOOK, newest("second_look"));
    }

    private String toColleague() {
        return ",\"member\":%d,\"note\":\"Do you know them?\""
                .formatted(person(Who.COLLEAGUE).id());
    }

    /// Another open case of a customer: what they write while one is open would join that.
    private long another(String author) {
        long foreign = mention("another of " + author, author + "d");
        stage.triage();
        return ofTheSame(author, foreign);
    }

    private long ofTheSame(String author, long foreign) {
        long other = stage.caseOf(foreign);
        stage.execute(
                "UPDATE cases SET author_handle = '%s' WHERE id = %d".formatted(author, other));
        return other;
    }

    private long mention(String externalId, String author) {
        var mention = stage.post(externalId).author(author).mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        return mention;
    }

    private void deed(Who who, long id, String deed, String more) {
        send(who, id, deed, "{\"version\":%d%s}".formatted(stage.version(id), more));
    }

    private void send(Who who, long id, String deed, String body) {
        var answer = with(who).post("/cases/%d/%s".formatted(id, deed), body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private long newest(String table) {
        return Long.parseLong(stage.one("SELECT MAX(id) FROM " + table));
    }
}
