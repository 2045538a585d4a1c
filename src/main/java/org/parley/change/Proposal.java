package org.parley.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** Edits that a curator has proposed. Immutable: it is as it was when it was read. */
@Description("A change that a curator proposes, for a reviewer to accept or reject. Only curators see proposals.")
public final class Proposal {
    static final String PREFIX = "proposal/";

    private final long place;
    private final Instant moment;
    private final String author;
    private final String text;
    private final ProposalState now;
    private final Decision decision;

    /**
     * Who has decided, and how.
     *
     * @param reason null if none was given
     * @param change the number of the change that it became; 0 if it was rejected
     */
    record Decision(Instant at, String by, String reason, long change) {}

    /** @param decision null while it is open */
    Proposal(long number, Instant at, String by, String summary, ProposalState state, Decision decision) {
        this.place = number;
        this.moment = at;
        this.author = by;
        this.text = summary;
        this.now = state;
        this.decision = decision;
    }

    @Id
    @NonNull
    @Description("Such as proposal/12. Changes and proposals are numbered together.")
    public String getId() {
        return PREFIX + place;
    }

    @NonNull
    @Description("When it was made.")
    public OffsetDateTime getAt() {
        return moment.atOffset(ZoneOffset.UTC);
    }

    @NonNull
    @Description("The name of the curator who made it.")
    public String getBy() {
        return author;
    }

    @NonNull
    @Description("Why the record should be changed, in the words of who proposes it.")
    public String getSummary() {
        return text;
    }

    @NonNull
    @Description("What has become of it.")
    public ProposalState getState() {
        return now;
    }

    @Description("The name of the curator who has accepted or rejected it; null while it is open.")
    public String getDecidedBy() {
        return decision == null ? null : decision.by();
    }

    @Description("When it was accepted or rejected; null while it is open.")
    public OffsetDateTime getDecidedAt() {
        return decision == null ? null : decision.at().atOffset(ZoneOffset.UTC);
    }

    @Description("Why it was rejected; null unless it was.")
    public String getReason() {
        return decision == null ? null : decision.reason();
    }

    @Ignore
    long number() {
        return place;
    }

    /** The number of the change that it became; 0 if it has become none. */
    @Ignore
    long became() {
        return decision == null ? 0 : decision.change();
    }
}
