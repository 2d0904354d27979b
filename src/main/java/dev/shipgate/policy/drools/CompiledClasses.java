package dev.shipgate.policy.drools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of the compiler for the rules of one folder, unchanged: neither inspected nor with limits in it.
 *
 * @param models the names of the classes that describe the rules to the engine, one for each package
 * @param classes the class files, whose names are in them
 */
public record CompiledClasses(List<String> models, List<byte[]> classes) {

    /** As bytes, to be read by {@link #decode}. */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(models.size());
            for (String model : models) {
                out.writeUTF(model);
            }
            out.writeInt(classes.size());
            for (byte[] classFile : classes) {
                out.writeInt(classFile.length);
                out.write(classFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Compiled classes cannot be put together", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The classes that {@link #encode} made bytes of.
     *
     * @throws IOException when these are no such bytes, or end too early
     */
    public static CompiledClasses decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<String> models = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            models.add(in.readUTF());
        }
        List<byte[]> classes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("A class of " + length + " bytes has only " + in.available());
            }
            classes.add(in.readNBytes(length));
        }
        if (in.available() > 0) {
            throw new IOException(in.available() + " bytes are left over");
        }
        return new CompiledClasses(List.copyOf(models), List.copyOf(classes));
    }
}
