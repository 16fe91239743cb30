package firsthour.web.channels;

import static firsthour.language.Texts.t;

import firsthour.alerts.AlertKind;
import firsthour.alerts.AlertRule;
import firsthour.alerts.AlertRules;
import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.delivery.Channel;
import firsthour.delivery.Channels;
import firsthour.delivery.Deliveries;
import firsthour.delivery.Delivery;
import firsthour.delivery.DeliveryState;
import firsthour.language.RefusalWords;
import firsthour.web.channels.ChannelsView.Card;
import firsthour.web.channels.ChannelsView.Choice;
import firsthour.web.channels.ChannelsView.Line;
import firsthour.web.channels.ChannelsView.Rule;
import firsthour.web.channels.ChannelsView.Typed;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words how channels and deliveries stand.
@Singleton
final class ChannelViews {
    private static final int LOG = 100;

    private final Channels channels;
    private final AlertRules rules;
    private final Deliveries deliveries;
    private final Brands brands;

    ChannelViews(Channels channels, AlertRules rules, Deliveries deliveries, Brands brands) {
        this.channels = channels;
        this.rules = rules;
        this.deliveries = deliveries;
        this.brands = brands;
    }

    /// The page.
    ///
    /// @param shownChannel the channel whose log is shown; 0 for all
    ChannelsView page(long shownChannel, ChannelForm form, FormErrors errors) {
        var brandNames = brands.list().stream().collect(Collectors.toMap(Brand::id, Brand::name));
        var rulesByChannel =
                rules.list().stream().collect(Collectors.groupingBy(AlertRule::channelId));
        var log =
                shownChannel == 0
                        ? deliveries.listNewest(LOG)
                        : deliveries.listNewest(shownChannel, LOG);
        return new ChannelsView(
                channels.list().stream()
                        .map(channel ->
                                card(
                                        channel,
                                        rulesByChannel.getOrDefault(channel.id(), List.of()),
                                        brandNames))
                        .toList(),
                brands.list().stream().map(brand -> new Choice(brand.id(), brand.name())).toList(),
                log.stream().map(ChannelViews::line).toList(),
                shownChannel,
                new Typed(
                        Objects.requireNonNullElse(form.name(), ""),
                        Objects.requireNonNullElse(form.minPriority(), ""),
                        Objects.requireNonNullElse(form.brand(), 0L)),
                errors);
    }

    private static Card card(Channel channel, List<AlertRule> rules, Map<Long, String> brandNames) {
        return new Card(
                channel.id(),
                channel.name(),
                channel.shown(),
                state(channel),
                channel.enabled() && channel.refused() == null,
                trouble(channel),
                channel.waiting(),
                channel.failed(),
                channel.lastSentAt(),
                rules.stream().map(rule -> rule(rule, brandNames)).toList());
    }

    private static String state(Channel channel) {
        if (!channel.enabled()) {
            return t("off");
        }
        return channel.refused() == null ? t("on") : t("refused");
    }

    private static @Nullable String trouble(Channel channel) {
        if (channel.refused() != null) {
            return channel.waiting() == 0
                    ? t(
                            "The chat refuses what is sent: {0}. Mend it there or enter a new address, then enable the channel: nothing was lost.",
                            channel.refused())
                    : t(
                            "The chat refuses what is sent: {0}. Mend it there or enter a new address, then enable the channel: what waits ({1}) goes out then.",
                            channel.refused(), channel.waiting());
        }
        return channel.trouble() == null
                ? null
                : t("Not sent yet: {0}", RefusalWords.say(channel.trouble()));
    }

    private static Rule rule(AlertRule rule, Map<Long, String> brandNames) {
        var brandId = rule.brandId();
        return new Rule(
                rule.id(),
                words(rule.kind().name()),
                rule.kind() != AlertKind.SOURCE_TROUBLE,
                rule.enabled(),
                rule.minPriority(),
                brandId == null ? 0 : brandId,
                brandId == null
                        ? t("all brands")
                        : brandNames.getOrDefault(brandId, t("a brand that is gone")));
    }

    private static Line line(Delivery delivery) {
        var caseId = delivery.caseId();
        var answer = delivery.lastAnswer() == null ? "" : delivery.lastAnswer();
        var waits =
                switch (delivery.state()) {
                    case PENDING -> delivery.attempts() > 0;
                    case SENDING, SENT, FAILED -> false;
                };
        return new Line(
                delivery.id(),
                delivery.sentAt() == null ? delivery.createdAt() : delivery.sentAt(),
                delivery.channel(),
                words(delivery.rule()),
                caseId == null ? 0 : caseId,
                stateWords(delivery),
                waits ? delivery.nextAttemptAt() : null,
                answer,
                delivery.state() == DeliveryState.FAILED
                        && !delivery.rule().equals(Deliveries.TEST));
    }

    private static String stateWords(Delivery delivery) {
        var tries = delivery.attempts();
        var words =
                switch (delivery.state()) {
                    case PENDING -> tries == 0 ? t("waits") : t("waits, tried {0}", times(tries));
                    case SENDING -> t("being sent");
                    case SENT -> tries == 1 ? t("sent") : t("sent, tried {0}", times(tries));
                    case FAILED -> t("given up, tried {0}", times(tries));
                };
        return delivery.unsure() ? t("{0}; may have arrived twice", words) : words;
    }

    private static String times(int tries) {
        return tries == 1 ? t("once") : t("{0} times", tries);
    }

    private static String words(String rule) {
        if (rule.equals(Deliveries.TEST)) {
            return t("Test message");
        }
        return switch (AlertKind.valueOf(rule)) {
            case NEW_CASE -> t("New case");
            case ACKNOWLEDGEMENT_SOON -> t("Acknowledgement due soon");
            case WARNING -> t("Half, and 80 %, of the time used up");
            case BREACH -> t("Deadline missed");
            case PROMISE -> t("Promise nearly due, or broken");
            case SECOND_LOOK -> t("Second look asked for");
            case SOURCE_TROUBLE -> t("Source stopped or quiet");
        };
    }
}
