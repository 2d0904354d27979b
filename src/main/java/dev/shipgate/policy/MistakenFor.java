package dev.shipgate.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which text is often written for another one in a field, where it means nothing. */
@Documented
@Repeatable(MistakenFor.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
public @interface MistakenFor {

    /** The text that is right, or the code. */
    String meant();

    /** Whether code is meant, and not a text: then a rule that writes the text fails each time, and is refused. */
    boolean code() default false;

    /** Those that mean nothing. */
    String[] written();

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
    @interface All {
        MistakenFor[] value();
    }
}
