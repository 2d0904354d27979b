package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Reads each text with a {@link StrictYamlParser}, from whatever it comes. */
final class StrictYamlFactory extends YAMLFactory {

    private static final long serialVersionUID = 1;

    StrictYamlFactory(YAMLFactoryBuilder builder) {
        super(builder);
    }

    @Override
    protected YAMLParser _createParser(Reader text, IOContext context) {
        return new StrictYamlParser(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, text);
    }

    @Override
    protected YAMLParser _createParser(InputStream bytes, IOContext context) throws IOException {
        return _createParser(_createReader(bytes, null, context), context);
    }

    @Override
    protected YAMLParser _createParser(char[] text, int offset, int length, IOContext context, boolean recyclable) {
        return _createParser(new CharArrayReader(text, offset, length), context);
    }

    @Override
    protected YAMLParser _createParser(byte[] bytes, int offset, int length, IOContext context) throws IOException {
        return _createParser(_createReader(bytes, offset, length, (JsonEncoding) null, context), context);
    }
}
