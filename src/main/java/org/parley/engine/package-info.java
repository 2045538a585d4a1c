/**
 * How a document is run: parsing, validation, limits, execution, errors.
 *
 * <p>SmallRye GraphQL makes the schema from annotated classes and calls resolvers. This package decides how both are used, and
 * knows no feature.
 */
package org.parley.engine;
