/**
 * The database behind one seam: how it is opened, migrated, asked in time, and closed.
 *
 * <p>What differs between one database and another stands here and nowhere else.
 */
package org.parley.store;
