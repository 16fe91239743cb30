package firsthour.brand;

import static firsthour.language.Texts.t;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Settings;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where brands are listened to.
@Singleton
public class Sources {

    private final SourceRows rows;
    private final Networks networks;
    private final SealedSettings sealed;
    private final Clock clock;

    Sources(SourceRows rows, Networks networks, SealedSettings sealed, Clock clock) {
        this.rows = rows;
        this.networks = networks;
        this.sealed = sealed;
        this.clock = clock;
    }

    /// Adds a feed; where it is pulled, its first pull is due at once.
    ///
    /// @param brandId whose phrases are searched for, or whom all posts are about; needed where
    ///   [Descriptor#needsBrand] says so
    /// @param live whether posts older than two days open cases as well
    /// @throws Rejected when a setting is missing or unknown, or the name is taken
    @Transactional
    public Source add(
            String network, String name, @Nullable Long brandId, Settings settings, boolean live) {
        check(network, brandId, settings);
        var descriptor = describe(network);
        var clean = clean(name);
        if (rows.findByName(clean).isPresent()) {
            throw new Rejected("name", t("There is a source “{0}” already.", clean));
        }
        return rows.save(
                new Source(
                        0,
                        network,
                        clean,
                        brandId,
                        sealed.write(descriptor, settings),
                        live,
                        true,
                        clock.instant(),
                        0));
    }

    /// Checks what a source would be told.
    ///
    /// @throws Rejected when a setting is missing or unknown, or the brand is
    public void check(String network, @Nullable Long brandId, Settings settings) {
        var descriptor = describe(network);
        if (descriptor.needsBrand() && brandId == null) {
            throw new Rejected(
                    "brand",
                    descriptor.searched()
                            ? t(
                                    "{0} is searched: name the brand to search for.",
                                    descriptor.title())
                            : t("{0} belong to a brand: name it.", descriptor.title()));
        }
        if (brandId != null && !rows.isBrand(brandId)) {
            throw new Rejected("brand", t("This brand is no longer here. Choose another one."));
        }
        check(descriptor, settings);
    }

    /// Finds the source that a file's posts are stored under, or makes it.
    ///
    /// @throws Rejected when it can be no name, or is the name of another kind of source
    @Transactional
    public Source fileSource(String name) {
        var clean = clean(name);
        var known = rows.findByName(clean);
        if (known.isEmpty()) {
            rows.addFileSource(clean);
        }
        var source = known.or(() -> rows.findByName(clean)).orElseThrow();
        if (source.arrival() != Arrival.IMPORTED) {
            throw new Rejected(
                    "source",
                    t("“{0}” is no import's source; give the import another name.", clean));
        }
        return source;
    }

    /// Changes what a source is told. A secret that is left out stays as it is, unless it would be
    /// sent to another place.
    ///
    /// @param version of the source, as the person saw it
    /// @throws Rejected when a setting is missing or unknown, the name is taken, or posts came from
    ///   the place that is changed: their ids mean nothing elsewhere
    /// @throws io.micronaut.data.exceptions.OptimisticLockException when it was changed meanwhile
    @Transactional
    public Source change(
            Source source, long version, String name, Settings settings, boolean live) {
        var descriptor = describe(source.network());
        var values = new TreeMap<>(settings.values());
        var before = openSettings(source);
        var moved = !Places.of(descriptor, settings).equals(Places.of(descriptor, before));
        if (moved && rows.hasPosts(source.id())) {
            throw new Rejected(
                    moved(descriptor, settings, before),
                    t(
                            "Posts came from there. Add another source for the new place, and switch this one off."));
        }
        for (var field : descriptor.fields()) {
            if (!moved && field.secret() && settings.find(field.name()).isEmpty()) {
                before.find(field.name()).ifPresent(kept -> values.put(field.name(), kept));
            }
        }
        var whole = new Settings(values);
        check(descriptor, whole);
        var clean = clean(name);
        if (rows.findByName(clean).filter(other -> other.id() != source.id()).isPresent()) {
            throw new Rejected("name", t("There is a source “{0}” already.", clean));
        }
        return rows.update(
                new Source(
                        source.id(),
                        source.network(),
                        clean,
                        source.brandId(),
                        sealed.write(descriptor, whole),
                        live,
                        source.enabled(),
                        source.createdAt(),
                        version));
    }

    private static String moved(Descriptor descriptor, Settings settings, Settings before) {
        return descriptor.fields().stream()
                .filter(Places::isPlace)
                .map(Descriptor.Field::name)
                .filter(name -> !settings.find(name).equals(before.find(name)))
                .findFirst()
                .orElse("name");
    }

    /// Keeps a secret that a network gave.
    @Transactional
    public void keepSecret(long id, String field, String value) {
        var source = get(id);
        var values = new TreeMap<>(openSettings(source).values());
        values.put(field, value);
        change(source, source.version(), source.name(), new Settings(values), source.live());
    }

    /// Removes a source that has brought nothing.
    ///
    /// @throws Rejected when it has brought posts, which stay
    @Transactional
    public void remove(long id) {
        if (rows.hasPosts(id)) {
            throw new Rejected(
                    "source",
                    t("It has brought posts, which stay and belong to it. Switch it off instead."));
        }
        rows.deleteById(id);
    }

    /// What tells one search of a source from another: its settings without secrets, which are
    /// sealed anew each time.
    public String identity(Source source) {
        return sealed.shownJson(describe(source.network()), source);
    }

    /// The settings that may be shown: secrets are left out.
    public Settings shownSettings(Source source) {
        return sealed.shown(describe(source.network()), source);
    }

    /// Stops or resumes listening; what is stored stays.
    @Transactional
    public void setEnabled(long id, boolean enabled) {
        rows.update(get(id).withEnabled(enabled));
    }

    /// Gets a source.
    ///
    /// @throws NoSuchElementException when there is none with this id
    public Source get(long id) {
        return rows.findById(id).orElseThrow(() -> new NoSuchElementException("source " + id));
    }

    public Optional<Source> find(long id) {
        return rows.findById(id);
    }

    public Optional<Source> findByName(String name) {
        return rows.findByName(name.strip());
    }

    /// All sources by name.
    public List<Source> list() {
        return rows.listOrderByName();
    }

    /// A source's settings with its secrets in the clear: for a pull only.
    public Settings openSettings(Source source) {
        return sealed.open(describe(source.network()), source);
    }

    private Descriptor describe(String network) {
        return networks.findDescriptor(network)
                .filter(_ -> Arrival.of(network) != Arrival.IMPORTED)
                .orElseThrow(() ->
                        new Rejected(
                                "network",
                                t(
                                        "“{0}” is no network that can be read; there are {1}.",
                                        network,
                                        String.join(
                                                ", ",
                                                networks.list().stream()
                                                        .map(Descriptor::network)
                                                        .toList()))));
    }

    private static String clean(String name) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > Source.MAX_NAME_LENGTH) {
            throw new Rejected(
                    "name", t("A source's name has 1 to {0} characters.", Source.MAX_NAME_LENGTH));
        }
        return clean;
    }

    private static void check(Descriptor descriptor, Settings settings) {
        var names = descriptor.fields().stream().map(Descriptor.Field::name).toList();
        for (var name : settings.values().keySet()) {
            if (!names.contains(name)) {
                throw new Rejected(
                        name,
                        t(
                                "{0} has no setting “{1}”; it has {2}.",
                                descriptor.title(), name, String.join(", ", names)));
            }
        }
        for (var field : descriptor.fields()) {
            if (field.required() && settings.find(field.name()).isEmpty()) {
                throw new Rejected(
                        field.name(),
                        t(
                                "{0} needs “{1}”, for example {2}.",
                                descriptor.title(), t(field.label()), field.example()));
            }
        }
    }
}
