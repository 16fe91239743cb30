package firsthour.connectors.reading;

import java.util.regex.Pattern;

/// What a link says to somebody who cannot click on it.
final class LinkWords {
    private static final Pattern SCHEME = Pattern.compile("^https?://(www\\.)?|^www\\.");
    private static final Pattern DOTS = Pattern.compile("(\\.\\.\\.|…)$");
    private static final Pattern SLASH = Pattern.compile("/$");

    private LinkWords() {}

    /// The words of a link with its address: behind them in parentheses, or in their place where
    /// they are its beginning. An address that the words spell out, one that is none of the web,
    /// and where an account or a tag leads are left out.
    static String of(String shown, String address) {
        if (shown.isEmpty()
                || shown.startsWith("@")
                || shown.startsWith("#")
                || !Addresses.find(address).isPresent()) {
            return shown;
        }
        String bare = bare(shown);
        String beginning = DOTS.matcher(bare).replaceFirst("");
        if (bare.equals(bare(address))) {
            return shown;
        }
        return beginning.length() < bare.length()
                        && !beginning.isEmpty()
                        && bare(address).startsWith(beginning)
                ? address
                : shown + " (" + address + ")";
    }

    private static String bare(String address) {
        return SLASH.matcher(SCHEME.matcher(address).replaceFirst("")).replaceFirst("");
    }
}
