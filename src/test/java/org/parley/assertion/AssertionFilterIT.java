package org.parley.assertion;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AssertionFilterIT extends AssertionFilterTest {}
