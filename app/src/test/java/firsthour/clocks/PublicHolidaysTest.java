package firsthour.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.language.Language;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    private final PublicHolidays holidays = new PublicHolidays();

    @Test
    void placesAreCalledAsTheReaderCallsThem() {
        assertThat(holidays.findName("de-by")).contains("Germany, Bavaria");
        assertThat(
                        Language.GERMAN.<Optional<String>, RuntimeException>say(
                                () -> holidays.findName("de-by")))
                .contains("Deutschland, Bayern");
    }

    @Test
    void daysOffAreStoredInEnglishAndSaidInTheLanguageOfThePage() {
        var stored = holidays.between("de", CHRISTMAS, CHRISTMAS).getFirst().name();
        assertThat(stored).isEqualTo("1st Christmas day");
        assertThat(PublicHolidays.say(stored)).isEqualTo(stored);
        assertThat(inGerman(stored)).isEqualTo("1. Weihnachtsfeiertag");
        assertThat(inGerman("The works outing")).isEqualTo("The works outing");
    }

    private static String inGerman(String stored) {
        return Language.GERMAN.<String, RuntimeException>say(() -> PublicHolidays.say(stored));
    }
}
