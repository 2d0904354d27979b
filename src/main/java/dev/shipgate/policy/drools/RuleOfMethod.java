package dev.shipgate.policy.drools;

import static org.objectweb.asm.Opcodes.ASM9;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Tells which rule a compiled method was made of. A rule is compiled to a method that says its name and makes
 * a lambda of each condition, so the way back is from the lambda to the method that made it, to the name.
 */
public final class RuleOfMethod {

    /** The name that the engine has for a condition. */
    private static final String CONDITION = "org/drools/model/functions/Predicate";

    private final Set<String> ruleNames;
    private final Function<String, byte @Nullable []> bytesOfClass;
    private final Map<String, Optional<Methods>> methodsByClass = new ConcurrentHashMap<>();

    /**
     * @param ruleNames the names of all rules
     * @param bytesOfClass the compiled class of a binary name; null when it is not one of rules
     */
    public RuleOfMethod(Set<String> ruleNames, Function<String, byte @Nullable []> bytesOfClass) {
        this.ruleNames = ruleNames;
        this.bytesOfClass = bytesOfClass;
    }

    /** The rule of a method; empty when it is of none, such as that of a function. */
    public Optional<String> find(String className, String method) {
        return methodsOf(className).flatMap(methods -> methods.ruleOf(method));
    }

    /** A place among several, such as the second of three. */
    public record Position(int index, int of) {

        static Optional<Position> of(String sought, List<String> all) {
            int index = all.indexOf(sought);
            return index < 0 ? Optional.empty() : Optional.of(new Position(index, all.size()));
        }
    }

    /** Which of the conditions of its rule a method is; empty when it is none. */
    public Optional<Position> condition(String className, String method) {
        return methodsOf(className).flatMap(methods -> {
            String maker = methods.makerByLambda.getOrDefault(method, "");
            return Position.of(method, methods.conditionsByMaker.getOrDefault(maker, List.of()));
        });
    }

    /** Read once: a method that calls itself without an end stands a thousand times in one trace. */
    private Optional<Methods> methodsOf(String className) {
        return methodsByClass.computeIfAbsent(
                className, name -> Optional.ofNullable(bytesOfClass.apply(name)).map(Methods::new));
    }

    /** The methods of one class: which rule each tells the name of, and which of them makes a lambda. */
    private final class Methods extends ClassVisitor {

        private final Map<String, String> ruleByMethod = new HashMap<>();
        private final Map<String, String> makerByLambda = new HashMap<>();
        private final Map<String, List<String>> conditionsByMaker = new HashMap<>();

        Methods(byte[] bytes) {
            super(ASM9);
            new ClassReader(bytes).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }

        Optional<String> ruleOf(String method) {
            String maker = method;
            while (maker != null && !ruleByMethod.containsKey(maker)) {
                maker = makerByLambda.get(maker);
            }
            return Optional.ofNullable(ruleByMethod.get(maker));
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(ASM9) {
                @Override
                public void visitLdcInsn(Object constant) {
                    if (constant instanceof String text && ruleNames.contains(text)) {
                        ruleByMethod.putIfAbsent(method, text);
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String type, Handle bootstrap, Object... bootstrapArguments) {
                    for (Object argument : bootstrapArguments) {
                        if (argument instanceof Handle lambda) {
                            makerByLambda.putIfAbsent(lambda.getName(), method);
                            if (Type.getReturnType(type).getInternalName().startsWith(CONDITION)) {
                                conditionsByMaker
                                        .computeIfAbsent(method, maker -> new ArrayList<>())
                                        .add(lambda.getName());
                            }
                        }
                    }
                }
            };
        }
    }
}
