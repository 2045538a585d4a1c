/** The ids that records have in other data sets, catalogues and registers. */
package org.parley.identifier;
