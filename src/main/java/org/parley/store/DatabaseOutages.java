package org.parley.store;

import jakarta.inject.Singleton;
import org.parley.graph.Outages;
import org.parley.graph.ServiceUnavailable;

/** Recognizes the failures of an operation that mean that the database does not answer. */
@Singleton
final class DatabaseOutages implements Outages {
    @Override
    public ServiceUnavailable toldBy(Throwable failure) {
        return DatabaseUnavailable.isToldBy(failure) ? new DatabaseUnavailable() : null;
    }
}
