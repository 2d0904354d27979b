package dev.shipgate.policy.confinement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that rules call in the place of one of the platform: of the same parameters, with
 * the object that it is called on before them if the replaced one is not static.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Replaces {

    /** Whose method is replaced. */
    Class<?> value();

    /** The name of the replaced method; empty if it is the same. */
    String name() default "";

    /** Whether the replaced method is static. */
    boolean isStatic() default false;
}
