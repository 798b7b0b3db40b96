package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the pages of this test's browser take of memory while something happens: a sample ten times a second, of all they hold for themselves, in MiB. Linux only. */
final class Memory implements AutoCloseable {

    private static final String PAGES = "--type=renderer";

    private final long before = pages();
    private final List<Long> samples = new ArrayList<>();
    private final Thread watch = Thread.ofVirtual().start(this::watch);

    private Memory() {}

    static Memory ofPages() {
        return new Memory();
    }

    /** The most a process ever held, shared files included, in MiB. */
    static long peak(ProcessHandle process) {
        return field(process, "status", "VmHWM:");
    }

    /** What a process holds now, shared files included, in MiB. */
    static long resident(ProcessHandle process) {
        return field(process, "status", "VmRSS:");
    }

    /** What a process holds now, with its part of what it shares, in MiB. */
    static long own(ProcessHandle process) {
        return field(process, "smaps_rollup", "Pss:");
    }

    /** By how much the pages grew, at most, in MiB. */
    long growth() {
        close();
        return most(samples) - before;
    }

    /** Whether what they held was not more in the second half of the time than in the first: it does not follow the size of what went through. */
    void assertFlat() {
        close();
        var half = samples.size() / 2;
        assertThat(most(samples.subList(half, samples.size())))
                .as("MiB held by the pages in the second half; the most in the first")
                .isLessThan(most(samples.subList(0, half)) + 64);
    }

    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                samples.add(pages());
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException over) {
            // Enough was seen.
        }
    }

    private static long most(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    private static long pages() {
        return ProcessHandle.current()
                .descendants()
                .filter(Memory::isPage)
                .mapToLong(process -> field(process, "status", "RssAnon:"))
                .sum();
    }

    private static boolean isPage(ProcessHandle process) {
        return read(process, "cmdline").contains(PAGES);
    }

    private static long field(ProcessHandle process, String file, String name) {
        return read(process, file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Nothing, of a process that ended while we looked. */
    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
