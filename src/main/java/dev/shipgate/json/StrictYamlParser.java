package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Refuses aliases and merge keys, which the parser would hand on as a text, so that they mean something else than they
 * say.
 */
final class StrictYamlParser extends YAMLParser {

    private static final String MERGE_KEY = "<<";

    /** A text that may be YAML, and is not taken. Its message is a sentence for people. */
    static final class NotTakenException extends JsonParseException {

        private static final long serialVersionUID = 1;

        NotTakenException(JsonParser parser, String message) {
            super(parser, message, parser.currentTokenLocation());
        }
    }

    StrictYamlParser(
            IOContext context,
            int parserFeatures,
            int yamlFeatures,
            LoaderOptions options,
            @Nullable ObjectCodec codec,
            Reader text) {
        super(context, parserFeatures, yamlFeatures, options, codec, text);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (isCurrentAlias()) {
            throw new NotTakenException(
                    this,
                    "*" + getText() + " is an alias, and aliases are not followed here. Write out what &" + getText()
                            + " stands for.");
        }
        if (token == JsonToken.FIELD_NAME && MERGE_KEY.equals(currentName())) {
            throw new NotTakenException(this, "<< is a merge key, and nothing is merged here. Write the fields out.");
        }
        return token;
    }
}
