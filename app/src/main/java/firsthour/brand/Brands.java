package firsthour.brand;

import static firsthour.language.Texts.t;

import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What is tracked for whom.
@Singleton
public class Brands {
    private static final int MAX_QUERY_LENGTH = 4000;
    private static final int MAX_HANDLE_LENGTH = 190;

    private final BrandRows brands;
    private final TrackedQueryRows queries;
    private final OwnAccountRows accounts;
    private final Clock clock;

    Brands(BrandRows brands, TrackedQueryRows queries, OwnAccountRows accounts, Clock clock) {
        this.brands = brands;
        this.queries = queries;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Adds a brand with the usual rules: cases from a probability of one half, a look at reviews
    /// in unknown languages, inquiries on.
    ///
    /// @param sample made by the demo
    /// @throws Rejected when the name is blank, too long or taken, or the zone is unknown
    @Transactional
    public Brand add(String name, String zone, boolean sample) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > Brand.MAX_NAME_LENGTH) {
            throw new Rejected(
                    "name", t("A brand's name has 1 to {0} characters.", Brand.MAX_NAME_LENGTH));
        }
        if (brands.findByName(clean).isPresent()) {
            throw new Rejected("name", t("There is a brand “{0}” already.", clean));
        }
        return brands.save(
                new Brand(
                        0,
                        clean,
                        knownZone(zone),
                        0.5,
                        true,
                        false,
                        true,
                        sample,
                        clock.instant(),
                        0));
    }

    /// Adds a brand together with its first tracked query, or neither.
    ///
    /// @throws Rejected when the name or the zone cannot be taken
    /// @throws QueryError when the query cannot be read
    @Transactional(rollbackFor = {Rejected.class, QueryError.class})
    public Brand addWithQuery(String name, String zone, String query) throws QueryError {
        QueryParser.parse(query.strip());
        var brand = add(name, zone, false);
        addQuery(brand.id(), query);
        return brand;
    }

    /// Changes how a brand's mentions become cases.
    ///
    /// @throws Rejected when a value is out of its range
    /// @throws io.micronaut.data.exceptions.OptimisticLockException when it was changed meanwhile
    @Transactional
    public Brand change(Brand brand) {
        if (!(brand.threshold() > 0 && brand.threshold() < 1)) {
            throw new Rejected("threshold", t("The threshold lies between 1 and 99 percent."));
        }
        knownZone(brand.zone());
        return brands.update(brand);
    }

    /// Adds a tracked query.
    ///
    /// @throws QueryError when it cannot be read; nothing is stored
    @Transactional
    public TrackedQuery addQuery(long brandId, String query) throws QueryError {
        var clean = query.strip();
        if (clean.length() > MAX_QUERY_LENGTH) {
            throw new Rejected("query", t("A query has at most {0} characters.", MAX_QUERY_LENGTH));
        }
        QueryParser.parse(clean);
        lock(brandId);
        return queries.save(new TrackedQuery(0, brandId, clean, clock.instant()));
    }

    /// Removes a tracked query; mentions that it found stay.
    @Transactional
    public void removeQuery(long brandId, long queryId) {
        queries.deleteByIdAndBrandId(queryId, brandId);
    }

    /// Names an account as the brand's own: its posts are replies, never mentions.
    ///
    /// @param handle with or without a leading `@`
    /// @throws Rejected when the handle is blank, too long or named already
    @Transactional
    public OwnAccount addOwnAccount(long brandId, String network, String handle, boolean bot) {
        var clean = normalHandle(handle);
        if (clean.isEmpty() || clean.length() > MAX_HANDLE_LENGTH) {
            throw new Rejected(
                    "handle", t("An account's name has 1 to {0} characters.", MAX_HANDLE_LENGTH));
        }
        lock(brandId);
        if (accounts.findByBrandIdAndNetworkAndHandle(brandId, network, clean).isPresent()) {
            throw new Rejected("handle", t("“{0}” is named as an own account already.", clean));
        }
        return accounts.save(new OwnAccount(0, brandId, network, clean, bot));
    }

    @Transactional
    public void removeOwnAccount(long brandId, long accountId) {
        accounts.deleteByIdAndBrandId(accountId, brandId);
    }

    /// Gets a brand.
    ///
    /// @throws NoSuchElementException when there is none with this id
    public Brand get(long id) {
        return brands.findById(id).orElseThrow(() -> new NoSuchElementException("brand " + id));
    }

    public Optional<Brand> find(long id) {
        return brands.findById(id);
    }

    public Optional<Brand> findByName(String name) {
        return brands.findByName(name.strip());
    }

    /// All brands by name.
    public List<Brand> list() {
        return brands.listOrderByName();
    }

    public List<TrackedQuery> listQueries(long brandId) {
        return queries.findByBrandIdOrderById(brandId);
    }

    public List<OwnAccount> listOwnAccounts(long brandId) {
        return accounts.findByBrandIdOrderById(brandId);
    }

    /// The own accounts of all brands on one network.
    public List<OwnAccount> findOwnAccounts(String network) {
        return accounts.findByNetwork(network);
    }

    /// A handle as it is stored and compared: lower-case, without a leading `@`.
    public static String normalHandle(String handle) {
        var clean = handle.strip();
        return (clean.startsWith("@") ? clean.substring(1) : clean).toLowerCase(Locale.ROOT);
    }

    /// Locks a brand, so that what belongs to it changes one deed at a time.
    ///
    /// @throws NoSuchElementException when there is none with this id
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long brandId) {
        if (brands.findLocked(brandId).isEmpty()) {
            throw new NoSuchElementException("brand " + brandId);
        }
    }

    private static String knownZone(String zone) {
        try {
            return ZoneId.of(zone.strip()).getId();
        } catch (DateTimeException _) {
            throw new Rejected(
                    "zone",
                    t("“{0}” is no time zone; name one such as Europe/Berlin or UTC.", zone));
        }
    }
}
