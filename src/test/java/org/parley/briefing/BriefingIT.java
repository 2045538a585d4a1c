package org.parley.briefing;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BriefingIT extends BriefingTest {}
