package org.parley.issue;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IssueIT extends IssueTest {}
