package firsthour.web.sources;

import static firsthour.language.Texts.t;

import firsthour.connectors.Descriptor;
import firsthour.intake.SourceHealth;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One source: how it fares, and what it was told.
///
/// @param oldest how far back it was read; null where nothing came
/// @param kept names of the secrets that are stored
/// @param permission the setting that comes of a person's consent; empty where there is none
/// @param scopes what a person is asked to allow on the network's page; empty where there is none
/// @param back where the network sends that person back to; null where nobody is sent there
/// @param refused what it was refused lately, by kind
/// @param limits how often it is asked, and may be; empty where its posts are sent
/// @param hook how posts are sent to it; null where they are read
/// @param typed what was typed, by field, or what is stored
@Introspected
public record SourceView(
        SourceHealth.Health source,
        @Nullable Instant oldest,
        Descriptor network,
        Set<String> kept,
        String permission,
        List<String> scopes,
        @Nullable URI back,
        List<SourceHealth.Refused> refused,
        List<String> limits,
        @Nullable HookView hook,
        Map<String, String> typed,
        FormErrors errors) {

    /// What stands in a field.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What is said of a field.
    public String hint(Descriptor.Field field) {
        if (!kept.contains(field.name())) {
            return t("For example {0}", t(field.example()));
        }
        return t("Stored, and not shown. Leave it empty to keep it.");
    }
}
