package org.parley.disagreement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.parley.lists.Rows;

/** Every query about what belongs to disagreements. */
@ApplicationScoped
class DisagreementParts {
    private final EntityManager entities;

    DisagreementParts(EntityManager entities) {
        this.entities = entities;
    }

    /** The versions of these disagreements, each one's in its own order. */
    List<Version> versions(List<String> disagreements) {
        return Rows.of(entities, Version.class, "disagreementId", disagreements, "disagreementId", "ordinal");
    }

    /** The ids of the records that each of these disagreements is about, in its own order. */
    Map<String, List<String>> about(List<String> disagreements) {
        return links("disagreementId", disagreements, "ordinal").stream()
                .collect(groupingBy(link -> link.disagreementId, mapping(link -> link.recordId, toList())));
    }

    /** The ids of the disagreements about each of these records, in the order of the ids. */
    Map<String, List<String>> concerning(List<String> records) {
        return links("recordId", records, "disagreementId").stream()
                .collect(groupingBy(link -> link.recordId, mapping(link -> link.disagreementId, toList())));
    }

    private List<DisagreementAbout> links(String owner, List<String> ids, String order) {
        return Rows.of(entities, DisagreementAbout.class, owner, ids, owner, order);
    }
}
