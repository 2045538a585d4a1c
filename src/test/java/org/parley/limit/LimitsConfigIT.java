package org.parley.limit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class LimitsConfigIT extends LimitsConfigTest {}
