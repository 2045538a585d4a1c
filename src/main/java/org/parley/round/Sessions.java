package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;

/** Every query about sessions. */
@ApplicationScoped
public class Sessions extends Listed<Session, SessionFilter, SessionPage.Order, SessionPage> {
    Sessions() {
        super(RecordKind.SESSION, Session.class, Session::sortKey, SessionPage.Order.DATE_ASC, SessionPage::new);
    }
}
