package firsthour.web.praise;

import firsthour.brand.Brands;
import firsthour.response.Outgoing;
import firsthour.response.Praise;
import firsthour.response.Reading;
import firsthour.response.Thanks;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.web.cases.CheckViews;
import firsthour.web.cases.Labels;
import firsthour.web.cases.ReplyForm;
import firsthour.web.praise.PraiseView.Choice;
import firsthour.web.praise.PraiseView.Line;
import firsthour.web.praise.PraiseView.Typed;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the pages of praise together.
@Singleton
class PraiseViews {
    private static final int PAGE = 50;

    private final Thanks thanks;
    private final Brands brands;
    private final Labels labels;
    private final Clock clock;

    PraiseViews(Thanks thanks, Brands brands, Labels labels, Clock clock) {
        this.thanks = thanks;
        this.brands = brands;
        this.labels = labels;
        this.clock = clock;
    }

    PraiseView.Listed list(long brand, Praise.Which which, long before) {
        var found = thanks.list(brand, which, before, PAGE + 1);
        var lines = found.stream().limit(PAGE).map(this::line).toList();
        return new PraiseView.Listed(
                lines,
                brands.list().stream().map(it -> new Choice(it.id(), it.name())).toList(),
                brand,
                which,
                found.size() > PAGE
                        ? PraiseView.Listed.address(brand, which)
                                + "&before="
                                + lines.getLast().id()
                        : null);
    }

    /// The page as it is opened.
    Optional<PraiseView> find(long id, SignedIn reader) {
        var now =
                clock.instant()
                        .atZone(reader.zone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES);
        return find(id, reader, new Typed("", "", now.toString()), Map.of(), FormErrors.NONE, null);
    }

    /// The page with what was typed.
    Optional<PraiseView> find(
            long id, SignedIn reader, ReplyForm form, FormErrors errors, @Nullable String wrong) {
        return find(
                id,
                reader,
                new Typed(form.text(), form.url(), form.postedAt()),
                form.reasons(),
                errors,
                wrong);
    }

    private Optional<PraiseView> find(
            long id,
            SignedIn reader,
            Typed typed,
            Map<String, String> reasons,
            FormErrors errors,
            @Nullable String wrong) {
        return thanks.find(id)
                .map(praise ->
                        new PraiseView(
                                line(praise),
                                reader.may(Role.AGENT),
                                thanks.findWay(id).orElse(null),
                                typed,
                                CheckViews.of(
                                        "thanks",
                                        typed.text().isBlank()
                                                ? new Reading(
                                                        "", List.of(), Optional.empty(), false)
                                                : thanks.read(id, reader.memberId(), typed.text()),
                                        reasons),
                                errors,
                                wrong));
    }

    private Line line(Praise praise) {
        var said = praise.thanks().filter(_ -> praise.isThanked());
        return new Line(
                praise.mentionId(),
                praise.brand(),
                praise.author()
                        .map(author -> labels.network(praise.network()) + ", " + author)
                        .orElseGet(() -> labels.network(praise.network())),
                praise.stars().orElse(null),
                praise.title().orElse(null),
                praise.text(),
                praise.deleted(),
                Labels.safeLink(praise.url()).orElse(null),
                praise.publishedAt(),
                said.map(Praise.Thank::by).orElse(null),
                said.flatMap(Praise.Thank::at).orElse(null),
                said.map(Praise.Thank::reply).map(Outgoing::text).orElse(null),
                Labels.safeLink(said.flatMap(Praise.Thank::url)).orElse(null),
                praise.thanks().flatMap(Praise.Thank::waived).orElse(null),
                praise.thanks()
                        .filter(_ -> !praise.isThanked())
                        .map(Praise.Thank::reply)
                        .orElse(null));
    }
}
