package org.parley.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WebFilesIT extends WebFilesTest {}
