package org.parley.pages;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReaderPagesIT extends ReaderPagesTest {}
