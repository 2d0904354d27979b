package dev.shipgate.ingest.endpoint;

import dev.shipgate.ingest.mapping.MappingFileCheck;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.LoadTestImporter;
import dev.shipgate.ingest.request.PointImporter;
import dev.shipgate.ingest.request.StepImporter;
import dev.shipgate.policy.MappingCheck;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The beans of imports, as the classes that read files know nothing of the container. */
final class ImportBeans {

    @Produces
    @Singleton
    LoadTestImporter loadTests() {
        return new LoadTestImporter(ResultFormats.all());
    }

    @Produces
    @Singleton
    StepImporter steps() {
        return new StepImporter(ResultFormats.all());
    }

    @Produces
    @Singleton
    MappingCheck mappings() {
        return new MappingFileCheck();
    }

    @Produces
    @Singleton
    PointImporter points() {
        return new PointImporter();
    }
}
