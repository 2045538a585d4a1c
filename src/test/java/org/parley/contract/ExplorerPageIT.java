package org.parley.contract;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExplorerPageIT extends ExplorerPageTest {}
