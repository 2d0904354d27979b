package dev.shipgate.policy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * One build of rule files by Drools. None of the rules' code runs in it.
 *
 * <p>Each build has a release id of its own, and one runs at a time: the Drools repository is shared by
 * the whole process, and concurrent builds under one id would get each other's rules.
 */
final class DroolsBuild {

    private static final Object ONE_AT_A_TIME = new Object();
    private static final AtomicLong NUMBER = new AtomicLong();

    static {
        // The parallel build starts above ten rules and has had bugs with accumulate.
        System.setProperty("drools.parallelRulesBuildThreshold", "-1");
        // A class for each condition and consequence makes a build a third slower, and no evaluation faster.
        System.setProperty("drools.externaliseCanonicalModelLambda", "false");
    }

    private final ReleaseId id;
    private final List<Message> errors;
    private final @Nullable InternalKieModule module;

    private DroolsBuild(ReleaseId id, List<Message> errors, @Nullable InternalKieModule module) {
        this.id = id;
        this.errors = errors;
        this.module = module;
    }

    static DroolsBuild of(List<RuleFile> files) {
        synchronized (ONE_AT_A_TIME) {
            KieServices services = KieServices.get();
            ReleaseId id = services.newReleaseId("dev.shipgate", "rules", Long.toString(NUMBER.incrementAndGet()));
            KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(id);
            files.forEach(file -> sources.write("src/main/resources/" + file.path(), file.source()));
            KieBuilder builder = services.newKieBuilder(sources, factsClassLoader());
            builder.buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            return new DroolsBuild(id, errors, errors.isEmpty() ? (InternalKieModule) builder.getKieModule() : null);
        }
    }

    /** What is wrong with the rules; empty when they compiled. */
    List<Message> errors() {
        return errors;
    }

    /** Makes the compiled rules ready to run, with the checks in them that end a rule that runs away. */
    KieContainer open() {
        if (!(module instanceof CanonicalKieModule compiled)
                || !(compiled.getInternalKieModule() instanceof MemoryKieModule classes)) {
            throw new IllegalStateException("Rules that did not compile cannot be opened");
        }
        DeadlineWeaver.weave(classes.getMemoryFileSystem());
        synchronized (ONE_AT_A_TIME) {
            return KieServices.get().newKieContainer(id, factsClassLoader());
        }
    }

    /** The compiled class of a binary name; null when it is not one of these rules. */
    byte @Nullable [] bytesOfClass(String name) {
        String path = name.replace('.', '/') + ".class";
        return module != null && module.isAvailable(path) ? module.getBytes(path) : null;
    }

    /** Lets go of everything that Drools keeps of this build. */
    void discard() {
        if (module != null) {
            KieServices.get().getRepository().removeKieModule(id);
        }
    }

    private static ClassLoader factsClassLoader() {
        return DroolsBuild.class.getClassLoader();
    }
}
