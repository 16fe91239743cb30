package firsthour.alerts;

import static firsthour.language.Texts.t;

import firsthour.delivery.Channels;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of all channels.
@Singleton
public class AlertRules {
    /// From which priority on new cases are told where nobody said otherwise: all complaints, but
    /// no posts to look at.
    public static final int USUAL_PRIORITY = 20;

    /// No case has more.
    public static final int HIGHEST_PRIORITY = 120;

    private final AlertRuleRows rows;
    private final Channels channels;

    AlertRules(AlertRuleRows rows, Channels channels) {
        this.rows = rows;
        this.channels = channels;
    }

    /// Adds a channel that speaks Slack's language, with one rule of each kind; what most do not
    /// want to be told is off.
    ///
    /// @param name empty for the next free "Slack"
    /// @param address the webhook's address
    /// @param minPriority new cases below are not told; warnings and breaches always are
    /// @param brandId the brand whose cases are told; null for all
    @Transactional
    public Channels.Added addSlack(
            String name, String address, int minPriority, @Nullable Long brandId) {
        if (minPriority < 0 || minPriority > HIGHEST_PRIORITY) {
            return new Channels.Added.Unusable(
                    t("A priority is a number from 0 to {0}.", HIGHEST_PRIORITY));
        }
        var added = channels.addSlack(name, address);
        if (added instanceof Channels.Added.Done done) {
            for (var kind : AlertKind.values()) {
                var least = kind == AlertKind.NEW_CASE ? minPriority : 0;
                rows.save(
                        new AlertRule(
                                0, done.channel().id(), brandId, kind, least, kind.isUsual()));
            }
        }
        return added;
    }

    @Transactional(readOnly = true)
    public List<AlertRule> list() {
        return rows.findAllOrderById();
    }

    /// Changes a rule; what it has told already stays.
    ///
    /// @param brandId the brand that it is about; null for all
    /// @return whether there is such a rule
    @Transactional
    public boolean change(long id, boolean enabled, int minPriority, @Nullable Long brandId) {
        return rows.change(id, enabled, minPriority, brandId) == 1;
    }
}
