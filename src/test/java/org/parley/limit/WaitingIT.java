package org.parley.limit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WaitingIT extends WaitingTest {}
