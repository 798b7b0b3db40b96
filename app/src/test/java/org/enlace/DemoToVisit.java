package org.enlace;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A demo for the classes of tests that visit it. The shared one starts before the first of them, stops after the last, and leaves nothing behind; each class
 * begins its own requests, drafts and changes there, and asks nothing of those that others made.
 */
final class DemoToVisit implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DemoToVisit.class);

    private final boolean apart;
    private @Nullable RunningDemo demo;

    private DemoToVisit(boolean apart) {
        this.apart = apart;
    }

    /** The one that other classes visit too. */
    static DemoToVisit shared() {
        return new DemoToVisit(false);
    }

    /** One for this class alone: for tests that change what everybody sees, or that count everything there is. */
    static DemoToVisit apart() {
        return new DemoToVisit(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = apart
                ? context.getStore(NAMESPACE)
                : context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
        demo = store.computeIfAbsent(apart ? context.getUniqueId() : "shared", key -> Visited.start(), Visited.class)
                .demo();
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
            throw new IllegalStateException("the demo runs while the tests do");
        }
        return demo;
    }

    private record Visited(RunningDemo demo) implements AutoCloseable {

        static Visited start() {
            try {
                return new Visited(RunningDemo.start(Files.createTempDirectory("demo"), Map.of()));
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("the demo did not start", failed);
            }
        }

        @Override
        public void close() throws Exception {
            demo.close();
            FileSystemUtils.deleteRecursively(demo.folder());
        }
    }
}
