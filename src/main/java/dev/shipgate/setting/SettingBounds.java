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

/**
 * Ends a start or a command with a setting that is not {@link Between} its bounds. The service finds it as a customizer
 * of its configuration.
 */
public final class SettingBounds implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

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
            long number = value instanceof Duration time ? time.toMillis() : ((Number) value).longValue();
            if (number < bounds.min() || number > bounds.max()) {
                problems.add(new Problem(prefix + "." + StringUtil.skewer(setting.getName()) + " must be "
                        + words(bounds, value instanceof Duration ? " ms" : "") + "."));
            }
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

    private static String words(Between bounds, String unit) {
        return bounds.max() == Long.MAX_VALUE
                ? bounds.min() + unit + " or more"
                : "between " + bounds.min() + unit + " and " + bounds.max() + unit;
    }
}
