package firsthour.connectors.appstoreconnect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stores' countries: Apple names them by three letters, addresses by two.
final class Territories {
    private static final Map<String, String> TWO_LETTERS = twoLetters();

    private Territories() {}

    /// The two small letters of a country; empty where it is not known.
    static Optional<String> find(@Nullable String threeLetters) {
        return Optional.ofNullable(threeLetters).map(TWO_LETTERS::get);
    }

    private static Map<String, String> twoLetters() {
        Map<String, String> countries = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            countries.put(
                    Locale.of("", country).getISO3Country(), country.toLowerCase(Locale.ROOT));
        }
        return Map.copyOf(countries);
    }
}
