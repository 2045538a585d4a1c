package org.parley.identifier;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IdentifierIT extends IdentifierTest {}
