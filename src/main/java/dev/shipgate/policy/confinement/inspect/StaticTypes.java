package dev.shipgate.policy.confinement.inspect;

import static org.objectweb.asm.Opcodes.ASM9;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/** Follows the types of values through a method, where the library follows only whether they are references. */
final class StaticTypes extends BasicInterpreter {

    StaticTypes() {
        super(ASM9);
    }

    @Override
    public @Nullable BasicValue newValue(@Nullable Type type) {
        return isReference(type) ? new BasicValue(type) : super.newValue(type);
    }

    /** Where two ways meet that bring values of different types, it may be anything. */
    @Override
    public BasicValue merge(BasicValue one, BasicValue other) {
        if (one.equals(other) || other.equals(nullValue())) {
            return one;
        }
        if (one.equals(nullValue())) {
            return other;
        }
        return isReference(one.getType()) && isReference(other.getType())
                ? BasicValue.REFERENCE_VALUE
                : BasicValue.UNINITIALIZED_VALUE;
    }

    private static BasicValue nullValue() {
        return new BasicValue(NULL_TYPE);
    }

    private static boolean isReference(@Nullable Type type) {
        return type != null && type.getSort() >= Type.ARRAY;
    }
}
