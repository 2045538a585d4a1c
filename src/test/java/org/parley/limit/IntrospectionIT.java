package org.parley.limit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IntrospectionIT extends IntrospectionTest {}
