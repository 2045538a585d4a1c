package org.parley.actor;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ActorFilterIT extends ActorFilterTest {}
