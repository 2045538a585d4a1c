package org.parley.operate;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.parley.graph.Operation;

/**
 * Logs one line for each operation: a text for people, with the same values as MDC fields in a JSON log. The document and the variables
 * are not logged, since they may reveal what a person is looking for.
 */
@Singleton
class OperationLog {
    private static final Logger LOG = Logger.getLogger("org.parley.operation");

    void write(Operation operation, OperationEnd outcome, int status, Duration duration) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Map<String, Object> facts = facts(operation, outcome, status, duration);
        facts.forEach(MDC::put);
        try {
            LOG.info(sentence(facts));
        } finally {
            facts.keySet().forEach(MDC::remove);
        }
    }

    private static Map<String, Object> facts(Operation operation, OperationEnd outcome, int status, Duration duration) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "operation", operation.name());
        put(facts, "type", operation.type());
        put(facts, "outcome", outcome.toString());
        put(facts, "status", status);
        put(facts, "ms", BigDecimal.valueOf(duration.toNanos() / 1000, 3));
        put(facts, "sql", operation.sqlStatements());
        put(facts, "cost", operation.cost());
        put(facts, "hash", operation.hash());
        put(facts, "errors", operation.errorCodes().isEmpty() ? null : String.join(" ", operation.errorCodes()));
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** Such as "query Statements ok: status=200 ms=3.141 sql=2 cost=12 hash=…". */
    private static String sentence(Map<String, Object> facts) {
        StringBuilder line = new StringBuilder();
        line.append(facts.getOrDefault("type", "operation")).append(' ');
        line.append(facts.containsKey("operation") ? facts.get("operation") + " " : "");
        line.append(facts.get("outcome")).append(':');
        facts.forEach((name, value) -> {
            if (!name.equals("type") && !name.equals("operation") && !name.equals("outcome")) {
                line.append(' ').append(name).append('=').append(value);
            }
        });
        return line.toString();
    }
}
