/**
 * Rows of other people's files, taken over into the files of a seed.
 *
 * <p>A file is decoded ({@link org.parley.imports.TextFile}), parsed ({@link org.parley.imports.Sheet}), and mapped row by row by its format
 * ({@link org.parley.imports.TableFormat}) onto a draft of the seed ({@link org.parley.imports.SeedDraft}), which is written only if a start
 * could load it ({@link org.parley.imports.Importer}).
 */
package org.parley.imports;
