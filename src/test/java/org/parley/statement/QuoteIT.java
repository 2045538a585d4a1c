package org.parley.statement;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class QuoteIT extends QuoteTest {}
