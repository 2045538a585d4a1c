package org.parley.record;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The record inside the program. Its digest, which each start compares with the database's, is computed when the bean is created. For the
 * native executable that happens at build time, so the executable contains the digest.
 */
@Singleton
class BuiltInSeed {
    private final List<String> names;
    private final String digest;

    BuiltInSeed(@All List<RecordRows> tables) {
        names = SeedFiles.names(tables);
        digest = files().digest(Seeder.FORMAT);
    }

    /** Creates this bean eagerly, during Quarkus's static initialization; otherwise it would be created at its first use. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object beforeTheStart) {
        // Creating the bean is enough.
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
