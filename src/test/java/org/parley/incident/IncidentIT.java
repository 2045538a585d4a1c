package org.parley.incident;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IncidentIT extends IncidentTest {}
