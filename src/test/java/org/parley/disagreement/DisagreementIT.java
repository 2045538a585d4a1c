package org.parley.disagreement;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DisagreementIT extends DisagreementTest {}
