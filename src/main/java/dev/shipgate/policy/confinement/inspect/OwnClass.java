package dev.shipgate.policy.confinement.inspect;

import static org.objectweb.asm.Opcodes.ASM9;

import dev.shipgate.policy.confinement.Member;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;

/**
 * A class of rules.
 *
 * @param superName the internal name of the class that it extends
 * @param members the names and descriptors of its fields and methods
 */
record OwnClass(String superName, Set<String> members) {

    static OwnClass of(ClassReader reader) {
        Set<String> members = new HashSet<>();
        reader.accept(
                new ClassVisitor(ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        members.add(name + descriptor);
                        return null;
                    }

                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        members.add(name + descriptor);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        return new OwnClass(reader.getSuperName(), members);
    }

    boolean declares(Member member) {
        return members.contains(member.name() + member.descriptor());
    }
}
