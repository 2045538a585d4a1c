/**
 * Agreements: documents that parties sign or declare, and the provisions in them.
 *
 * <p>The terms are those of the two data sets of peace agreements: PA-X (status, level, stage, parties, provisions with a weight)
 * and the UCDP Peace Agreement Dataset. No code outside this package refers to it. Only the files in
 * {@code META-INF/services/} do.
 */
package org.parley.agreement;
