package org.parley.source;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of sources and checks their rules. */
@Singleton
class SourceRows extends RecordRows {

    SourceRows() {
        super("sources", RecordKind.SOURCE, Set.of(), List.of("source.id"));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Source source = new Source();
        source.id = row.id();
        source.title = row.optionalText("title");
        source.label = row.text("label");
        source.kind = row.optionalConstant("kind", SourceKind.class);
        source.version = row.optionalText("version");
        source.outlet = row.optionalText("outlet");
        source.authors = authors(row);
        source.url = row.optionalAddress("url");
        source.archivedUrl = row.optionalAddress("archivedAt");
        source.retrievedOn = row.optionalDate("retrievedOn");
        source.published(
                row.optionalDate("publishedOn"),
                row.optionalDate("publishedAfter"),
                row.optionalDate("publishedBefore"));
        source.dateNote = row.optionalText("dateNote");
        source.dateBasis = row.dateBasis(source.publishedOn != null, source.dateNote);
        source.language = row.language("language");
        source.agencies = row.texts("agencies");
        source.dateline = row.optionalText("dateline");
        source.origin = row.text("origin");
        source.originNote = row.optionalText("originNote");
        source.document = row.optionalFileName("document");
        source.licence = row.optionalText("licence");
        source.licenceUrl = row.optionalAddress("licenceUrl");
        source.attribution = row.optionalText("attribution");
        source.redistribution = row.optionalConstant("redistribution", Redistribution.class);
        source.note = row.optionalText("note");
        if (source.publishedAfter != null
                && source.publishedBefore != null
                && source.publishedAfter.isAfter(source.publishedBefore)) {
            row.fault("publishedBefore", "must not be before publishedAfter, " + source.publishedAfter);
        }
        if (source.retrievedOn != null
                && source.publishedOn != null
                && source.retrievedOn.isBefore(source.publishedOn)) {
            row.fault("retrievedOn", "must not be before publishedOn, " + source.publishedOn);
        }
        if (source.kind == null) {
            source.kind = SourceKind.DOCUMENT;
        }
        if (source.redistribution == null) {
            source.redistribution = Redistribution.UNKNOWN;
        }
        load.add(source);
        load.record(source.id, kind(), source);
        Identifiers.read(source.id, load, row);
        load.origin(source.id, source.origin);
        load.document(source.id, source.document);
        load.passage(source.id, 6, source.title);
        load.passage(source.id, 4, source.label);
    }

    /** A row has either the list or, as rows before it, one text. */
    private static List<String> authors(Row row) {
        List<String> authors = row.texts("authors");
        String author = row.optionalText("author");
        if (author != null && !authors.isEmpty()) {
            row.fault("author", "must be left out where authors are given");
        }
        return author == null ? authors : List.of(author);
    }
}
