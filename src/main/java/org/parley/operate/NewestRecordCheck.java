package org.parley.operate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.parley.record.Edition;
import org.parley.record.LatestLoad;

/**
 * Reports which record is served, and the faults of a newer one that could not be loaded. Its status is UP even then: a record is served,
 * and sending clients elsewhere or restarting Parley would not correct a file.
 */
@Readiness
@ApplicationScoped
class NewestRecordCheck implements HealthCheck {
    /** The most faults that are listed; the log has all. */
    private static final int MOST = 10;

    private final Edition edition;
    private final LatestLoad latest;

    NewestRecordCheck(Edition edition, LatestLoad latest) {
        this.edition = edition;
        this.latest = latest;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("The record that is served").up();
        Edition.Served served = edition.served();
        if (served != null) {
            response.withData("records", served.records())
                    .withData("loadedAt", served.loadedAt().toString());
        }
        LatestLoad.Failure failure = latest.failure();
        response.withData("isStale", failure != null);
        if (failure != null) {
            List<String> faults = failure.faults();
            response.withData("refusedAt", failure.at().toString()).withData("faults", faults.size());
            for (int i = 0; i < Math.min(faults.size(), MOST); i++) {
                response.withData("fault " + (i + 1), faults.get(i));
            }
        }
        return response.build();
    }
}
