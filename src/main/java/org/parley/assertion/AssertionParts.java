package org.parley.assertion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.parley.lists.Rows;

/** Every query about what belongs to assertions. */
@ApplicationScoped
class AssertionParts {
    private final EntityManager entities;

    AssertionParts(EntityManager entities) {
        this.entities = entities;
    }

    /** The ids of the issues that each of these assertions touches, in its own order. */
    Map<String, List<String>> issues(List<String> assertions) {
        return of(AssertionIssue.class, assertions).stream()
                .collect(groupingBy(link -> link.assertionId, mapping(link -> link.issueId, toList())));
    }

    /** The ids of the records that each of these assertions is about, in its own order. */
    Map<String, List<String>> about(List<String> assertions) {
        return of(AssertionAbout.class, assertions).stream()
                .collect(groupingBy(link -> link.assertionId, mapping(link -> link.recordId, toList())));
    }

    private <T> List<T> of(Class<T> type, List<String> assertions) {
        return Rows.of(entities, type, "assertionId", assertions, "assertionId", "ordinal");
    }
}
