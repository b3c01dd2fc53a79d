package org.swarmload.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file as UTF-8 text; whatever stands in the way becomes a problem that names the file. */
final class FileText {
    static final int MAX_BYTES = 1 << 20;

    private FileText() {}

    static String read(Path file) {
        String name = file.toString();
        Position start = new Position(name, 1, 1);
        if (Files.isDirectory(file)) {
            throw Problems.one(start, "", "This is a folder, not a file.", "");
        }
        if (!Files.exists(file)) {
            throw Problems.one(start, "", "There is no such file.", neighbour(file));
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problems.one(start, "", "Larger than 1 MiB.", "");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = decode(bytes, start);
            if (text.isBlank()) {
                throw Problems.one(start, "", "The file is empty.", "");
            }
            return text;
        } catch (IOException e) {
            throw Problems.one(start, "", "The file cannot be read (" + reason(e) + ").", "");
        }
    }

    private static String decode(byte[] bytes, Position start) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < buffer.position(); i++) {
                column = bytes[i] == '\n' ? 1 : column + 1;
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw Problems.one(
                    new Position(start.source(), line, column),
                    "",
                    "This byte is not UTF-8 text.",
                    "Save the file as UTF-8.");
        }
    }

    private static String neighbour(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (var siblings = Files.list(folder)) {
            return DidYouMean.hint(
                    file.getFileName().toString(),
                    siblings.filter(Files::isRegularFile)
                            .map(p -> p.getFileName().toString())
                            .filter(n -> n.endsWith(".yaml") || n.endsWith(".yml"))
                            .sorted()
                            .limit(1_000)
                            .toList());
        } catch (IOException e) {
            return "";
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "access denied"
                : e.getClass().getSimpleName();
    }
}
