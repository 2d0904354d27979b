package dev.shipgate.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that rules may use, with all of its public members: a fact, a finding, or a type that helps to make one.
 * Rules that use any other type of the service are refused. So such a type must hold values and nothing else.
 *
 * <p>Such a fact is evidence: a thing that was measured, that the caller asked for, or that rules found. Rules add
 * evidence, and take none away.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForRules {

    /**
     * Whether rules may delete or change facts of this type: settings of the policy, so that of two settings the
     * stricter one can hold, and notes that rules make on their way.
     */
    boolean replaceable() default false;
}
