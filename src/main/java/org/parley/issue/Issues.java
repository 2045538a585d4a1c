package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;

/** Every query about issues. */
@ApplicationScoped
public class Issues extends Listed<Issue, IssueFilter, IssuePage.Order, IssuePage> {
    Issues() {
        super(RecordKind.ISSUE, Issue.class, Issue::sortKey, IssuePage.Order.NAME_ASC, IssuePage::new);
    }
}
