package org.parley.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Parley's own settings. Each is a property and an environment variable: {@code PARLEY_DATA_DIRECTORY} and so on. */
@ConfigMapping(prefix = "parley")
public interface Settings {

    Data data();

    Seed seed();

    Http http();

    /** Where the record is kept. */
    interface Data {

        /** The folder of the database; made if it is missing. Not used where the database is in memory. */
        @WithDefault("./data")
        Path directory();
    }

    /** Where the record comes from. */
    interface Seed {

        /** A folder in the format of {@code seed/README.md}; the record inside the program if left out. */
        Optional<Path> directory();

        /** Whether the folder is loaded anew when its files have changed. */
        @WithDefault("false")
        boolean watch();

        /** Whether a folder that can't be loaded ends the start, even where the database holds an earlier record of it. */
        @WithDefault("false")
        boolean strict();
    }

    /** Where clients find it. */
    interface Http {

        /** The port to listen on, 0 to 65535; 0 takes one that is free. */
        @WithDefault("8080")
        int port();

        /** The address to listen on, as a name or a number. */
        @WithDefault("0.0.0.0")
        String host();
    }
}
