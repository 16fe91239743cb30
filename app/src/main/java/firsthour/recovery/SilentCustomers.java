package firsthour.recovery;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/// Customers who stayed silent and whom nobody has asked since whether all is well.
@Singleton
public class SilentCustomers {
    private final SilentRows rows;

    SilentCustomers(SilentRows rows) {
        this.rows = rows;
    }

    /// The longest silent first.
    @Transactional(readOnly = true)
    public List<SilentCustomer> list(int most) {
        return rows.list(most);
    }
}
