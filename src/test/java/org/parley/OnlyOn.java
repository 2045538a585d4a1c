package org.parley;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test on one database only, since the other one lacks what it tests. Tests without this annotation run on both. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOn.Condition.class)
public @interface OnlyOn {

    Database value();

    /** What the other database lacks, to complete "only on H2, which alone has ...". */
    String because();

    /** The databases that tests can run on. */
    enum Database {
        H2,
        POSTGRESQL
    }

    /** Disables an annotated test if the tests run on the other database. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Database now = TestDatabase.isPostgres() ? Database.POSTGRESQL : Database.H2;
            return AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class)
                    .filter(only -> only.value() != now)
                    .map(only -> ConditionEvaluationResult.disabled(
                            "only on " + only.value() + ", which alone has " + only.because()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("runs on " + now));
        }
    }
}
