package org.parley.http;

import jakarta.inject.Singleton;
import org.parley.curator.Curators;

/**
 * For how long a client may reuse an answer to GET before it must ask whether the record has changed. If the setting is left out, a record
 * that curators may change is asked for each time: who has been told of a change would otherwise read what was before it.
 */
@Singleton
class MaxAge {
    private static final int OF_AN_UNCHANGED_RECORD = 60;

    private final int seconds;

    MaxAge(CacheConfig cache, Curators curators) {
        this.seconds = cache.maxAge().orElse(curators.isOn() ? 0 : OF_AN_UNCHANGED_RECORD);
    }

    int seconds() {
        return seconds;
    }
}
