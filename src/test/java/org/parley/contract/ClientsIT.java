package org.parley.contract;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.Npm;

/** The clients that people use read Parley, by what their tools make of the schema that it publishes. */
@AnyDatabase
@QuarkusIntegrationTest
class ClientsIT {
    @TestHTTPResource("/graphql")
    URL endpoint;

    @TestHTTPResource("/graphql/schema.graphql")
    URL schema;

    @Test
    void apollo_urql_and_graphql_request_with_generated_types() {
        Npm npm = npm();
        npm.exec("graphql-codegen", "--config", "codegen.json");
        npm.exec("tsc");
        npm.node("build/clients.js", endpoint);
    }

    @Test
    void relay_with_what_its_compiler_makes() {
        Npm npm = npm();
        npm.exec("relay-compiler");
        npm.node("relay/read.mjs", endpoint);
    }

    @Test
    void apollo_and_urql_with_persisted_queries_by_get() {
        npm().node("persisted.mjs", endpoint);
    }

    private Npm npm() {
        Npm npm = Npm.in("clients");
        npm.node("fetch-schema.mjs", schema);
        return npm;
    }
}
