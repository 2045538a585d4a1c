package org.parley.agreement;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small invented record of agreements, with the text of one of them: the built-in record has no agreement. */
public final class AgreementRecord implements QuarkusTestProfile {
    private static final String FOLDER = "src/test/resources/seed-agreements";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.seed.directory", FOLDER, "parley.documents.directory", FOLDER + "/documents");
    }
}
