package org.parley.round;

import org.eclipse.microprofile.graphql.Description;

/** How far an outcome has come, as far as the sources tell. */
@Description("How far an outcome has come, as far as the sources tell.")
public enum OutcomeStatus {
    @Description("It is agreed; the sources do not report that it was carried out.")
    AGREED,
    @Description("It was carried out.")
    EXECUTED,
    @Description("It is intended, and not agreed in detail.")
    PLANNED,
    @Description("No source says what became of it.")
    NOT_REPORTED
}
