package firsthour.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.team.Members;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.IntConsumer;

/// Loads the invented brand with three weeks of posts and of what its staff did, all of it through
/// the rooms that do so every day, on a clock that is wound through those weeks. Exists only in a
/// node that was opened for loading.
@Singleton
@Requires(property = LoadingClock.SETTING, value = "true")
public class SampleBrand {
    /// The brand's name.
    public static final String NAME = "Kestrel Coffee";

    private static final String ZONE = "Europe/London";
    private static final String QUERY =
            "(kestrel OR kestrelcoffee) NOT (vole OR falcon OR raptors OR buzzard OR dotnet OR TLS)";

    private final Brands brands;
    private final Members members;
    private final SampleStaff staff;
    private final SamplePromises promises;
    private final SampleHouse house;
    private final SampleLooks looks;
    private final SampleStory story;
    private final WoundClock wound;
    private final Clock clock;
    private final ObjectMapper json;

    SampleBrand(
            Brands brands,
            Members members,
            SampleStaff staff,
            SamplePromises promises,
            SampleHouse house,
            SampleLooks looks,
            SampleStory story,
            WoundClock wound,
            Clock clock,
            ObjectMapper json) {
        this.brands = brands;
        this.members = members;
        this.staff = staff;
        this.promises = promises;
        this.house = house;
        this.looks = looks;
        this.story = story;
        this.wound = wound;
        this.clock = clock;
        this.json = json;
    }

    /// What came of loading.
    public sealed interface Loading {
        /// It was loaded.
        record Loaded(int posts) implements Loading {}

        /// It had been loaded before; nothing was changed.
        record LoadedBefore() implements Loading {}

        /// Nothing was loaded: this installation is in use.
        ///
        /// @param why for a person: "it has a team"
        record InUse(String why) implements Loading {}
    }

    /// Loads the sample, once, all of it or nothing. READ COMMITTED, as the rooms' own batches.
    ///
    /// @param passwordHash of the password that all of the invented staff have
    /// @param progress told percents, 0 to 100
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Loading load(String passwordHash, IntConsumer progress) {
        var known = brands.list();
        if (known.stream().anyMatch(Brand::sample)) {
            return new Loading.LoadedBefore();
        }
        if (!known.isEmpty()) {
            return new Loading.InUse("it has the brand “" + known.getFirst().name() + "”");
        }
        // Sign-ins that everybody knows must not come into a team that exists.
        if (members.any()) {
            return new Loading.InUse("it has a team");
        }
        var sample = Sample.read(json);
        var now = clock.instant();
        try {
            wound.windTo(beginning(sample, now));
            staff.join(sample.staff(), passwordHash);
            var scene = new Scene(addBrand().id(), now, new Agenda());
            promises.make(scene.brandId(), ZONE);
            house.furnish(scene.brandId());
            looks.rule(scene.brandId());
            story.plan(scene, sample);
            scene.agenda().play(wound, now, progress);
        } finally {
            wound.release();
        }
        return new Loading.Loaded(sample.posts().size());
    }

    private static Instant beginning(Sample sample, Instant now) {
        return sample.posts().stream()
                .map(SamplePost::age)
                .max(Comparator.naturalOrder())
                .map(oldest -> now.minus(oldest).minus(Duration.ofHours(1)))
                .orElse(now);
    }

    private Brand addBrand() {
        var brand = brands.add(NAME, ZONE, true);
        try {
            brands.addQuery(brand.id(), QUERY);
        } catch (QueryError e) {
            throw new IllegalStateException("The sample's query does not parse", e);
        }
        brands.addOwnAccount(brand.id(), "mastodon", "kestrelcoffee", false);
        brands.addOwnAccount(brand.id(), "mastodon", "kestrelbot", true);
        brands.addOwnAccount(brand.id(), "hackernews", "kestrel_sam", false);
        return brand;
    }
}
