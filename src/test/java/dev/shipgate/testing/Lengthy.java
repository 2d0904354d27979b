package dev.shipgate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A class of tests that takes some ten seconds or more: {@code mvn verify} runs it, and {@code mvn test} does not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(Lengthy.TAG)
public @interface Lengthy {

    /** The tag, by which the build selects them. */
    String TAG = "lengthy";
}
