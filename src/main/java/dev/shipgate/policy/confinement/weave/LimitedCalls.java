package dev.shipgate.policy.confinement.weave;

import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.SWAP;

import dev.shipgate.policy.confinement.Member;
import dev.shipgate.policy.confinement.calls.Decimals;
import dev.shipgate.policy.confinement.calls.Messages;
import dev.shipgate.policy.confinement.calls.Texts;
import dev.shipgate.policy.confinement.collections.CheckedList;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes a method take memory from the allowance for its new objects and its calls of the platform, and replaces calls
 * that have a limited form with that form.
 */
final class LimitedCalls extends MethodVisitor {

    private static final String ALLOWANCE = Type.getInternalName(EvaluationAllowance.class);
    private static final String STRING = "java/lang/String";
    private static final String DECIMAL = "java/math/BigDecimal";
    private static final String SERVICE = "dev/shipgate/";

    LimitedCalls(MethodVisitor next) {
        super(ASM9, next);
    }

    static boolean takesLimitedText(String owner, String name) {
        return owner.equals(DECIMAL) && name.equals("<init>");
    }

    /** Whether the memory of a text that a method gives is taken only where it is called. */
    static boolean givesUnlimitedText(Handle method) {
        return method.getOwner().startsWith("java/")
                && method.getDesc().endsWith(")L" + STRING + ";")
                && limited(method.getOwner(), method.getName(), method.getDesc()) == null;
    }

    /** Whether a method makes a new object each time it is called. */
    private static boolean makesValue(String owner, String descriptor) {
        boolean ofValues = owner.startsWith("java/time/")
                || owner.startsWith("java/util/Optional")
                || owner.startsWith("java/util/function/")
                || owner.equals("java/util/Comparator")
                || owner.equals(DECIMAL)
                || makesFact(owner, descriptor);
        boolean valuesOfEnum = owner.startsWith("java/") && descriptor.startsWith("()[L");
        return valuesOfEnum || (ofValues && descriptor.contains(")L"));
    }

    /** Whether a method is of the service, and is not one that only gives a value of a fact. */
    private static boolean makesFact(String owner, String descriptor) {
        return owner.startsWith(SERVICE) && !descriptor.startsWith("()");
    }

    private static boolean makesText(String owner, String descriptor) {
        return descriptor.endsWith(")L" + STRING + ";")
                && (owner.startsWith("java/") || owner.startsWith("com/google/re2j/") || makesFact(owner, descriptor));
    }

    /** Whether it makes a part of a rule. */
    private static boolean describesRule(String owner, String descriptor) {
        return owner.startsWith("org/drools/model") && descriptor.contains(")L");
    }

    /** How the memory of a new object is taken. */
    private static String takes(String type) {
        if (isException(type)) {
            return "takeException";
        }
        if (type.equals(DECIMAL)) {
            return "takeDecimal";
        }
        // A fact of the service mostly keeps some numbers that nothing else counts.
        return type.startsWith(SERVICE) ? "takeValue" : "takeObject";
    }

    /** Whether a type keeps the calls that it was made in, which take memory too. */
    static boolean isException(String type) {
        return type.startsWith("java/lang/") && (type.endsWith("Exception") || type.endsWith("Error"));
    }

    /**
     * The platform copies the message of the cause into that of such an exception, however long it is, with any names
     * of generated classes in it.
     */
    private static boolean isMadeOfCause(String owner, String name, String descriptor) {
        return isException(owner) && name.equals("<init>") && descriptor.equals("(Ljava/lang/Throwable;)V");
    }

    /** Lists that the platform makes know nothing of limits. */
    static boolean makesPlainList(String owner, String name) {
        return switch (owner) {
            case "java/util/List" -> name.equals("of") || name.equals("copyOf");
            case "java/util/Arrays" -> name.equals("asList");
            default -> false;
        };
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == NEW) {
            // Behind it: frames refer to the place of the instruction itself.
            super.visitTypeInsn(opcode, Replacements.typeFor(type));
            call(ALLOWANCE, takes(type), "()V");
            return;
        }
        if (opcode == ANEWARRAY) {
            call(ALLOWANCE, "takeObjects", "(I)I");
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == NEWARRAY) {
            call(ALLOWANCE, "takeNumbers", "(I)I");
        }
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Member limited = opcode == INVOKESPECIAL ? null : limited(owner, name, descriptor);
        if (limited != null) {
            call(limited.owner(), limited.name(), limited.descriptor());
            return;
        }
        if (owner.equals("java/lang/StringBuilder") && descriptor.startsWith("(L" + STRING)) {
            takeText();
        }
        if (takesLimitedText(owner, name) && descriptor.startsWith("(L" + STRING)) {
            call(Type.getInternalName(Decimals.class), "text", "(Ljava/lang/String;)Ljava/lang/String;");
        }
        if (isMadeOfCause(owner, name, descriptor)) {
            super.visitInsn(DUP);
            call(Type.getInternalName(Messages.class), "ofCause", "(Ljava/lang/Throwable;)Ljava/lang/String;");
            super.visitInsn(SWAP);
            super.visitMethodInsn(opcode, owner, name, "(Ljava/lang/String;Ljava/lang/Throwable;)V", isInterface);
            return;
        }
        super.visitMethodInsn(
                opcode, name.equals("<init>") ? Replacements.typeFor(owner) : owner, name, descriptor, isInterface);
        takeMade(owner, name, descriptor);
    }

    /** Takes the memory of the value that a method made. */
    private void takeMade(String owner, String name, String descriptor) {
        if (makesValue(owner, descriptor)) {
            call(ALLOWANCE, "takeValue", "()V");
        } else if (describesRule(owner, descriptor)) {
            call(ALLOWANCE, "takeDescription", "()V");
        }
        if (makesPlainList(owner, name)) {
            call(Type.getInternalName(CheckedList.class), "of", "(Ljava/util/List;)Ljava/util/List;");
        } else if (makesText(owner, descriptor)) {
            takeText();
        }
    }

    /** Takes the memory of the text on top of the stack. */
    private void takeText() {
        call(Type.getInternalName(Texts.class), "made", "(Ljava/lang/String;)Ljava/lang/String;");
    }

    /** The method to call instead of another; null when that one is called as it is. */
    private static @Nullable Member limited(String owner, String name, String descriptor) {
        // By any type that it is called by, the object may be a collection; and a fact may hold one.
        boolean words = name.equals("toString")
                && descriptor.equals("()Ljava/lang/String;")
                && (owner.startsWith("java/util/")
                        || owner.startsWith("dev/shipgate/")
                        || owner.equals("java/lang/Object"));
        return words
                ? new Member(Type.getInternalName(Texts.class), "toString", "(Ljava/lang/Object;)Ljava/lang/String;")
                : Replacements.of(new Member(owner, name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        takeFunction(Type.getArgumentTypes(descriptor).length);
        Object[] limited = Arrays.stream(arguments)
                .map(argument -> argument instanceof Handle referred ? limited(referred) : argument)
                .toArray();
        String made = Arrays.equals(limited, arguments) ? descriptor : ofLimited(descriptor, limited);
        super.visitInvokeDynamicInsn(name, made, limitedBootstrap(bootstrap), limited);
    }

    /** Takes the memory of a function, which keeps the values around it that it uses. */
    private void takeFunction(int values) {
        call(ALLOWANCE, "takeObject", "()V");
        super.visitLdcInsn(values);
        call(ALLOWANCE, "takeFields", "(I)V");
    }

    /** The descriptor of a method reference on one object, whose type is now the one that the limited method takes. */
    private static String ofLimited(String descriptor, Object[] arguments) {
        Type[] taken = Type.getArgumentTypes(descriptor);
        if (taken.length == 1 && arguments[1] instanceof Handle method && method.getTag() == H_INVOKESTATIC) {
            taken[0] = Type.getArgumentTypes(method.getDesc())[0];
        }
        return Type.getMethodDescriptor(Type.getReturnType(descriptor), taken);
    }

    private static Handle limitedBootstrap(Handle bootstrap) {
        return bootstrap.getName().equals("makeConcatWithConstants")
                ? new Handle(
                        H_INVOKESTATIC,
                        Type.getInternalName(Texts.class),
                        bootstrap.getName(),
                        bootstrap.getDesc(),
                        false)
                : bootstrap;
    }

    private static Handle limited(Handle referred) {
        if (referred.getTag() == H_NEWINVOKESPECIAL) {
            return new Handle(
                    H_NEWINVOKESPECIAL,
                    Replacements.typeFor(referred.getOwner()),
                    referred.getName(),
                    referred.getDesc(),
                    false);
        }
        Member limited = limited(referred.getOwner(), referred.getName(), referred.getDesc());
        return limited == null
                ? referred
                : new Handle(H_INVOKESTATIC, limited.owner(), limited.name(), limited.descriptor(), false);
    }

    private void call(String owner, String name, String descriptor) {
        super.visitMethodInsn(INVOKESTATIC, owner, name, descriptor, false);
    }
}
