/**
 * Who may change the record: curators, each with a name, a role and a token.
 *
 * <p>A token is sent in a header, and nothing that a browser adds by itself (cookies, Basic authentication, client certificates) is looked
 * at, so that no web page can act in the name of its reader. Parley stores only the SHA-256 of a token; a token has 256 random bits, so
 * a slower hash would not protect it better.
 */
package org.parley.curator;
