package dev.shipgate.policy.cache;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.shipgate.policy.drools.CompiledClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** Kept classes of rules with something in them that no compiler put there. They do it when they are opened. */
public final class ForgedClasses {

    private static final String SELF = ForgedClasses.class.getName().replace('.', '/');

    private ForgedClasses() {}

    /** The method that forged classes call. */
    public static void leaveTrace(String file) {
        try {
            Files.writeString(Path.of(file), "was here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompiledClasses writing(Path trace, boolean inInitializer, CompiledClasses classes) {
        return inInitializer
                ? withInitializer(code -> callLeaveTrace(trace, code), classes)
                : inConstructors(code -> callLeaveTrace(trace, code), classes);
    }

    static CompiledClasses exiting(CompiledClasses classes) {
        return inConstructors(
                code -> {
                    code.visitInsn(ICONST_1);
                    code.visitMethodInsn(INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
                },
                classes);
    }

    /** With a class more, under the name that the engine gives to the description of a build. */
    static CompiledClasses withBuildDescription(Path trace, CompiledClasses classes) {
        String name = "org/drools/project/model/ProjectModel_forged";
        List<byte[]> all = new ArrayList<>(classes.classes());
        all.add(classThatOnlyInitializes(name, code -> callLeaveTrace(trace, code)));
        List<String> models = new ArrayList<>(classes.models());
        models.add(name.replace('/', '.'));
        return new CompiledClasses(models, all);
    }

    private static void callLeaveTrace(Path trace, MethodVisitor code) {
        code.visitLdcInsn(trace.toString());
        code.visitMethodInsn(INVOKESTATIC, SELF, "leaveTrace", "(Ljava/lang/String;)V", false);
    }

    /** The class is initialized when the rules are opened. */
    private static CompiledClasses withInitializer(Consumer<MethodVisitor> deed, CompiledClasses classes) {
        List<byte[]> all = new ArrayList<>(classes.classes());
        all.add(classThatOnlyInitializes("test/Forged", deed));
        return new CompiledClasses(classes.models(), all);
    }

    private static byte[] classThatOnlyInitializes(String name, Consumer<MethodVisitor> deed) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        deed.accept(code);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static CompiledClasses inConstructors(Consumer<MethodVisitor> deed, CompiledClasses classes) {
        return new CompiledClasses(
                classes.models(),
                classes.classes().stream()
                        .map(classFile -> withDeedInConstructors(deed, classFile))
                        .toList());
    }

    private static byte[] withDeedInConstructors(Consumer<MethodVisitor> deed, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.equals("<init>") ? before(method, deed) : method;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static MethodVisitor before(MethodVisitor method, Consumer<MethodVisitor> deed) {
        return new MethodVisitor(ASM9, method) {
            @Override
            public void visitCode() {
                super.visitCode();
                deed.accept(mv);
            }
        };
    }
}
