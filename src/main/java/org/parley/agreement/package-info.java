/**
 * What was agreed: documents that parties sign, or declare, with what they provide for.
 *
 * <p>The terms are those of the two data sets of peace agreements: PA-X (status, level, stage, parties, provisions with a weight)
 * and the UCDP Peace Agreement Dataset. Nothing outside this package names it, but for the files in {@code META-INF/services/}.
 */
package org.parley.agreement;
