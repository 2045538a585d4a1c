package org.parley.figure;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FigureIT extends FigureTest {}
