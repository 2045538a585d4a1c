package org.parley.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.flyway.runtime.FlywayBuildTimeConfig;
import io.quarkus.flyway.runtime.FlywayContainer;
import io.quarkus.flyway.runtime.FlywayContainerProducer;
import io.quarkus.flyway.runtime.FlywayRuntimeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Makes Flyway when the tables need it. Quarkus makes it at each start, even if it is to do nothing. */
@Alternative
@Priority(1)
@Singleton
public class FlywayMigration extends FlywayContainerProducer {
    FlywayMigration(
            FlywayRuntimeConfig settings,
            FlywayBuildTimeConfig fixed,
            @All List<InstanceHandle<FlywayConfigurationCustomizer>> customizers) {
        super(settings, fixed, customizers);
    }

    /** What Quarkus asks for at each start: here without Flyway, which nobody takes from there. */
    @Override
    public FlywayContainer createFlyway(
            DataSource database, String name, boolean hasMigrations, boolean createPossible) {
        return new FlywayContainer(null, false, false, false, false, false, false, name, hasMigrations, createPossible);
    }

    public Flyway flyway(AgroalDataSource database) {
        return super.createFlyway(database, DataSourceUtil.DEFAULT_DATASOURCE_NAME, true, true)
                .getFlyway();
    }
}
