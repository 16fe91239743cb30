package firsthour.web.testimonials;

import static firsthour.language.Texts.t;

import firsthour.recovery.Testimonial;
import firsthour.recovery.Testimonial.Ending;
import firsthour.recovery.Testimonial.Permission;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonial.State;
import firsthour.recovery.Testimonials;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.web.cases.Labels;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Times;
import firsthour.web.testimonials.TestimonialsView.Group;
import firsthour.web.testimonials.TestimonialsView.Line;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the pages of testimonials together.
@Singleton
class TestimonialViews {
    private static final int PAGE = 200;

    private final Testimonials testimonials;
    private final Labels labels;

    TestimonialViews(Testimonials testimonials, Labels labels) {
        this.testimonials = testimonials;
        this.labels = labels;
    }

    /// What may be used comes first.
    TestimonialsView list(long before) {
        var found = testimonials.list(0, before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var groups =
                List.of(State.GRANTED, State.ASKED, State.EXPIRED, State.WITHDRAWN).stream()
                        .map(state ->
                                new Group(
                                        state.words(),
                                        shown.stream()
                                                .filter(it -> it.state() == state)
                                                .map(this::line)
                                                .toList()))
                        .filter(group -> !group.lines().isEmpty())
                        .toList();
        return new TestimonialsView(
                groups,
                found.size() > PAGE ? "/testimonials?before=" + shown.getLast().id() : null);
    }

    Optional<TestimonialsView.One> find(long id, SignedIn reader) {
        return testimonials.find(id).map(it -> one(it, reader, granted(it), FormErrors.NONE, null));
    }

    Optional<TestimonialsView.One> find(
            long id,
            SignedIn reader,
            Map<String, String> typed,
            FormErrors errors,
            @Nullable String wrong) {
        return testimonials.find(id).map(it -> one(it, reader, typed, errors, wrong));
    }

    private TestimonialsView.One one(
            Testimonial it,
            SignedIn reader,
            Map<String, String> typed,
            FormErrors errors,
            @Nullable String wrong) {
        return new TestimonialsView.One(line(it), reader.may(Role.AGENT), typed, errors, wrong);
    }

    /// What was granted stands in the form, to be changed.
    private static Map<String, String> granted(Testimonial it) {
        var typed = new HashMap<String, String>();
        it.permission()
                .ifPresent(given -> {
                    given.scopes().forEach(scope -> typed.put(scope.name(), "on"));
                    if (given.named()) {
                        typed.put("named", "on");
                    }
                    given.lastDay().ifPresent(day -> typed.put("lastDay", day.toString()));
                    given.proofUrl().ifPresent(link -> typed.put("proofUrl", link));
                    given.proof().ifPresent(note -> typed.put("proof", note));
                });
        return typed;
    }

    private Line line(Testimonial it) {
        return new Line(
                it.id(),
                it.version(),
                it.brand(),
                it.caseId().orElse(null),
                it.mentionId(),
                it.state().words(),
                it.quote(),
                it.author()
                        .map(author -> labels.network(it.network()) + ", " + author)
                        .orElseGet(() -> labels.network(it.network())),
                Labels.safeLink(it.url()).orElse(null),
                it.askedBy(),
                it.askedAt(),
                it.permission().map(TestimonialViews::allowed).orElse(null),
                it.permission().flatMap(Permission::proof).orElse(null),
                Labels.safeLink(it.permission().flatMap(Permission::proofUrl)).orElse(null),
                it.rewritten(),
                it.ending().map(Ending::words).orElse(null));
    }

    private static String allowed(Permission given) {
        return Arrays.stream(Scope.values())
                        .filter(given.scopes()::contains)
                        .map(Scope::words)
                        .collect(Collectors.joining(", "))
                + (given.named() ? t("; with the name") : t("; without the name"))
                + given.lastDay()
                        .map(day -> t("; until {0}", Times.day(day)))
                        .orElse(t("; without an end"));
    }
}
