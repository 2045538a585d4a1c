package org.parley.place;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PlaceIT extends PlaceTest {}
