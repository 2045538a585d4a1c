package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class EndingTest {

    @Test
    void the_last_line_has_the_keys_of_all_others() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        assertThat(properties
                        .getProperty("quarkus.log.console.json.excluded-keys")
                        .split(","))
                .containsExactlyInAnyOrderElementsOf(Ending.EXCLUDED);
    }
}
