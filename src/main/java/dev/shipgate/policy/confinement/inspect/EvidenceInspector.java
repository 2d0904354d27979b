package dev.shipgate.policy.confinement.inspect;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.inspect.EvidenceLoss.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Looks in compiled rules for calls that take a fact away, or change one, that is evidence: a fact that was measured,
 * that the caller asked for, or that rules found. Types are followed through the code, so that neither a function nor a
 * variable hides them. A value that may be any kind of fact may be evidence too.
 */
public final class EvidenceInspector {

    /** More than a rule that people can read; following the types takes as much memory. */
    private static final int MAX_FRAME_VALUES = 4_000_000;

    private final Set<String> own = new HashSet<>();
    private final Set<EvidenceLoss> found = new LinkedHashSet<>();

    private EvidenceInspector() {}

    /** Every call in these classes that would lose evidence, or may. */
    public static List<EvidenceLoss> inspect(Collection<byte[]> classes) {
        EvidenceInspector inspector = new EvidenceInspector();
        List<ClassNode> nodes = new ArrayList<>();
        for (byte[] bytes : classes) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            inspector.own.add(node.name);
            nodes.add(node);
        }
        nodes.forEach(node -> node.methods.forEach(method -> inspector.inspect(node, method)));
        return List.copyOf(inspector.found);
    }

    private void inspect(ClassNode owner, MethodNode method) {
        boolean calls = false;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                inspectReferences(owner, method, dynamic);
            }
            calls |= callIn(instruction) != null;
        }
        if (calls) {
            inspectCalls(owner, method);
        }
    }

    private static @Nullable Call callIn(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call ? Call.of(call.owner, call.name) : null;
    }

    /** The argument with which a reference to such a method will be called is not known. */
    private void inspectReferences(ClassNode owner, MethodNode method, InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
            Call call = argument instanceof Handle handle ? Call.of(handle.getOwner(), handle.getName()) : null;
            if (call != null) {
                found(owner, method, call, null);
            }
        }
    }

    private void inspectCalls(ClassNode owner, MethodNode method) {
        Frame<BasicValue> @Nullable [] frames = frames(owner, method);
        for (int i = 0; i < method.instructions.size(); i++) {
            AbstractInsnNode instruction = method.instructions.get(i);
            Call call = callIn(instruction);
            if (call == null) {
                continue;
            }
            if (frames == null) {
                found(owner, method, call, null);
            } else if (frames[i] != null) {
                inspectFact(owner, method, call, firstArgument(frames[i], (MethodInsnNode) instruction));
            }
        }
    }

    /** The types of all values at each instruction; null where that is too much, or cannot be told. */
    private static Frame<BasicValue> @Nullable [] frames(ClassNode owner, MethodNode method) {
        long values = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
        try {
            return values > MAX_FRAME_VALUES ? null : new Analyzer<>(new StaticTypes()).analyze(owner.name, method);
        } catch (AnalyzerException e) {
            return null;
        }
    }

    private static Type firstArgument(Frame<BasicValue> frame, MethodInsnNode call) {
        int arguments = Type.getArgumentCount(call.desc);
        return frame.getStack(frame.getStackSize() - arguments).getType();
    }

    private void inspectFact(ClassNode owner, MethodNode method, Call call, Type fact) {
        if (fact.getSort() != Type.OBJECT || own.contains(fact.getInternalName())) {
            return;
        }
        Class<?> type = load(fact.getClassName());
        if (type == null || type.isInterface() || type == Object.class || type == Record.class) {
            found(owner, method, call, null);
        } else if (isEvidence(type)) {
            found(owner, method, call, type.getSimpleName());
        }
    }

    private static boolean isEvidence(Class<?> type) {
        ForRules forRules = type.getAnnotation(ForRules.class);
        return forRules != null && !forRules.replaceable();
    }

    private static @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, EvidenceInspector.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private void found(ClassNode owner, MethodNode method, Call call, @Nullable String type) {
        found.add(new EvidenceLoss(owner.name.replace('/', '.'), method.name, call, type));
    }
}
