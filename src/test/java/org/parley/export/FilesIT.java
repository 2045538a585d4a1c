package org.parley.export;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.Npm;

/** Readers that other programs are made of read the files that Parley sends. */
@AnyDatabase
@QuarkusIntegrationTest
class FilesIT {
    @TestHTTPResource("/")
    URL server;

    @Test
    void each_form_is_read_with_what_the_record_has() {
        Npm.in("files").node("read.mjs", server);
    }
}
