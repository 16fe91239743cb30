package firsthour.scoring;

import static firsthour.language.Texts.t;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.Topic;
import java.util.Arrays;

/// What a judgement says, in the language of the page.
public final class JudgedWords {
    private JudgedWords() {}

    public static String of(Polarity polarity) {
        return switch (polarity) {
            case NEGATIVE -> t("negative");
            case NEUTRAL -> t("neutral");
            case POSITIVE -> t("positive");
            case UNDETERMINED -> t("undetermined");
        };
    }

    public static String of(Topic topic) {
        return switch (topic) {
            case DELIVERY -> t("delivery");
            case BILLING -> t("billing");
            case PRICE -> t("price");
            case PRODUCT_QUALITY -> t("product quality");
            case SERVICE -> t("service");
            case WEBSITE_APP -> t("website app");
            case SAFETY -> t("safety");
            case POLICY -> t("policy");
            case OTHER -> t("other");
        };
    }

    /// A topic that was stored by its label.
    public static String ofTopic(String label) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.label().equals(label))
                .findFirst()
                .map(JudgedWords::of)
                .orElse(label);
    }
}
