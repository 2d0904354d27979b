package dev.shipgate.policy.drools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.kie.api.KieServices;

/** The version of the rule engine. */
public final class DroolsVersion {

    private static final String POM = "/META-INF/maven/org.kie/kie-api/pom.properties";

    private DroolsVersion() {}

    /** Such as {@code 10.2.0}. */
    public static String current() {
        try (InputStream pom = KieServices.class.getResourceAsStream(POM)) {
            Properties properties = new Properties();
            if (pom != null) {
                properties.load(pom);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("The version of Drools cannot be read", e);
        }
    }
}
