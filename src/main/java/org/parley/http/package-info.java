/**
 * GraphQL over HTTP, and the web pages that explain it.
 *
 * <p>Parley answers {@code /graphql} itself, instead of SmallRye's handler, so that every answer, including errors, has the media type,
 * status and shape that the README promises.
 */
package org.parley.http;
