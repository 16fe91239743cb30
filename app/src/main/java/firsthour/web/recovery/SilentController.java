package firsthour.web.recovery;

import firsthour.recovery.SilentCustomer;
import firsthour.recovery.SilentCustomers;
import firsthour.security.Roles;
import firsthour.web.cases.Labels;
import firsthour.web.recovery.SilentView.Line;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;

/// Customers who were answered and say nothing: each leads to one line that asks.
@Controller("/silent")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SilentController {
    private static final int MOST = 200;

    private final SilentCustomers customers;
    private final Labels labels;

    SilentController(SilentCustomers customers, Labels labels) {
        this.customers = customers;
        this.labels = labels;
    }

    @Get
    @View("recovery/silent")
    SilentView list() {
        var found = customers.list(MOST + 1);
        return new SilentView(
                found.stream().limit(MOST).map(this::line).toList(), found.size() > MOST);
    }

    private Line line(SilentCustomer customer) {
        var where = customer.brandName() + " · " + labels.network(customer.network());
        return new Line(
                customer.caseId(),
                customer.author() == null ? where : where + ", " + customer.author(),
                customer.text(),
                customer.silentDays(),
                customer.waitingSince(),
                customer.assignee());
    }
}
