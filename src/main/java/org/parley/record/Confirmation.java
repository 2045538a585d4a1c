package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.sql.Connection;
import org.parley.store.Store;

/**
 * Asks the database whether it still holds the record that is served, if processes share it: another one may have replaced the record a
 * moment ago. Whoever asks while the database is being asked waits for the next question, which is one for all of them: so an answer
 * takes hardly longer, and the database is asked a few thousand times a second at most. Thread-safe; does not block.
 */
@Singleton
public class Confirmation {
    private final Store store;
    private final AgroalDataSource database;
    private final Vertx vertx;

    /** The question that comes next; null if nobody waits for it. */
    private Promise<String> next;

    private boolean isAsking;

    Confirmation(Store store, AgroalDataSource database, Vertx vertx) {
        this.store = store;
        this.database = database;
        this.vertx = vertx;
    }

    /** False if no other process can change the record. */
    public boolean isNeeded() {
        return store.isShared();
    }

    /** Whether the database holds this record at a time after this call; fails if it does not answer. */
    public Future<Boolean> isHeld(Edition.Served served) {
        return digest().map(digest -> served.digest().equals(digest));
    }

    private synchronized Future<String> digest() {
        if (next == null) {
            next = Promise.promise();
        }
        Future<String> mine = next.future();
        if (!isAsking) {
            ask();
        }
        return mine;
    }

    private synchronized void ask() {
        Promise<String> asked = next;
        next = null;
        isAsking = asked != null;
        if (isAsking) {
            vertx.executeBlocking(
                            () -> {
                                try (Connection connection = database.getConnection()) {
                                    String digest = LoadedSeed.digestIn(connection);
                                    return digest == null ? "" : digest;
                                }
                            },
                            false)
                    .onComplete(done -> {
                        ask();
                        asked.handle(done);
                    });
        }
    }
}
