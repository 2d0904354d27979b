package dev.shipgate.policy.confinement.weave;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import dev.shipgate.policy.confinement.calls.Messages;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Puts checks of the allowance into one method: at its entry, its backward jumps and its handlers. */
final class CheckedMethod extends MethodVisitor {

    private static final String ALLOWANCE = Type.getInternalName(EvaluationAllowance.class);

    private final Set<Label> passed = new HashSet<>();
    private final Set<Label> handlers = new HashSet<>();
    private final Set<Label> catches = new HashSet<>();
    private final boolean initializesClass;
    private final int fieldsMade;
    private boolean handlerStarts;
    private boolean catchStarts;

    /** @param fieldsMade how many fields an object gets by this method, which makes it; 0 for all others */
    CheckedMethod(MethodVisitor next, boolean initializesClass, int fieldsMade) {
        super(ASM9, next);
        this.fieldsMade = fieldsMade;
        this.initializesClass = initializesClass;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        // A class whose initializer is cut short stays broken for every later evaluation.
        if (!initializesClass) {
            check();
        }
        if (fieldsMade > 0) {
            super.visitLdcInsn(fieldsMade);
            super.visitMethodInsn(INVOKESTATIC, ALLOWANCE, "takeFields", "(I)V", false);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        handlers.add(handler);
        if (type != null) {
            catches.add(handler);
        }
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        passed.add(label);
        handlerStarts |= handlers.contains(label);
        catchStarts |= catches.contains(label);
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        super.visitFrame(type, localCount, locals, stackCount, stack);
        if (handlerStarts) {
            handlerStarts = false;
            handOver("requireException");
        }
        if (catchStarts) {
            catchStarts = false;
            // It may be one that the platform made.
            handOver("takeCaught");
        }
    }

    /** Passes the exception that came to a handler to a method of {@link Messages}; the handler goes on with it. */
    private void handOver(String method) {
        super.visitInsn(DUP);
        super.visitMethodInsn(
                INVOKESTATIC, Type.getInternalName(Messages.class), method, "(Ljava/lang/Throwable;)V", false);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        if (passed.contains(target)) {
            check();
        }
        super.visitJumpInsn(opcode, target);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        checkBefore(otherwise, labels);
        super.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        checkBefore(otherwise, labels);
        super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    private void checkBefore(Label otherwise, Label[] labels) {
        if (passed.contains(otherwise) || Arrays.stream(labels).anyMatch(passed::contains)) {
            check();
        }
    }

    private void check() {
        call("check");
    }

    private void call(String method) {
        super.visitMethodInsn(INVOKESTATIC, ALLOWANCE, method, "()V", false);
    }
}
