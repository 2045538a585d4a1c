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

/** A test of what one of the databases alone has. All others run on both. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOn.Condition.class)
public @interface OnlyOn {

    Database value();

    /** What the other database has not. */
    String because();

    /** On which tests run. */
    enum Database {
        H2,
        POSTGRESQL
    }

    /** Whether the tests run on the database that a test is for. */
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
