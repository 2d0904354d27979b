package dev.shipgate.ingest.endpoint;

import dev.shipgate.decision.Evaluations;
import dev.shipgate.ingest.request.Importer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The importers, by the path of the evaluation that gets their requests. */
@ApplicationScoped
public class Importers {

    private final Map<String, Importer> byPath = new LinkedHashMap<>();

    Importers(@All List<Importer> all) {
        all.forEach(importer -> byPath.put(Evaluations.pathOf(importer.kind()), importer));
    }

    /** Whether an evaluation with this path takes files. */
    public boolean hasPath(String path) {
        return byPath.containsKey(path);
    }

    /**
     * That of the evaluation with a path.
     *
     * @throws IllegalArgumentException when it takes no files
     */
    Importer atPath(String path) {
        return Optional.ofNullable(byPath.get(path))
                .orElseThrow(() -> new IllegalArgumentException("No imports have the path " + path));
    }
}
