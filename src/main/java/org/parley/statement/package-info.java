/**
 * Who said what, when, and how each source words it.
 *
 * <p>One utterance is one record, and every source's wording of it a rendering: copies and translations never look like
 * further statements.
 */
package org.parley.statement;
