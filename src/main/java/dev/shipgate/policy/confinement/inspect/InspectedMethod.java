package dev.shipgate.policy.confinement.inspect;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.H_PUTSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.MONITORENTER;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import dev.shipgate.policy.confinement.Member;
import dev.shipgate.policy.confinement.weave.RuleWeaver;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Looks at the code of one method of rules. */
final class InspectedMethod extends MethodVisitor {

    /** The methods that make lambdas, and join texts. */
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory.metafactory",
            "java/lang/invoke/LambdaMetafactory.altMetafactory",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants");

    private final ClassInspector inspector;
    private final String className;
    private final String method;

    InspectedMethod(ClassInspector inspector, String className, String method) {
        super(ASM9);
        this.inspector = inspector;
        this.className = className;
        this.method = method;
    }

    private void requireType(String type) {
        inspector.requireType(className, method, type);
    }

    private void requireMember(String owner, String name, String descriptor) {
        inspector.requireMember(className, method, new Member(owner, name, descriptor));
    }

    private void found(String what) {
        inspector.found(className, method, what);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        requireType(type);
        if (opcode == NEW && type.equals("java/lang/Object")) {
            found("new java.lang.Object");
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        found("an array of arrays");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        requireMember(owner, name, descriptor);
        if (opcode == PUTFIELD && inspector.isOwnEnum(owner) && !(method.equals("<init>") && owner.equals(className))) {
            found("a change of the enum value " + owner.replace('/', '.') + "." + name);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        requireMember(owner, name, descriptor);
        if (opcode == INVOKESPECIAL && owner.equals("java/lang/Object") && name.equals("toString")) {
            found("super.toString, which tells where an object lies in memory");
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == MONITORENTER) {
            found("synchronized");
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        // To catch any throwable is to do nothing with it: the checks that are put into handlers end it.
        if (type != null) {
            requireType(type);
        }
    }

    @Override
    public void visitLdcInsn(Object constant) {
        if (constant instanceof Type type && type.getSort() >= Type.ARRAY && type.getSort() != Type.METHOD) {
            requireType(type.getInternalName());
        } else if (constant instanceof Type || isNoPlainValue(constant)) {
            found("a constant that is made when it is used");
        }
    }

    private static boolean isNoPlainValue(Object constant) {
        return !(constant instanceof Number || constant instanceof String);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!BOOTSTRAPS.contains(bootstrap.getOwner() + "." + bootstrap.getName())) {
            found(bootstrap.getOwner().replace('/', '.') + "." + bootstrap.getName());
        }
        requireFunction(Type.getReturnType(descriptor));
        for (Object argument : arguments) {
            if (argument instanceof Handle referred) {
                requireReference(referred);
            } else if (!(argument instanceof Type) && isNoPlainValue(argument)) {
                found("a constant that is made when it is used");
            }
        }
    }

    /** The type of a lambda, for which the compiler makes a class that nothing else looks at. */
    private void requireFunction(Type made) {
        if (made.getSort() == Type.OBJECT
                && !made.getInternalName().equals("java/lang/String")
                && !inspector.isImplementable(made.getInternalName())) {
            found("a function that is a " + made.getClassName());
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        inspector.requireAnnotation(className, method, descriptor);
        return null;
    }

    private void requireReference(Handle referred) {
        if (referred.getTag() <= H_PUTSTATIC || RuleWeaver.canOnlyBeCalled(referred)) {
            found("a reference to " + referred.getOwner().replace('/', '.') + "."
                    + (referred.getTag() == H_NEWINVOKESPECIAL ? "new" : referred.getName()));
        }
        requireMember(referred.getOwner(), referred.getName(), referred.getDesc());
    }
}
