package org.parley.agreement;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AgreementFilterIT extends AgreementFilterTest {}
