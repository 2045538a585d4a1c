package org.parley.record;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The record inside the program. Its digest, which each start compares, is in the executable: it is made when that is built. */
@Singleton
class BuiltInSeed {
    private final List<String> names;
    private final String digest;

    BuiltInSeed(@All List<RecordRows> tables) {
        names = SeedFiles.names(tables);
        digest = files().digest(Seeder.FORMAT);
    }

    /** Makes this bean, which is made when it is first needed otherwise. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object beforeTheStart) {
        // That it is made is all.
    }

    String digest() {
        return digest;
    }

    SeedFiles files() {
        try {
            return SeedFiles.builtIn(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
