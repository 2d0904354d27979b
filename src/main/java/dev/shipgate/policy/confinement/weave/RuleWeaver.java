package dev.shipgate.policy.confinement.weave;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Puts limits into compiled rules. A thread cannot be stopped from outside, so rules ask at each method entry and each
 * backward jump whether time is left, and in each exception handler whether time and memory are, so that
 * {@code catch (Throwable)} ends too. Each object that they make takes memory from the allowance. Methods of the
 * platform that may take long or make much are replaced by limited ones.
 *
 * <p>What is put in leaves nothing on the stack and needs room for one value at most, so that stack frames stay valid.
 */
public final class RuleWeaver {

    /**
     * Not to be made by a reference: an {@code Object} tells its place in memory, and a builder's length must be known.
     */
    private static final Set<String> ONLY_CALLED = Set.of("java/lang/Object", "java/lang/StringBuilder");

    /** Types of which rules get others in all places, with the same methods. */
    private static final Remapper LIMITED_TYPES = new SimpleRemapper(
            ASM9,
            Map.of(
                    "java/util/regex/Pattern", "com/google/re2j/Pattern",
                    "java/util/regex/Matcher", "com/google/re2j/Matcher"));

    /**
     * A field with a reference counts as so many: the object, such as a number or an iterator, may be counted nowhere
     * else.
     */
    private static final int REFERENCE_FIELDS = 5;

    private RuleWeaver() {}

    /** The class with limits in it. */
    public static byte[] weave(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        ClassVisitor limits = new ClassVisitor(ASM9, writer) {
            private int fields;

            @Override
            public FieldVisitor visitField(
                    int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
                fields += (access & ACC_STATIC) != 0 ? 0 : isReference(descriptor) ? REFERENCE_FIELDS : 1;
                return super.visitField(access, name, descriptor, signature, value);
            }

            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                return new LimitedCalls(
                        new CheckedMethod(method, name.equals("<clinit>"), name.equals("<init>") ? fields : 0));
            }
        };
        reader.accept(new ClassRemapper(limits, LIMITED_TYPES), 0);
        return writer.toByteArray();
    }

    private static boolean isReference(String descriptor) {
        return descriptor.length() > 1;
    }

    private static boolean canOnlyBeMade(String type) {
        return ONLY_CALLED.contains(type) || LimitedCalls.isException(type);
    }

    /** Whether the limited form of a method can be called, and not be handed on as a function. */
    public static boolean canOnlyBeCalled(Handle referred) {
        return LimitedCalls.takesLimitedText(referred.getOwner(), referred.getName())
                || LimitedCalls.givesUnlimitedText(referred)
                || (referred.getTag() == H_NEWINVOKESPECIAL && canOnlyBeMade(referred.getOwner()))
                || LimitedCalls.makesPlainList(referred.getOwner(), referred.getName());
    }
}
