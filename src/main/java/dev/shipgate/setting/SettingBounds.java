package dev.shipgate.setting;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ends a start or a command with a setting that is not {@link Between} its bounds. The service finds it as a customizer
 * of its configuration.
 */
public final class SettingBounds implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

    /** Durations are counted in nanoseconds from some beginning, in 64 bits, which is enough for 292 years. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
    }

    @Override
    public void validateMapping(Class<?> mapping, String prefix, Object settings) throws ConfigValidationException {
        List<Problem> problems = new ArrayList<>();
        for (Method setting : mapping.getMethods()) {
            Between bounds = setting.getAnnotation(Between.class);
            if (bounds == null) {
                continue;
            }
            Object value = value(setting, settings);
            brokenBound(bounds, value)
                    .map(bound -> prefix + "." + StringUtil.skewer(setting.getName()) + " must be " + bound + ".")
                    .map(Problem::new)
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ConfigValidationException(problems.toArray(Problem[]::new));
        }
    }

    private static Object value(Method setting, Object settings) {
        try {
            return setting.invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The setting " + setting + " cannot be read", e);
        }
    }

    private static Optional<String> brokenBound(Between bounds, Object value) {
        if (value instanceof Duration time) {
            // For a time below the smallest number the conversion gives that number, and does not fail.
            return time.compareTo(LONGEST) > 0
                    ? Optional.of("at most " + LONGEST.toDays() + " days")
                    : brokenBound(bounds, TimeUnit.MILLISECONDS.convert(time), " ms");
        }
        return brokenBound(bounds, ((Number) value).longValue(), "");
    }

    private static Optional<String> brokenBound(Between bounds, long number, String unit) {
        return number >= bounds.min() && number <= bounds.max() ? Optional.empty() : Optional.of(words(bounds, unit));
    }

    private static String words(Between bounds, String unit) {
        return bounds.max() == Long.MAX_VALUE
                ? bounds.min() + unit + " or more"
                : "between " + bounds.min() + unit + " and " + bounds.max() + unit;
    }
}
