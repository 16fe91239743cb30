package firsthour.web.policies;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.clocks.BrandPolicies;
import firsthour.clocks.Circumstances;
import firsthour.clocks.Policies;
import firsthour.security.SignedIn;
import firsthour.time.Clock;
import firsthour.web.policies.PoliciesView.Answer;
import firsthour.web.policies.PoliciesView.Due;
import firsthour.web.policies.PoliciesView.Trial;
import firsthour.web.shell.FormErrors;
import io.micronaut.http.HttpParameters;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// "If a post came at …, when would it be due?"
@Singleton
class Trials {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final Policies policies;
    private final PolicyViews views;
    private final Clock clock;

    Trials(Policies policies, PolicyViews views, Clock clock) {
        this.policies = policies;
        this.views = views;
        this.clock = clock;
    }

    /// What was asked, with its answer; the present moment where nothing was.
    Trial of(Brand brand, BrandPolicies all, HttpParameters asked, SignedIn reader) {
        if (!asked.contains("at")) {
            return trial(
                    FIELD.format(clock.instant().atZone(reader.zone())), asked, Map.of(), null);
        }
        var at = text(asked, "at");
        var errors = new HashMap<String, String>();
        var instant = instant(at, reader.zone());
        if (instant.isEmpty()) {
            errors.put("at", t("Enter date and time, such as 2026-11-20 16:30."));
        }
        var severity = number(text(asked, "severity"));
        if (!text(asked, "severity").isEmpty()
                && (severity.isEmpty() || severity.getAsInt() < 0 || severity.getAsInt() > 100)) {
            errors.put("severity", t("Enter a whole number from 0 to 100, or nothing."));
        }
        return trial(
                at,
                asked,
                errors,
                errors.isEmpty() && instant.isPresent()
                        ? answer(brand, all, asked, severity, instant.get(), reader.zone())
                        : null);
    }

    private Answer answer(
            Brand brand,
            BrandPolicies all,
            HttpParameters asked,
            OptionalInt severity,
            Instant at,
            ZoneId zone) {
        var language = text(asked, "language");
        var post =
                new Circumstances(
                        brand.id(),
                        number(text(asked, "source")).orElse(0),
                        language.isEmpty() ? Optional.empty() : Optional.of(language),
                        severity);
        return all.findFor(post)
                .map(policy ->
                        new Answer(
                                policy.name(),
                                policies.foresee(policy, at, zone).stream()
                                        .map(due ->
                                                new Due(
                                                        PolicyViews.label(due.kind()),
                                                        due.receipt()))
                                        .toList()))
                .orElseGet(() -> new Answer(null, List.of()));
    }

    private Trial trial(
            String at, HttpParameters asked, Map<String, String> errors, @Nullable Answer answer) {
        return new Trial(
                at,
                text(asked, "source"),
                text(asked, "language"),
                text(asked, "severity"),
                views.sources(),
                Languages.list(),
                new FormErrors(errors),
                answer);
    }

    private static Optional<Instant> instant(String typed, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(typed.replace(' ', 'T')))
                    .filter(at -> at.getYear() >= 2000 && at.getYear() <= 2200)
                    .map(at -> at.atZone(zone).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static OptionalInt number(String typed) {
        try {
            return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(typed));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    private static String text(HttpParameters asked, String name) {
        return asked.getFirst(name).orElse("").strip();
    }
}
