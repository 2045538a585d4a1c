package org.parley.assertion;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AssertionIT extends AssertionTest {}
