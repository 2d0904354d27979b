package dev.shipgate.policy.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shipgate.policy.confinement.inspect.ClassInspector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.compiler.kproject.models.KieModuleModelImpl;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.util.PortablePath;
import org.kie.api.builder.ReleaseId;
import org.objectweb.asm.ClassReader;

/** A module of the engine taken apart and put together again. Nothing but classes comes from the cache. */
final class CachedModule {

    private CachedModule() {}

    /** The classes that the compiler put into a module. */
    static CompiledClasses take(InternalKieModule module, List<byte[]> classes) {
        String models =
                new String(module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId())), UTF_8);
        return new CompiledClasses(
                // The first line is the version of the engine.
                models.lines().skip(1).toList(),
                // The description of a build has the build's id in it, and is in the way of any other.
                classes.stream()
                        .filter(classFile -> !ClassInspector.isBuildDescription(new ClassReader(classFile)))
                        .toList());
    }

    /** @throws IllegalArgumentException when the compiler cannot have made these classes of rules */
    static InternalKieModule putTogether(ReleaseId id, CompiledClasses cached) {
        MemoryFileSystem files = new MemoryFileSystem();
        Set<String> names = new HashSet<>();
        for (byte[] classFile : cached.classes()) {
            ClassReader reader = new ClassReader(classFile);
            // It alone would not be inspected.
            if (ClassInspector.isBuildDescription(reader)) {
                throw new IllegalArgumentException("It has a class of the engine's own: " + reader.getClassName());
            }
            names.add(reader.getClassName().replace('/', '.'));
            files.write(PortablePath.of(reader.getClassName() + ".class"), classFile);
        }
        // The engine makes an object of each by its name.
        if (!names.containsAll(cached.models())) {
            throw new IllegalArgumentException("It names a class that is not in it, among " + cached.models());
        }
        KieModuleModelImpl description = new KieModuleModelImpl();
        KieBuilderImpl.setDefaultsforEmptyKieModule(description);
        return new CanonicalKieModule(new MemoryKieModule(id, description, files), cached.models());
    }
}
