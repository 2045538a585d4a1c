package org.parley.source;

import jakarta.inject.Singleton;
import org.parley.graph.RecordKind;
import org.parley.graph.RecordSize;
import org.parley.lists.ListSize;

/** The list of coverage has as many elements as the record has sources. */
@Singleton
class CoverageSize implements ListSize {
    private final RecordSize size;

    CoverageSize(RecordSize size) {
        this.size = size;
    }

    @Override
    public String type() {
        return SourceCoverage.class.getSimpleName();
    }

    @Override
    public long rows() {
        return size.of(RecordKind.SOURCE);
    }
}
