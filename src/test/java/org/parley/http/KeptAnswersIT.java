package org.parley.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeptAnswersIT extends KeptAnswersTest {}
