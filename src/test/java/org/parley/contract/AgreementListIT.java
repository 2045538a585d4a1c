package org.parley.contract;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AgreementListIT extends AgreementListTest {}
