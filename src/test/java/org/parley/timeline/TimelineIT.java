package org.parley.timeline;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TimelineIT extends TimelineTest {}
