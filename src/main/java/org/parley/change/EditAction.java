package org.parley.change;

import org.eclipse.microprofile.graphql.Description;

/** What an edit does to a record. */
@Description("What an edit does to a record.")
public enum EditAction {
    @Description("The record is new.")
    CREATE,
    @Description("Keys of its row were set or left out.")
    CORRECT,
    @Description("It left the graph; its history stays.")
    RETRACT,
    @Description("It is back as it was before it was retracted.")
    RESTORE,
    @Description("It was found to be another record, to which its id leads.")
    MERGE,
    @Description("It is a record of its own again.")
    UNMERGE
}
