package org.parley.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/**
 * Parley's own settings. Each is a property and an environment variable: {@code PARLEY_DATA_DIRECTORY} and so on. Each names its
 * {@link Rules rule}.
 */
@ConfigMapping(prefix = "parley")
public interface Settings {

    Data data();

    Seed seed();

    Http http();

    /** Where the record is kept. */
    interface Data {

        /** The folder of the database; made if it is missing. Not used where the database is in memory. */
        @WithDefault("./data")
        @WithConverter(Rules.DatabaseFolder.class)
        Path directory();
    }

    /** Where the record comes from. */
    interface Seed {

        /** A folder in the format of {@code seed/README.md}; the record inside the program if left out. */
        Optional<@WithConverter(Rules.FilePath.class) Path> directory();

        /** Whether the folder is loaded anew when its files have changed. */
        @WithDefault("false")
        @WithConverter(Rules.Switch.class)
        boolean watch();

        /** Whether a folder that can't be loaded ends the start, even where the database holds an earlier record of it. */
        @WithDefault("false")
        @WithConverter(Rules.Switch.class)
        boolean strict();
    }

    /** Where clients find it. */
    interface Http {
        String PORT = "8080";
        String HOST = "0.0.0.0";

        /** The port to listen on, 0 to 65535; 0 takes one that is free. */
        @WithDefault(PORT)
        @WithConverter(Rules.Port.class)
        int port();

        /** The address to listen on, as a name or a number. */
        @WithDefault(HOST)
        @WithConverter(Rules.Host.class)
        String host();
    }
}
