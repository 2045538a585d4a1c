package org.parley.seed;

import jakarta.enterprise.context.ApplicationScoped;

/** Which record is served: what was answered before holds for as long as this is the same. Whoever changes the record sets it. */
@ApplicationScoped
public class Edition {
    private volatile String digest;

    /** A word of hexadecimal digits that differs as soon as anything of the record does; null before the record is loaded. */
    public String digest() {
        return digest;
    }

    void set(String digest) {
        this.digest = digest;
    }
}
