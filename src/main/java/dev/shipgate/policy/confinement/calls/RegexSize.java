package dev.shipgate.policy.confinement.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many steps a regular expression has, where {@code {n}} repeats the part before it n times. */
final class RegexSize {

    private static final Pattern COUNT = Pattern.compile("\\{(\\d*)(?:,(\\d*))?}");

    private final Deque<Double> outside = new ArrayDeque<>();
    private double steps;
    private double last;

    private RegexSize() {}

    /** An upper bound: signs in brackets or quotes count as if they stood outside. */
    static double of(String regex) {
        RegexSize size = new RegexSize();
        Matcher count = COUNT.matcher(regex);
        for (int i = 0; i < regex.length(); i++) {
            char sign = regex.charAt(i);
            if (sign == '{' && count.region(i, regex.length()).lookingAt()) {
                size.repeat(highest(count));
                i = count.end() - 1;
            } else if (sign == '(') {
                size.open();
            } else if (sign == ')') {
                size.close();
            } else {
                size.add(1);
                i += sign == '\\' ? 1 : 0;
            }
        }
        return size.steps
                + size.outside.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double highest(Matcher count) {
        String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
        return most.isEmpty() ? 1 : Math.max(1, Double.parseDouble(most));
    }

    private void add(double more) {
        last = more;
        steps += more;
    }

    private void repeat(double times) {
        steps += last * (times - 1);
        last *= times;
    }

    private void open() {
        outside.push(steps);
        steps = 0;
    }

    private void close() {
        double inner = steps + 1;
        steps = outside.isEmpty() ? 0 : outside.pop();
        add(inner);
    }
}
