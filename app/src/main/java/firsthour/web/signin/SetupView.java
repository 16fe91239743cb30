package firsthour.web.signin;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;

/// The first run, with what was typed.
@Introspected
public record SetupView(String code, String email, String name, String zone, FormErrors errors) {}
