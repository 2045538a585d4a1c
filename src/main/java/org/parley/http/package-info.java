/**
 * GraphQL over HTTP, and the pages that explain it to whoever comes by a browser.
 *
 * <p>Parley answers {@code /graphql} itself, ahead of SmallRye's handler, so that every answer, an error too, has the media
 * type, the status and the shape that clients are promised.
 */
package org.parley.http;
