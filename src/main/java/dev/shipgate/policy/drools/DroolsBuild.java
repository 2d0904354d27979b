package dev.shipgate.policy.drools;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.confinement.weave.RuleWeaver;
import dev.shipgate.policy.drl.DrlLanguage;
import dev.shipgate.policy.drl.slips.ErrorText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.util.PortablePath;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.InternalKieBuilder;

/**
 * One build of rule files by Drools. None of the rules' code runs in it but the making of enum values, which are
 * checked before to be plain.
 *
 * <p>Each build has a release id of its own, and one runs at a time: the Drools repository is shared by
 * the whole process, and concurrent builds under one id would get each other's rules.
 */
public final class DroolsBuild {

    /** A thousand rules take some ten seconds on a slow machine. */
    public static final Duration MAX_TIME = Duration.ofSeconds(60);

    private static final UnstoppableWork ONE_AT_A_TIME = new UnstoppableWork(1, MAX_TIME);

    private static final AtomicLong NUMBER = new AtomicLong();

    static {
        // The parallel build starts above ten rules and has had bugs with accumulate.
        System.setProperty("drools.parallelRulesBuildThreshold", "-1");
        // A class for each condition and consequence makes a build a third slower, and no evaluation faster.
        System.setProperty("drools.externaliseCanonicalModelLambda", "false");
    }

    private final ReleaseId id;
    private final List<ErrorText> errors;
    private final @Nullable InternalKieModule module;

    private final boolean cached;

    private DroolsBuild(ReleaseId id, List<ErrorText> errors, @Nullable InternalKieModule module, boolean cached) {
        this.id = id;
        this.errors = errors;
        this.module = module;
        this.cached = cached;
    }

    private static ReleaseId nextId() {
        return KieServices.get().newReleaseId("dev.shipgate", "rules", Long.toString(NUMBER.incrementAndGet()));
    }

    /**
     * The build of classes that were compiled before, without compiling.
     *
     * @throws RuntimeException when they cannot be those that the compiler made of rules
     */
    public static DroolsBuild of(CompiledClasses classes) {
        ReleaseId id = nextId();
        InternalKieModule module = CachedModule.putTogether(id, classes);
        KieServices.get().getRepository().addKieModule(module);
        return new DroolsBuild(id, List.of(), module, true);
    }

    /**
     * Compiles these rules.
     *
     * @throws RulesetRefusedException when the compiler takes too long over these rules, or still over others
     */
    public static DroolsBuild of(List<RuleFile> files) throws RulesetRefusedException {
        KieServices services = KieServices.get();
        ReleaseId id = nextId();
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(id);
        files.forEach(file -> sources.write("src/main/resources/" + file.path(), file.source()));
        KieBuilder builder = ((InternalKieBuilder) services.newKieBuilder(sources, factsClassLoader()))
                .withKModuleModel(DrlLanguage.pinned(services.newKieModuleModel()));
        List<ErrorText> errors = build(builder, id);
        InternalKieModule module = errors.isEmpty() ? (InternalKieModule) builder.getKieModule() : null;
        return new DroolsBuild(id, errors, module, false);
    }

    private static List<ErrorText> build(KieBuilder builder, ReleaseId id) throws RulesetRefusedException {
        return ONE_AT_A_TIME.run(
                () -> errorsOf(builder), () -> KieServices.get().getRepository().removeKieModule(id));
    }

    /** Some mistakes make the compiler throw, and deep nesting fills its stack. */
    private static List<ErrorText> errorsOf(KieBuilder builder) {
        try {
            builder.buildAll(ExecutableModelProject.class);
            return ErrorText.allOf(builder.getResults().getMessages(Message.Level.ERROR));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(ErrorText.of(e));
        }
    }

    /** The errors in the rules; empty when they compiled. */
    public List<ErrorText> errors() {
        return errors;
    }

    /** The compiled classes, none of which is loaded yet. */
    public List<byte[]> classes() {
        MemoryFileSystem files = files();
        return classFiles(files).map(files::getBytes).toList();
    }

    /** The classes that the compiler made, to be asked for before the rules are opened, as that changes them. */
    public CompiledClasses toCache() {
        return CachedModule.take(Objects.requireNonNull(module), classes());
    }

    /** Whether it was compiled before. */
    public boolean wasCached() {
        return cached;
    }

    /** The names of the compiled classes, sorted. */
    public List<String> classNames() {
        return classFiles(files())
                .map(path -> path.asString().replaceFirst("\\.class$", "").replace('/', '.'))
                .sorted()
                .toList();
    }

    /** Puts the checks into the compiled rules that end a rule that runs away. */
    public void weave() {
        MemoryFileSystem files = files();
        classFiles(files).toList().forEach(path -> files.write(path, RuleWeaver.weave(files.getBytes(path))));
    }

    /** Makes the compiled rules ready to run. */
    public KieContainer open() throws RulesetRefusedException {
        return ONE_AT_A_TIME.runHere(() -> KieServices.get().newKieContainer(id, factsClassLoader()));
    }

    private MemoryFileSystem files() {
        if (!(module instanceof CanonicalKieModule compiled)
                || !(compiled.getInternalKieModule() instanceof MemoryKieModule classes)) {
            throw new IllegalStateException("The rules were not compiled, so their classes cannot be read");
        }
        return classes.getMemoryFileSystem();
    }

    private static Stream<PortablePath> classFiles(MemoryFileSystem files) {
        return files.getFilePaths().stream().filter(path -> path.endsWith(".class"));
    }

    /** The compiled class of a binary name; null when it is not one of these rules. */
    public byte @Nullable [] bytesOfClass(String name) {
        String path = name.replace('.', '/') + ".class";
        return module != null && module.isAvailable(path) ? module.getBytes(path) : null;
    }

    /** Lets go of everything that Drools keeps of this build. */
    public void discard() {
        if (module != null) {
            KieServices.get().getRepository().removeKieModule(id);
        }
    }

    private static ClassLoader factsClassLoader() {
        return DroolsBuild.class.getClassLoader();
    }
}
