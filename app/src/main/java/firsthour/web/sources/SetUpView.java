package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.connectors.Descriptor;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a source of a network is set up, and the form that adds it.
///
/// @param sent whether posts of it are sent here rather than asked for
/// @param steps what is to be done, in order
/// @param back the address that the network must know to send people back to; null where nobody is
///   sent there
/// @param permission the setting that comes of a person's consent on the network's own page; empty
///   where there is none
/// @param scopes what a person is asked to allow there
/// @param limits how often it is asked, and may be
/// @param can what can be done besides reading
/// @param cost what a test costs at most, in words; empty where it is free
/// @param typed what was typed, by field
@Introspected
public record SetUpView(
        Descriptor network,
        boolean sent,
        List<List<Part>> steps,
        @Nullable URI back,
        String permission,
        List<String> scopes,
        List<String> limits,
        List<String> can,
        String cost,
        List<Brand> brands,
        Map<String, String> typed,
        FormErrors errors) {

    /// A piece of a step.
    ///
    /// @param link whether the text is an address that a person may open
    public record Part(String text, boolean link) {}

    /// A brand that a source may belong to.
    public record Brand(long id, String name) {}

    /// What a source of it needs and brings.
    public String lead() {
        return NetworkWords.brings(network) + ". " + needs();
    }

    private String needs() {
        if (sent) {
            return t("Where to and how is shown once the source is added.");
        }
        if (network.needsKey()) {
            return t("A key is needed.");
        }
        return NetworkWords.mayHaveKey(network)
                ? t("No key is needed to read; with one more is possible.")
                : t("No key is needed.");
    }

    /// What was typed into a field; empty when nothing was.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// The settings that a person fills in.
    public List<Descriptor.Field> fields() {
        return network.fields().stream().filter(field -> !isOwn(field) && !isRare(field)).toList();
    }

    /// The settings that only people with a server of their own need.
    public List<Descriptor.Field> rareFields() {
        return network.fields().stream().filter(SetUpView::isRare).toList();
    }

    /// Whether one of those was filled in, or is wrong.
    public boolean isRareInUse() {
        return rareFields().stream()
                .anyMatch(
                        field -> !typed(field.name()).isEmpty() || errors.at(field.name()) != null);
    }

    /// The network gives it, and nobody types it.
    private boolean isOwn(Descriptor.Field field) {
        return field.name().equals(permission);
    }

    private static boolean isRare(Descriptor.Field field) {
        return field.name().equals("endpoint") && !field.required();
    }
}
