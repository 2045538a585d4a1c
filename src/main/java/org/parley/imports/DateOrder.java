package org.parley.imports;

/** The order of the numbers in a date such as 05/03/2022. */
public enum DateOrder {
    /** Day, month, year. */
    DMY,
    /** Month, day, year. */
    MDY
}
