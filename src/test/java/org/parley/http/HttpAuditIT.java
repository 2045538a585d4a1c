package org.parley.http;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URL;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.Npm;

/** GraphQL over HTTP, as the authors of its audit understand it: all that a server must, should and may do. */
@AnyDatabase
@QuarkusIntegrationTest
class HttpAuditIT {
    private static final Logger LOG = Logger.getLogger(HttpAuditIT.class);

    @TestHTTPResource("/graphql")
    URL endpoint;

    @Test
    void the_audit_is_passed_whole() {
        LOG.infof("The audit of GraphQL over HTTP:%n%s", Npm.in("http-audit").node("audit.mjs", endpoint));
    }
}
