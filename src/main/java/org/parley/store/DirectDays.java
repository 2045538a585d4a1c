package org.parley.store;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Makes Hibernate pass a {@code LocalDate} to JDBC as it is. By default Hibernate converts it to {@code java.sql.Date}, which is an
 * instant: midnight in the JVM's time zone, in the Julian calendar before 15 October 1582. A date from a time when that zone had another
 * offset is then read as the day before, and some dates can't be read at all.
 *
 * <p>Quarkus has no property for this setting of Hibernate; as one of its "unsupported properties" it would log a warning at each start.
 * The service loader finds this class at build time.
 */
public class DirectDays implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        services.applySetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
    }
}
