package org.parley.source;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SourceFilterIT extends SourceFilterTest {}
