package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;

/** What kind of thing happened. */
@Description("What kind of thing happened.")
public enum IncidentKind {
    @Description("Fire by artillery, mortars or rockets from the ground.")
    SHELLING,
    @Description("An attack with drones, missiles or aircraft.")
    AIR_ATTACK,
    @Description("A series of strikes on infrastructure, such as power supply.")
    INFRASTRUCTURE_STRIKES,
    @Description("Troops take or try to take ground.")
    GROUND_ADVANCE,
    @Description("Troops enter a country.")
    INVASION,
    @Description("None of the other kinds.")
    OTHER
}
