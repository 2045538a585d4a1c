package org.parley.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the store by the JDBC URL of the connection pool. */
final class ChosenStore {
    @Produces
    @Singleton
    Store store(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DataConfig data) {
        return Store.at(url, data.directory());
    }
}
