package org.parley.store;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Has days read and written as days. By default Hibernate makes a {@code java.sql.Date} of each, which is an instant: midnight in the
 * zone of the process, by the Julian calendar before 15 October 1582. A day of a time when that zone had another offset then comes out
 * as the day before, and of some days nothing comes out.
 *
 * <p>A setting of Hibernate that Quarkus has none for; as one of its "unsupported properties" it would be warned of at each start.
 * Found by the service loader, at build time.
 */
public class DirectDays implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        services.applySetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
    }
}
