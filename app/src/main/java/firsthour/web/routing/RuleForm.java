package firsthour.web.routing;

import static firsthour.language.Texts.t;

import firsthour.triage.CaseKind;
import firsthour.triage.RoutingConditions;
import firsthour.triage.RoutingRule;
import firsthour.triage.RoutingRule.Draft;
import firsthour.triage.RoutingTarget;
import firsthour.triage.RoutingTarget.Manner;
import firsthour.web.shell.Pages;
import io.micronaut.core.annotation.Introspected;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A rule as it is typed. What is empty is not asked; an unticked box is not sent.
@Introspected
public record RuleForm(
        long version,
        @Nullable String name,
        @Nullable String brand,
        @Nullable String network,
        @Nullable String topic,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String severity,
        @Nullable String reach,
        @Nullable String earlier,
        @Nullable String vip,
        @Nullable String team,
        @Nullable String skill,
        @Nullable String manner) {

    /// Nothing was typed yet.
    static RuleForm empty() {
        return new RuleForm(
                0, "", "", "", "", "", "", "", "", "", null, "", "", Manner.TURN.name());
    }

    /// The rule as it stands.
    static RuleForm of(RoutingRule rule) {
        var asked = rule.conditions();
        var target = rule.target();
        return new RuleForm(
                rule.version(),
                rule.name(),
                asked.brandId().map(String::valueOf).orElse(""),
                asked.network().orElse(""),
                asked.topic().orElse(""),
                asked.kind().map(Enum::name).orElse(""),
                asked.language().orElse(""),
                asked.minSeverity().isPresent()
                        ? String.valueOf(asked.minSeverity().getAsInt())
                        : "",
                asked.minReach().isPresent() ? String.valueOf(asked.minReach().getAsLong()) : "",
                asked.minEarlier().isPresent() ? String.valueOf(asked.minEarlier().getAsInt()) : "",
                asked.vip() ? "yes" : null,
                target.teamId().map(String::valueOf).orElse(""),
                target.skill().orElse(""),
                target.manner().name());
    }

    /// What was typed, or what is wrong with it.
    sealed interface Read {
        /// A rule.
        record Fine(Draft draft) implements Read {}

        /// Not one yet.
        ///
        /// @param field the one to mark
        record Wrong(String field, String message) implements Read {}
    }

    Read read() {
        for (var each : new String[] {"severity", "reach", "earlier"}) {
            if (isWrong(each)) {
                return new Read.Wrong(
                        each,
                        each.equals("severity")
                                ? t("Enter a whole number from 0 to 100, or nothing.")
                                : t("Enter a whole number from 0 on, or nothing."));
            }
        }
        if (text(team).isEmpty() && text(skill).isEmpty()) {
            return new Read.Wrong("team", t("Choose a team, or name a skill."));
        }
        return new Read.Fine(
                new Draft(
                        text(name),
                        new RoutingConditions(
                                number(brand),
                                Optional.of(text(network)),
                                Optional.of(text(topic)),
                                one(CaseKind.values(), kind),
                                Optional.of(text(language)),
                                small(severity),
                                large(reach),
                                small(earlier),
                                vip != null),
                        new RoutingTarget(
                                number(team),
                                Optional.of(text(skill)),
                                one(Manner.values(), manner).orElse(Manner.POOL))));
    }

    private boolean isWrong(String field) {
        var typed =
                switch (field) {
                    case "severity" -> text(severity);
                    case "reach" -> text(reach);
                    default -> text(earlier);
                };
        return !typed.isEmpty()
                && (!typed.matches("\\d{1,9}")
                        || (field.equals("severity") && Integer.parseInt(typed) > 100));
    }

    private static String text(@Nullable String typed) {
        return Pages.text(typed).strip();
    }

    private static Optional<Long> number(@Nullable String typed) {
        var text = text(typed);
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static OptionalInt small(@Nullable String typed) {
        return text(typed).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text(typed)));
    }

    private static OptionalLong large(@Nullable String typed) {
        return text(typed).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text(typed)));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }
}
