package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The customers whose cases are looked at with care.
@Singleton
public class Vips {
    private static final int MOST_HANDLE = 190;

    private final VipRows rows;
    private final Networks networks;
    private final EventLog events;

    Vips(VipRows rows, Networks networks, EventLog events) {
        this.rows = rows;
        this.networks = networks;
        this.events = events;
    }

    /// All of them.
    @Transactional(readOnly = true)
    public List<Vip> list() {
        return rows.list().stream().map(VipRow::vip).toList();
    }

    /// Names a customer of a brand.
    ///
    /// @return why that was not done, a sentence; empty when it was
    @Transactional
    public Optional<String> add(long brandId, String network, String handle, long by) {
        var tidy = Brands.normalHandle(handle);
        if (tidy.isEmpty() || tidy.length() > MOST_HANDLE) {
            return Optional.of(t("Write the handle as it stands in the author's address."));
        }
        if (networks.listNamesOnly().contains(network)) {
            return Optional.of(
                    t("There an author's name may be several people's: nobody can be named."));
        }
        try {
            var row = rows.save(new VipRow(0, brandId, network, tidy));
            events.append(new Event.VipNamed(row.id(), brandId, by));
            return Optional.empty();
        } catch (DataAccessException e) {
            // The unique key decides, because somebody else may name the same customer meanwhile.
            if (rows.count(brandId, network, tidy) > 0) {
                return Optional.of(t("{0} is named already.", tidy));
            }
            throw e;
        }
    }

    /// Names a customer no more; nothing happens where that was done already.
    @Transactional
    public void remove(long id, long by) {
        rows.findById(id)
                .filter(_ -> rows.remove(id) > 0)
                .ifPresent(row -> events.append(new Event.VipDropped(id, row.brandId(), by)));
    }
}
