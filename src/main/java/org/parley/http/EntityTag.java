package org.parley.http;

/**
 * The ETag of a response. The gzipped and the plain form differ in their bytes, so each has its own (RFC 9110, 8.8.3).
 *
 * @param digest hexadecimal digest of the content that both forms have
 */
record EntityTag(String digest) {

    /** The value of the header ETag, in quotation marks. */
    String of(boolean gzipped) {
        return gzipped ? '"' + digest + "-gzip\"" : '"' + digest + '"';
    }
}
