package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;

/** Every query about sources. */
@ApplicationScoped
public class Sources extends Listed<Source, SourceFilter, SourcePage.Order, SourcePage> {
    Sources() {
        super(RecordKind.SOURCE, Source.class, Source::sortKey, SourcePage.Order.DATE_ASC, SourcePage::new);
    }
}
