package firsthour.web.policies;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.clocks.ClockKind;
import firsthour.clocks.Policy;
import firsthour.clocks.Policy.Scope;
import firsthour.clocks.Policy.Target;
import firsthour.web.shell.FormErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A policy as it is typed: a field of the form by its name. A box that is not ticked is not sent.
public record PolicyFields(Map<String, String> values) {
    private static final int MOST_AMOUNT = 100_000;

    public PolicyFields {
        values = Map.copyOf(values);
    }

    /// What can be typed of a policy.
    static PolicyFields of(Policy policy) {
        var values = new HashMap<String, String>();
        values.put("name", policy.name());
        policy.scope().sourceId().ifPresent(id -> values.put("source", Long.toString(id)));
        policy.scope().language().ifPresent(language -> values.put("language", language));
        policy.scope().minSeverity().ifPresent(least -> values.put("severity", "" + least));
        policy.calendarId().ifPresent(id -> values.put("calendar", Long.toString(id)));
        for (var target : policy.targets()) {
            var unit = Unit.of(target.within());
            var field = field(target.kind());
            values.put(field, "" + target.within().dividedBy(unit.length()));
            values.put(field + "-unit", unit.name());
            if (target.business()) {
                values.put(field + "-business", "yes");
            }
        }
        return new PolicyFields(values);
    }

    /// What was typed in a field; empty where nothing was.
    public String at(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /// The name of a target's field.
    public static String field(ClockKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A policy, or what is wrong.
    sealed interface Read {
        record Good(Policy policy) implements Read {}

        record Bad(FormErrors errors) implements Read {}
    }

    /// The policy that was typed.
    ///
    /// @param before number, state and, for the one that is for everything, the scope stay
    Read read(Policy before) {
        var errors = new HashMap<String, String>();
        var targets = new ArrayList<Target>();
        for (var kind : ClockKind.values()) {
            target(kind, errors).ifPresent(targets::add);
        }
        var scope = before.scope().equals(Scope.ALL) ? Scope.ALL : scope(errors);
        if (at("name").isEmpty()) {
            errors.put("name", t("Give it a name: it stands on the list."));
        }
        if (targets.stream().anyMatch(Target::business) && at("calendar").isEmpty()) {
            errors.put("calendar", t("Choose whose business hours count."));
        }
        return errors.isEmpty()
                ? new Read.Good(
                        new Policy(
                                before.id(),
                                before.number(),
                                at("name"),
                                scope,
                                number(at("calendar")),
                                before.enabled(),
                                targets))
                : new Read.Bad(new FormErrors(errors));
    }

    private Optional<Target> target(ClockKind kind, Map<String, String> errors) {
        var field = field(kind);
        if (at(field).isEmpty()) {
            return Optional.empty();
        }
        var amount = number(at(field)).orElse(-1);
        var within =
                amount < 1 || amount > MOST_AMOUNT
                        ? Duration.ZERO
                        : Unit.named(at(field + "-unit")).length().multipliedBy(amount);
        if (!within.isPositive() || within.compareTo(Target.LONGEST) > 0) {
            errors.put(
                    field,
                    t(
                            "Enter a whole number from 1, at most a year together. Leave it empty to promise nothing."));
            return Optional.empty();
        }
        return Optional.of(new Target(kind, within, !at(field + "-business").isEmpty()));
    }

    private Scope scope(Map<String, String> errors) {
        var severity = at("severity");
        var least = number(severity).orElse(-1);
        if (!severity.isEmpty() && (least < 0 || least > 100)) {
            errors.put("severity", t("Enter a whole number from 0 to 100, or nothing."));
        }
        var scope =
                new Scope(
                        number(at("source")),
                        at("language").isEmpty() ? Optional.empty() : Optional.of(at("language")),
                        severity.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) least));
        if (scope.equals(Scope.ALL)) {
            errors.put(
                    "source",
                    t(
                            "Choose at least one condition. The policy without any is the last one of the list."));
        }
        return scope;
    }

    private static OptionalLong number(String typed) {
        try {
            return typed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(typed));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// In what a target is entered.
    public enum Unit {
        MINUTES(mark("minutes"), Duration.ofMinutes(1)),
        HOURS(mark("hours"), Duration.ofHours(1)),
        DAYS(mark("days"), Duration.ofDays(1));

        private final String words;
        private final Duration length;

        Unit(String words, Duration length) {
            this.words = words;
            this.length = length;
        }

        /// As people read it.
        public String words() {
            return t(words);
        }

        Duration length() {
            return length;
        }

        /// The largest in which a length is a whole number; hours up to two days.
        static Unit of(Duration length) {
            for (var unit : List.of(DAYS, HOURS)) {
                var whole = length.dividedBy(unit.length);
                if (unit.length.multipliedBy(whole).equals(length)
                        && whole > (unit == DAYS ? 2 : 0)) {
                    return unit;
                }
            }
            return MINUTES;
        }

        static Unit named(String name) {
            for (var unit : values()) {
                if (unit.name().equals(name)) {
                    return unit;
                }
            }
            return MINUTES;
        }
    }
}
