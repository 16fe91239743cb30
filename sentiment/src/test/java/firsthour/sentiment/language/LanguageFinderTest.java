package firsthour.sentiment.language;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.text.Cleaned;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageFinderTest {
    private final LanguageFinder finder = new LanguageFinder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The parcel came two days late and nobody told me.",
                "never buying from you again",
                "It's been three weeks, where is my refund?",
                "my card was charged twice 😡",
            })
    void englishSentencesAreEnglish(String text) {
        assertThat(found(text)).isEqualTo(new Finding.English());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Das Paket kam zwei Tage zu spät und niemand hat Bescheid gesagt.",
                "fr | Le colis est arrivé avec deux jours de retard, c'est nul.",
                "es | El paquete llegó dos días tarde y nadie me avisó.",
                "it | Il pacco è arrivato con due giorni di ritardo, che vergogna.",
                "pt | A encomenda chegou com dois dias de atraso e ninguém avisou.",
                "nl | Het pakket kwam twee dagen te laat en niemand zei iets.",
                "pl | Paczka przyszła dwa dni za późno i nikt nic nie powiedział.",
                "sv | Paketet kom två dagar för sent och ingen sa något.",
                "tr | Paket iki gün geç geldi ve kimse haber vermedi.",
                "ru | Посылка пришла на два дня позже, ужасный сервис.",
                "uk | Посилка прийшла на два дні пізніше, жахливий сервіс.",
                "ar | وصل الطرد متأخرا يومين ولم يخبرني أحد.",
                "fa | بسته دو روز دیر رسید و هیچ کس خبر نداد.",
                "ja | 荷物が二日も遅れて届きました。ひどいサービスです。",
                "ko | 택배가 이틀이나 늦게 왔어요.",
                "zh | 包裹晚了两天才到，服务太差了。",
                "el | Το δέμα ήρθε δύο μέρες αργότερα.",
                "he | החבילה הגיעה באיחור של יומיים.",
                "th | พัสดุมาช้าสองวัน",
                "sv | jag har fortfarande inte fått mina pengar tillbaka",
                "nl | Leuke winkel met vriendelijke mensen",
                "tr | Bu telefon harika, çok memnunum",
                "id | pelayanan sangat buruk, uang saya belum kembali",
                "pl | fatalna obsługa, czekam już godzinę na infolinii",
                "fi | Paketti tuli kaksi päivää myöhässä eikä kukaan kertonut.",
                "tl | sobrang pangit ng serbisyo nila hindi na ako oorder ulit",
                "hu | A csomag két nappal később jött és senki nem szólt.",
                "fr | service client nul, je ne recommande pas",
                "it | quando arriva il mio ordine?",
                "pt | cadê o meu pedido?",
                "de | wann bekomme ich mein geld zurück?",
                "es | cuando llega mi pedido?",
                "ur | پارسل دو دن دیر سے آیا اور کسی نے نہیں بتایا",
                "sr | Пакет је стигао два дана касније, љут сам",
                "bg | Пратката дойде два дни по-късно, ужасно обслужване",
            })
    void otherLanguagesAreForeign(String language, String text) {
        assertThat(found(text)).isEqualTo(new Finding.Foreign(language));
    }

    /// The names of such languages are not known here; that they are not English is.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kifurushi kilichelewa siku mbili na hakuna mtu aliyenijulisha.",
                "Gói hàng đến trễ hai ngày mà không ai báo cho tôi.",
                "El paquet va arribar dos dies tard i ningú em va avisar.",
                "Paket je stigao dva dana kasnije i nitko nije javio.",
                "pesanan saya masih belum sampai, sangat mengecewakan",
            })
    void languagesThatNobodyNamesAreForeign(String text) {
        assertThat(found(text)).isInstanceOf(Finding.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Klarna refund pending",
                "Deutsche Bank app offline",
                "Estée Lauder serum broke me out",
                "La Quinta Inn dirty room",
                "Volkswagen Passat emissions",
                "Pizza Margherita soggy",
                "L'Oréal shampoo ruined hair",
                "Schnitzel place in Austin is amazing",
            })
    void foreignNamesDoNotMakeAShortPostForeign(String text) {
        assertThat(found(text)).isNotInstanceOf(Finding.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worst custmer servce evr",
                "stil waitin 4 my refnd",
                "ur app sux",
                "dis phone trash fr fr",
                "lit af ngl no cap",
                "#fail #acme #neveragain",
                "#CustomerService #Fail",
                "SCREEN CRACKED DAY ONE",
            })
    void slangTyposHashtagsAndCapitalsAreEnglishAsWell(String text) {
        assertThat(found(text)).isNotInstanceOf(Finding.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order llegó tarde, terrible service @Brand",
                "my order came late, muy mal servicio, never again",
                "ich liebe this song so much, the best ever",
            })
    void aPostThatIsHalfEnglishIsJudged(String text) {
        assertThat(found(text)).isNotInstanceOf(Finding.Foreign.class);
    }

    @Test
    void aPostThatIsForeignButForAWordIsNotJudged() {
        assertThat(found("Mein Paket ist immer noch nicht da, worst Lieferdienst aller Zeiten"))
                .isEqualTo(new Finding.Foreign("de"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meh",
                "smh",
                "worst ever",
                "lol ok 😂",
                "great phone",
                "refund pls",
                "ugh",
                "no",
                "omg omg omg",
                "wtf acme",
                "iPad dead",
                "never again",
                "slow af",
                "terrible",
                "no signal again lmao",
                "café was nice",
                "i`m done, it`s broken",
            })
    void shortEnglishPostsAreNotCalledForeign(String text) {
        assertThat(found(text)).isNotInstanceOf(Finding.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😂😂", "10/10", "!!!", ":("})
    void whatHasNoLettersIsOfNoLanguageWhateverTheSourceClaims(String text) {
        assertThat(found(text)).isEqualTo(new Finding.Unclear());
        assertThat(found(text, "de")).isEqualTo(new Finding.Unclear());
    }

    @Test
    void aForeignWordInAnEnglishPostDoesNotMakeItForeign() {
        assertThat(found("They sold me the wrong 電池 and will not take it back"))
                .isEqualTo(new Finding.English());
    }

    @Test
    void aPlausibleClaimIsTrusted() {
        assertThat(found("Schade", "de-AT")).isEqualTo(new Finding.Foreign("de"));
        assertThat(found("OK top", "pt_BR")).isEqualTo(new Finding.Foreign("pt"));
        assertThat(found("iPad dead", "en-GB")).isEqualTo(new Finding.English());
        assertThat(found("Лошо обслужване", "bg")).isEqualTo(new Finding.Foreign("bg"));
    }

    @Test
    void aClaimAgainstTheLettersOrTheWordsIsNot() {
        assertThat(found("ひどいサービスです", "en")).isEqualTo(new Finding.Foreign("ja"));
        assertThat(found("This is the worst thing that I have ever bought", "ja"))
                .isEqualTo(new Finding.English());
        assertThat(found("This is the worst thing that I have ever bought", "de"))
                .isEqualTo(new Finding.English());
        assertThat(found("Das Paket kam zwei Tage zu spät und niemand sagt etwas", "en"))
                .isEqualTo(new Finding.Foreign("de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zxx", "english", "x", "qme", "??", "-", "en us", "123"})
    void aTagThatNamesNoLanguageClaimsNothing(String tag) {
        assertThat(found("meh", tag)).isEqualTo(new Finding.Unclear());
    }

    private Finding found(String text) {
        return finder.find(Cleaned.of(text), Optional.empty());
    }

    private Finding found(String text, String claim) {
        return finder.find(Cleaned.of(text), Optional.of(claim));
    }
}
