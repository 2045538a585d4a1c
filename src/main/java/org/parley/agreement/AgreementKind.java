package org.parley.agreement;

import org.parley.graph.RecordKind;

/** The kind of record that agreements are. Code gets it by {@link RecordKind#named}, which finds it by the service loader. */
public final class AgreementKind extends RecordKind {
    static final String NAME = "AGREEMENT";

    public AgreementKind() {
        super(NAME, "What parties agreed on, or one of them declared, in a document.");
    }
}
