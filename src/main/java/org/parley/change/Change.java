package org.parley.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One change of the record. Immutable. */
@Description("One change of the record: edits that were made together or not at all.")
public final class Change {
    private final long place;
    private final Instant moment;
    private final String curator;
    private final String text;
    private final String sum;

    /** @param by the name of who made it */
    Change(long number, Instant at, String by, String summary, String digest) {
        this.place = number;
        this.moment = at;
        this.curator = by;
        this.text = summary;
        this.sum = digest;
    }

    @Description("Changes are counted 1, 2, 3 and so on, without gaps. The number is what expect and since take.")
    public int getNumber() {
        return Math.toIntExact(place);
    }

    @NonNull
    @Description("When it was made. No two changes have the same moment.")
    public OffsetDateTime getAt() {
        return moment.atOffset(ZoneOffset.UTC);
    }

    @NonNull
    @Description("Why it was made, in the words of who made it.")
    public String getSummary() {
        return text;
    }

    @NonNull
    @Description("Tells the record after this change from every other: SHA-256 in hexadecimal digits.")
    public String getDigest() {
        return sum;
    }

    @Ignore
    String curator() {
        return curator;
    }

    @Ignore
    long number() {
        return place;
    }
}
