package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.Rejected;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Role;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The rules by which replies need a second look.
@Singleton
public class LookRules {
    /// Characters of a name.
    public static final int LONGEST_NAME = 60;

    private static final int MOST = 20;
    private static final int HIGHEST_SEVERITY = 100;

    private final LookRuleRows rows;
    private final RoutingRows cases;
    private final Networks networks;
    private final Brands brands;
    private final EventLog events;

    LookRules(
            LookRuleRows rows,
            RoutingRows cases,
            Networks networks,
            Brands brands,
            EventLog events) {
        this.rows = rows;
        this.cases = cases;
        this.networks = networks;
        this.brands = brands;
        this.events = events;
    }

    /// The rules of a brand, by name.
    @Transactional(readOnly = true)
    public List<LookRule> list(long brandId) {
        return rows.findByBrandIdOrderByName(brandId).stream().map(LookRuleRow::rule).toList();
    }

    /// A rule by which somebody's reply to a case needs a second look; empty where none does.
    ///
    /// @param author the role of who writes
    @Transactional(readOnly = true)
    public Optional<LookRule> findFor(long caseId, long brandId, Role author) {
        var rules = list(brandId);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        return cases.find(caseId, networks.listNamesOnly())
                .map(RoutedRow::facts)
                .flatMap(facts ->
                        rules.stream().filter(rule -> rule.fits(facts, author)).findFirst());
    }

    /// Adds a rule, which counts at once.
    ///
    /// @throws Rejected when the name is blank, too long or taken, a number is out of range, or
    ///   there are too many
    @Transactional
    public LookRule add(long brandId, long memberId, LookRule.Draft draft) {
        var title = draft.name().strip().replaceAll("\\s+", " ");
        if (title.isEmpty() || title.length() > LONGEST_NAME) {
            throw new Rejected("name", t("A name has 1 to {0} characters.", LONGEST_NAME));
        }
        if (draft.minSeverity().orElse(0) < 0 || draft.minSeverity().orElse(0) > HIGHEST_SEVERITY) {
            throw new Rejected("severity", t("Enter a whole number from 0 to 100, or nothing."));
        }
        if (draft.minReach().orElse(0) < 0) {
            throw new Rejected("reach", t("Enter how many people read it, or nothing."));
        }
        brands.lock(brandId);
        if (rows.findByBrandIdAndName(brandId, title).isPresent()) {
            throw new Rejected("name", t("There is a rule “{0}” already.", title));
        }
        if (rows.countByBrandId(brandId) >= MOST) {
            throw new Rejected("name", t("There are {0} rules already. Remove one first.", MOST));
        }
        var row =
                rows.save(
                        new LookRuleRow(
                                0,
                                brandId,
                                title,
                                boxed(draft.minSeverity()),
                                boxed(draft.minReach()),
                                draft.vip(),
                                draft.agentsOnly()));
        events.append(new Event.LookRuleAdded(brandId, memberId, row.id()));
        return row.rule();
    }

    /// Removes a rule. Looks that were asked for because of it stay.
    @Transactional
    public void remove(long brandId, long memberId, long id) {
        if (rows.deleteByIdAndBrandId(id, brandId) == 1) {
            events.append(new Event.LookRuleRemoved(brandId, memberId, id));
        }
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
