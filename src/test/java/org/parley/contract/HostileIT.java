package org.parley.contract;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.parley.AnyDatabase;

@AnyDatabase
@QuarkusIntegrationTest
class HostileIT extends HostileTest {}
