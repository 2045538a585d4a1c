package org.parley.disagreement;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DisagreementFilterIT extends DisagreementFilterTest {}
