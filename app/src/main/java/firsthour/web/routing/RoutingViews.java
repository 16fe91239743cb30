package firsthour.web.routing;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.scoring.JudgedWords;
import firsthour.sentiment.Topic;
import firsthour.team.Team;
import firsthour.team.Teams;
import firsthour.triage.CaseKind;
import firsthour.triage.DryRun;
import firsthour.triage.DryRuns;
import firsthour.triage.RoutingRule;
import firsthour.triage.RoutingRules;
import firsthour.triage.RoutingTarget.Manner;
import firsthour.triage.Vips;
import firsthour.web.routing.RoutingView.Choice;
import firsthour.web.routing.RoutingView.Choices;
import firsthour.web.routing.RoutingView.RulePage;
import firsthour.web.routing.RoutingView.Tried;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the rules into words.
@Singleton
class RoutingViews {
    private static final int MOST_FATES = 20;

    private final RoutingRules rules;
    private final DryRuns dryRuns;
    private final Vips vips;
    private final Brands brands;
    private final Networks networks;
    private final Teams teams;

    RoutingViews(
            RoutingRules rules,
            DryRuns dryRuns,
            Vips vips,
            Brands brands,
            Networks networks,
            Teams teams) {
        this.rules = rules;
        this.dryRuns = dryRuns;
        this.vips = vips;
        this.brands = brands;
        this.networks = networks;
        this.teams = teams;
    }

    RoutingView list(RuleForm form, FormErrors errors) {
        var all = rules.list();
        var names = brandNames();
        return new RoutingView(
                all.stream()
                        .map(rule -> rule(rule, names, rule.id() == all.getFirst().id()))
                        .toList(),
                vips.list().stream()
                        .map(vip ->
                                new RoutingView.Customer(
                                        vip.id(),
                                        t(
                                                "{0} on {1}, of {2}",
                                                vip.handle(),
                                                network(vip.network()),
                                                names.getOrDefault(vip.brandId(), t("a brand")))))
                        .toList(),
                choices(),
                form,
                errors);
    }

    /// @param form what was typed; null for the rule as it stands
    RulePage page(RoutingRule rule, @Nullable RuleForm form, FormErrors errors) {
        return new RulePage(
                rule(rule, brandNames(), false),
                choices(),
                form == null ? RuleForm.of(rule) : form,
                errors,
                rule.tried() && form == null ? tried(rule, dryRuns.of(rule)) : null);
    }

    private Tried tried(RoutingRule rule, DryRun run) {
        var names = brandNames();
        var unassigned =
                rule.target().manner() == Manner.POOL
                        ? t("whoever claims it first")
                        : t("nobody free: whoever claims it first");
        var fates = run.fates();
        long given = fates.stream().filter(fate -> fate.person().isPresent()).count();
        var summary =
                t(
                        run.more()
                                ? mark(
                                        "Cases opened in the last 30 days: the first {0}. This rule would have decided about {1} of them, and given {2} to somebody.")
                                : mark(
                                        "Cases opened in the last 30 days: {0}. This rule would have decided about {1} of them, and given {2} to somebody."),
                        number(run.cases()),
                        number(fates.size()),
                        number(given));
        return new Tried(
                summary,
                fates.stream()
                        .limit(MOST_FATES)
                        .map(fate ->
                                new RoutingView.Fate(
                                        fate.caseId(),
                                        "%s · %s · %s"
                                                .formatted(
                                                        fate.kind().label(),
                                                        names.getOrDefault(fate.brandId(), ""),
                                                        network(fate.network())),
                                        fate.person().orElse(unassigned),
                                        fate.openedAt()))
                        .toList(),
                Math.max(0, fates.size() - MOST_FATES),
                run.loads().stream()
                        .map(load ->
                                new RoutingView.Load(
                                        load.name(),
                                        load.given(),
                                        load.byThis(),
                                        load.mostAtOnce(),
                                        load.capacity(),
                                        load.mostAtOnce() >= load.capacity()))
                        .toList());
    }

    private RoutingView.Rule rule(RoutingRule rule, Map<Long, String> brandNames, boolean first) {
        var asks = new ArrayList<String>();
        rule.conditions()
                .brandId()
                .ifPresent(id ->
                        asks.add(t("brand|of {0}", brandNames.getOrDefault(id, t("a brand")))));
        asks.addAll(rule.conditions().inWords());
        var target = rule.target();
        var to =
                target.teamId()
                        .flatMap(teams::find)
                        .map(Team::name)
                        .map(name -> t("rule|to {0}", name))
                        .orElse(t("to anybody"));
        var skill = target.skill().map(word -> " " + t("who knows {0}", word)).orElse("");
        return new RoutingView.Rule(
                rule.id(),
                rule.name(),
                asks.isEmpty() ? t("all cases") : String.join(", ", asks),
                to + skill + ": " + target.manner().words(),
                rule.state().name().toLowerCase(Locale.ROOT),
                first);
    }

    private Choices choices() {
        return new Choices(
                brands.list().stream()
                        .map(brand -> new Choice(String.valueOf(brand.id()), brand.name()))
                        .toList(),
                networks.list().stream()
                        .map(each -> new Choice(each.network(), t(each.title())))
                        .toList(),
                Arrays.stream(Topic.values())
                        .map(topic -> new Choice(topic.label(), JudgedWords.of(topic)))
                        .toList(),
                Arrays.stream(CaseKind.values())
                        .map(kind -> new Choice(kind.name(), kind.label()))
                        .toList(),
                teams.list().stream()
                        .map(team -> new Choice(String.valueOf(team.id()), team.name()))
                        .toList(),
                Arrays.stream(Manner.values())
                        .map(manner -> new Choice(manner.name(), manner.words()))
                        .toList());
    }

    private Map<Long, String> brandNames() {
        return brands.list().stream().collect(Collectors.toMap(Brand::id, Brand::name));
    }

    private String network(String name) {
        return networks.findDescriptor(name).map(found -> t(found.title())).orElse(name);
    }
}
