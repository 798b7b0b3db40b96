package org.enlace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The line between a browser and the server: an address of its own that leads to the server, counts the bytes each way, and breaks when it is told to. */
public final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile int server;
    private volatile boolean losingAnswers;

    public Line(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Bytes that browsers sent, headers included. */
    public long sent() {
        return sent.get();
    }

    /** Bytes that browsers received, headers included. */
    public long received() {
        return received.get();
    }

    /** Breaks every connection there is, in the middle of what it carries. New ones go through. */
    public void cut() {
        open.forEach(Line::reset);
    }

    /** Leads to another port from now on: a server that was started again. */
    public void leadTo(int other) {
        server = other;
    }

    /** Whether what the server says is lost from now on: what clients say arrives, and the connection breaks when the answer comes. */
    public void loseAnswers(boolean lose) {
        losingAnswers = lose;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                open.add(browser);
                Thread.ofVirtual().start(() -> join(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket browser) {
        try (var there = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(there);
            var back = Thread.ofVirtual().start(() -> carry(there, browser, received));
            carry(browser, there, sent);
            back.join();
            open.remove(there);
        } catch (IOException nobodyThere) {
            reset(browser);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(browser);
            reset(browser);
        }
    }

    private void carry(Socket from, Socket to, AtomicLong count) {
        try {
            copy(from.getInputStream(), to.getOutputStream(), count);
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        }
    }

    private void copy(InputStream from, OutputStream to, AtomicLong count) throws IOException {
        var buffer = new byte[64 * 1024];
        for (var length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            if (count == received && losingAnswers) throw new IOException("the answer is lost");
            to.write(buffer, 0, length);
            count.addAndGet(length);
        }
    }

    /** Without a goodbye, as a line breaks. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closedAlready) {
            // Closed is what it should be.
        }
    }
}
