package dev.shipgate.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which values a setting may have, both ends included. Those of a duration are milliseconds, and no duration may be
 * longer than a century.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Between {

    long min();

    long max() default Long.MAX_VALUE;
}
