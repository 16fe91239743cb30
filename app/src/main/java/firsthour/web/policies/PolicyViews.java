package firsthour.web.policies;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Sources;
import firsthour.clocks.BrandPolicies;
import firsthour.clocks.Calendar;
import firsthour.clocks.Calendars;
import firsthour.clocks.ClockKind;
import firsthour.clocks.Policy;
import firsthour.web.policies.PoliciesView.Card;
import firsthour.web.policies.PoliciesView.Choice;
import firsthour.web.policies.PoliciesView.Line;
import firsthour.web.policies.PolicyFields.Unit;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the pages of policies together.
@Singleton
class PolicyViews {
    private final Sources sources;
    private final Calendars calendars;

    PolicyViews(Sources sources, Calendars calendars) {
        this.sources = sources;
        this.calendars = calendars;
    }

    PoliciesView list(Brand brand, BrandPolicies policies, PoliciesView.Trial trial) {
        var known = calendars.list();
        return new PoliciesView(
                brand.id(),
                brand.name(),
                policies.revision(),
                policies.revision() == 0,
                policies.policies().stream()
                        .map(policy -> card(policy, policies, names(known)))
                        .toList(),
                !known.isEmpty(),
                trial);
    }

    PolicyView one(
            Brand brand, int revision, Policy policy, PolicyFields typed, FormErrors errors) {
        return new PolicyView(
                brand.id(),
                brand.name(),
                revision,
                policy.number(),
                policy.scope().equals(Policy.Scope.ALL),
                typed,
                Arrays.stream(ClockKind.values()).map(PolicyViews::field).toList(),
                sources(),
                Languages.list(),
                calendars.list().stream()
                        .map(calendar -> new Choice("" + calendar.id(), calendar.name()))
                        .toList(),
                Arrays.stream(Unit.values())
                        .map(unit -> new Choice(unit.name(), unit.words()))
                        .toList(),
                errors);
    }

    List<Choice> sources() {
        return sources.list().stream()
                .map(source -> new Choice("" + source.id(), source.name()))
                .toList();
    }

    private Card card(Policy policy, BrandPolicies all, Map<Long, String> names) {
        var first = policy.equals(all.policies().getFirst());
        return new Card(
                policy.number(),
                policy.name(),
                applies(policy, first),
                policy.calendarId().isEmpty() ? null : names.get(policy.calendarId().getAsLong()),
                policy.enabled(),
                policy.scope().equals(Policy.Scope.ALL),
                first,
                Arrays.stream(ClockKind.values()).map(kind -> line(policy, kind)).toList());
    }

    private String applies(Policy policy, boolean first) {
        var scope = policy.scope();
        var parts = new ArrayList<String>();
        scope.sourceId()
                .ifPresent(id ->
                        parts.add(
                                sources.find(id)
                                        .map(source -> t("from “{0}”", source.name()))
                                        .orElseGet(() -> t("from a source that is gone"))));
        scope.language()
                .ifPresent(language -> parts.add(t("language|in {0}", Languages.name(language))));
        scope.minSeverity().ifPresent(least -> parts.add(t("of severity {0} and above", least)));
        if (!parts.isEmpty()) {
            return t("Posts {0}", String.join(", ", parts));
        }
        return first ? t("Every post") : t("Every post that no policy above is for");
    }

    private static Line line(Policy policy, ClockKind kind) {
        return policy.targets().stream()
                .filter(target -> target.kind() == kind)
                .findFirst()
                .map(target -> new Line(label(kind), within(target.within()), target.business()))
                .orElseGet(() -> new Line(label(kind), t("nothing promised"), false));
    }

    private static PolicyView.TargetField field(ClockKind kind) {
        return new PolicyView.TargetField(PolicyFields.field(kind), label(kind), meaning(kind));
    }

    static String label(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> t("First word");
            case ANSWER -> t("Answer");
            case NEXT_REPLY -> t("Next reply");
            case SECOND_LOOK -> t("Second look");
        };
    }

    private static String meaning(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> t("A first public word that you have seen it.");
            case ANSWER -> t("A public reply of substance.");
            case NEXT_REPLY -> t("A public reply to what the customer wrote after you had spoken.");
            case SECOND_LOOK ->
                    t(
                            "A colleague's approval of a reply, from when it is asked for. It ends by itself in time for the word that is owed; left empty, nobody can ask for one.");
        };
    }

    private static String within(Duration length) {
        var unit = Unit.of(length);
        var amount = length.dividedBy(unit.length());
        return switch (unit) {
            case MINUTES -> count(amount, "{0} minute", "target|{0} minutes");
            case HOURS -> count(amount, "{0} hour", "target|{0} hours");
            case DAYS -> count(amount, "{0} day", "target|{0} days");
        };
    }

    private static Map<Long, String> names(List<Calendar> known) {
        var names = new TreeMap<Long, String>();
        known.forEach(calendar -> names.put(calendar.id(), calendar.name()));
        return names;
    }
}
