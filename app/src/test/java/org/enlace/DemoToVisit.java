package org.enlace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A demo of its own for the tests of one class: starts before the first, stops after the last, and leaves nothing behind. */
final class DemoToVisit implements BeforeAllCallback, AfterAllCallback {

    private @Nullable RunningDemo demo;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        demo = RunningDemo.start(Files.createTempDirectory("demo"), Map.of());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (demo != null) {
            demo.close();
            remove(demo.folder());
        }
    }

    /** The first window's address. */
    String localhost() {
        return running().localhost();
    }

    /** The second window's address: the same demo, with a session of its own. */
    String loopback() {
        return running().loopback();
    }

    RunningDemo running() {
        if (demo == null) {
            throw new IllegalStateException("the demo runs while the tests of the class do");
        }
        return demo;
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
