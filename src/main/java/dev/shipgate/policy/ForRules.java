package dev.shipgate.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that rules may use, with all of its public members: a fact, a finding, or what helps to make one.
 * Rules that use any other type of the service are refused. So such a type must hold values and nothing else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForRules {}
