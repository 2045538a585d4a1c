package org.parley.round;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RoundFilterIT extends RoundFilterTest {}
