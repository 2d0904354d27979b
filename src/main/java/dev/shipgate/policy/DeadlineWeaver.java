package dev.shipgate.policy;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.util.PortablePath;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Puts a look at the clock into the compiled rules: at each method entry, each backward jump and each
 * exception handler. A thread cannot be stopped from outside, so a rule with an endless loop has to stop
 * itself; the check in handlers keeps {@code catch (Throwable)} from surviving the end of its time.
 *
 * <p>The call takes and leaves nothing on the stack, so frames and sizes of the classes stay as they are.
 */
final class DeadlineWeaver {

    private static final String DEADLINE = Type.getInternalName(EvaluationDeadline.class);

    private DeadlineWeaver() {}

    static void weave(MemoryFileSystem classes) {
        for (PortablePath path : Set.copyOf(classes.getFilePaths())) {
            if (path.endsWith(".class")) {
                classes.write(path, weave(classes.getBytes(path)));
            }
        }
    }

    private static byte[] weave(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return new CheckingMethod(method, name.equals("<clinit>"));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class CheckingMethod extends MethodVisitor {

        private final Set<Label> passed = new HashSet<>();
        private final Set<Label> handlers = new HashSet<>();
        private final boolean initializesClass;
        private boolean handlerStarts;

        CheckingMethod(MethodVisitor next, boolean initializesClass) {
            super(ASM9, next);
            this.initializesClass = initializesClass;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            // A class whose initializer is cut short stays broken for every later evaluation.
            if (!initializesClass) {
                check();
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            handlers.add(handler);
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitLabel(Label label) {
            super.visitLabel(label);
            passed.add(label);
            handlerStarts |= handlers.contains(label);
        }

        @Override
        public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
            super.visitFrame(type, localCount, locals, stackCount, stack);
            if (handlerStarts) {
                handlerStarts = false;
                check();
            }
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
            super.visitMethodInsn(INVOKESTATIC, DEADLINE, "check", "()V", false);
        }
    }
}
