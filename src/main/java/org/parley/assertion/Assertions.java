package org.parley.assertion;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;

/** Every query about assertions. */
@ApplicationScoped
public class Assertions extends Listed<Assertion, AssertionFilter, AssertionPage.Order, AssertionPage> {
    static final LinkTable ISSUES = LinkTable.of("assertion_issue", "assertion_id", "issue_id");

    /** Records of any kind. */
    static final LinkTable ABOUT = LinkTable.of("assertion_about", "assertion_id", "record_id");

    Assertions() {
        super(
                RecordKind.ASSERTION,
                Assertion.class,
                Assertion::sortKey,
                AssertionPage.Order.ID_ASC,
                AssertionPage::new);
    }
}
