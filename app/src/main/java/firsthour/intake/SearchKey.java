package firsthour.intake;

import firsthour.connectors.Search;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a checkpoint belongs to: other settings or another search start anew.
final class SearchKey {
    private SearchKey() {}

    /// Makes the key.
    ///
    /// @param identity as [firsthour.brand.Sources#identity]
    static String of(String identity, Search search) {
        try {
            var what = identity + "\n" + String.join("\n", search.phrases());
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(what.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
