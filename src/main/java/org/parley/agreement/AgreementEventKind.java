package org.parley.agreement;

import org.parley.timeline.EventKind;

/** The kind of event that agreements are in the timeline. See {@link AgreementKind}. */
public final class AgreementEventKind extends EventKind {
    public AgreementEventKind() {
        super(AgreementKind.NAME, "Something was agreed or declared in a document.");
    }
}
