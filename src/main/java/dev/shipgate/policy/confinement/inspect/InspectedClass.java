package dev.shipgate.policy.confinement.inspect;

import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ASM9;

import dev.shipgate.policy.confinement.Constants;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Looks at one class of rules. */
final class InspectedClass extends ClassVisitor {

    /** The types of values that the compiler keeps in static fields, and no rule can change. */
    private static final Set<String> OF_THE_COMPILER = Set.of(
            "java.time.format.DateTimeFormatter",
            "org.drools.model.DomainClassMetadata",
            "org.drools.model.Query0Def",
            "org.drools.model.Query1Def",
            "org.drools.model.Query2Def",
            "org.drools.model.Query3Def",
            "org.drools.model.Query4Def");

    private static final Set<String> EXTENSIBLE = Set.of("java/lang/Object", "java/lang/Enum");

    private final ClassInspector inspector;
    private String className = "";

    InspectedClass(ClassInspector inspector) {
        super(ASM9);
        this.inspector = inspector;
    }

    @Override
    public void visit(
            int version, int access, String name, @Nullable String signature, String superName, String[] interfaces) {
        className = name;
        inspector.requireOwnPackage(name);
        if (!EXTENSIBLE.contains(superName) && !inspector.isOwn(superName)) {
            inspector.found(name, "", superName.replace('/', '.'));
        }
        for (String implemented : interfaces) {
            if (!inspector.isImplementable(implemented)) {
                inspector.found(name, "", "a class of your own that is a " + implemented.replace('/', '.'));
            }
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        inspector.requireAnnotation(className, "", descriptor);
        return null;
    }

    /** A value that a class or an enum value keeps would go from one evaluation to the next. */
    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        boolean madeByCompiler = (access & (ACC_ENUM | ACC_SYNTHETIC)) != 0;
        boolean isStatic = (access & ACC_STATIC) != 0;
        boolean outlivesEvaluation = isStatic || inspector.isOwnEnum(className);
        boolean canChange = (isStatic && (access & ACC_FINAL) == 0) || !isConstant(Type.getType(descriptor));
        if (outlivesEvaluation && canChange && !madeByCompiler) {
            inspector.found(className, "", "a value that outlives the evaluation, in the field " + name);
        }
        return new FieldVisitor(ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                inspector.requireAnnotation(className, "", annotation);
                return null;
            }
        };
    }

    private boolean isConstant(Type type) {
        return type.getSort() < Type.ARRAY
                || Constants.isConstantType(type.getClassName())
                || OF_THE_COMPILER.contains(type.getClassName())
                || inspector.isOwnEnum(type.getInternalName());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & ACC_NATIVE) != 0) {
            inspector.found(className, name, "a native method");
        }
        if ((access & ACC_SYNCHRONIZED) != 0) {
            inspector.found(className, name, "synchronized");
        }
        if (name.equals("finalize")) {
            // It would run on a thread of the platform, without limits.
            inspector.found(className, name, "finalize");
        }
        return new InspectedMethod(inspector, className, name);
    }
}
