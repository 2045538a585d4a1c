package org.parley.curator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.graph.Sha256;

/** A token that was just made, for a curator. Immutable. */
public final class NewToken {
    /** By which people, and programs that look for secrets in files, recognize a token. */
    private static final String PREFIX = "parley_";

    private static final int BYTES = 32;

    private final String token;
    private final String entry;

    private NewToken(String token, String entry) {
        this.token = token;
        this.entry = entry;
    }

    /**
     * Makes a token of 256 random bits.
     *
     * @param role of {@link CuratorRole}, in upper case
     * @throws IllegalArgumentException with a sentence, if name or role break a rule
     */
    public static NewToken of(String name, String role) {
        Curator curator = new Curator(
                name,
                CuratorsFile.roleOf(role)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "role must be " + CuratorsFile.roles() + ", not " + role)));
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("name", curator.name());
        entry.put("role", curator.role().name());
        entry.put("token", "sha256:" + Sha256.of(token));
        try {
            return new NewToken(token, new ObjectMapper().writeValueAsString(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the curator sends. Parley stores it nowhere. */
    public String token() {
        return token;
    }

    /** The entry for the file of curators: a JSON object on one line. */
    public String entry() {
        return entry;
    }
}
