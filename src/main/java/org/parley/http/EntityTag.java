package org.parley.http;

/**
 * The name of what is sent, in each of its two encodings, which differ in their bytes (RFC 9110, 8.8.3).
 *
 * @param digest of what both are made from
 */
record EntityTag(String digest) {

    /** As the header ETag has it. */
    String of(boolean gzipped) {
        return gzipped ? '"' + digest + "-gzip\"" : '"' + digest + '"';
    }
}
