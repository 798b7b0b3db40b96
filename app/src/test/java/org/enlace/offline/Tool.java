package org.enlace.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./enlace seal} and {@code ./enlace open} as a process of their own, as they run on an officer's computer. */
public final class Tool {

    private Tool() {}

    /** What a command said and how it ended. */
    public record Said(int code, String text) {}

    /** @param typed what is typed, the secret first where one is asked for */
    public static Said run(Path folder, String typed, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.timezone=America/Asuncion",
                "-cp",
                System.getProperty("java.class.path"),
                "org.enlace.offline.Offline"));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(folder, "said", ".txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the tool did not end: " + Files.readString(out));
        }
        var text = Files.readString(out);
        Files.delete(out);
        return new Said(process.exitValue(), text);
    }
}
