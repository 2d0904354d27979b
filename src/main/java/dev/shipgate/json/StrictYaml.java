package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML without its surprises: a name twice in one mapping is an error, and so are deep nesting, aliases and merge keys.
 * {@link YamlError} describes the error of a text.
 */
public final class StrictYaml {

    private static final int MAX_NESTING = 50;

    private StrictYaml() {}

    public static ObjectMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAX_NESTING);
        limits.setAllowDuplicateKeys(false);
        YAMLFactory factory = new StrictYamlFactory(YAMLFactory.builder().loaderOptions(limits));
        return YAMLMapper.builder(factory)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
