package org.parley;

import com.tngtech.archunit.junit.ArchTag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tells that nothing in a test of this class depends on which database Parley has, so that {@code ./mvnw verify} runs it on H2 only. To run
 * it on PostgreSQL: {@code ./mvnw test -Dtest=... -Dparley.test.database=postgresql}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("any-database")
@ArchTag("any-database") // ArchUnit does not read JUnit's tags.
public @interface AnyDatabase {}
