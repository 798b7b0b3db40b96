package org.enlace.faults;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A mail server that really speaks SMTP, keeps what it takes as lines of JSON for the checker, and misbehaves when it is told to. */
final class MailSink implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("/requests/([0-9a-f-]{36})");
    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");

    private final Path spool;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger swallowed = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile Manner manner = Manner.GOOD;

    /** Nobody lives at this address: refused for good, whatever the manner. */
    private volatile String unknown = "";

    private volatile String last = "";
    private final int port;

    MailSink(Path spool) throws IOException {
        this.spool = spool;
        Files.writeString(spool, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.door = listen(0);
        this.port = door.getLocalPort();
    }

    int port() {
        return port;
    }

    /** How many mails it has answered with 250. */
    int taken() {
        return taken.get();
    }

    /** To whom the last mail went. */
    String lastRecipient() {
        return last;
    }

    /** How many it kept without an answer. */
    int swallowed() {
        return swallowed.get();
    }

    void behave(Manner next) throws IOException {
        manner = next;
        if (next == Manner.DOWN) {
            door.close();
        } else if (door.isClosed()) {
            door = listen(port);
        }
        for (var socket : open) socket.close();
    }

    void refuse(String mailbox) {
        unknown = mailbox;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) socket.close();
    }

    private ServerSocket listen(int wanted) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 50);
        Thread.ofVirtual().start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var client = from.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (manner == Manner.TARPIT) {
                Thread.sleep(Long.MAX_VALUE);
            }
            converse(
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)),
                    client.getOutputStream());
        } catch (IOException gone) {
            // As clients do when they are killed.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 sink ESMTP");
        var recipient = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(out, "250 sink");
                case "RCPT" -> recipient = recipient(line, out);
                case "DATA" -> {
                    say(out, "354 go on");
                    if (!take(recipient, data(in), out)) return;
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 well");
            }
        }
    }

    private String recipient(String line, OutputStream out) throws IOException {
        var match = ADDRESS.matcher(line);
        var address = match.find() ? match.group(1) : "";
        if (address.equals(unknown)) {
            keep(Map.of("to", address, "taken", false));
            say(out, "550 5.1.1 nobody of that name");
        } else if (manner == Manner.LATER) {
            say(out, "451 4.3.0 not now");
        } else {
            say(out, "250 well");
        }
        return address;
    }

    private boolean take(String recipient, List<String> message, OutputStream out) throws IOException {
        var drops = manner == Manner.DROP;
        keep(mail(recipient, message, !drops));
        if (drops) {
            swallowed.incrementAndGet();
            return false;
        }
        taken.incrementAndGet();
        last = recipient;
        say(out, "250 2.0.0 taken");
        return true;
    }

    private static Map<String, Object> mail(String recipient, List<String> message, boolean taken) {
        var mail = new LinkedHashMap<String, Object>();
        mail.put("id", header(message, "message-id:"));
        mail.put("to", recipient);
        mail.put("subject", header(message, "subject:"));
        var match = REQUEST.matcher(text(message));
        mail.put("request", match.find() ? match.group(1) : "");
        mail.put("taken", taken);
        mail.put("text", text(message));
        return mail;
    }

    /** Subject and body as people read them. */
    private static String text(List<String> message) {
        var bytes = String.join("\r\n", message).getBytes(StandardCharsets.UTF_8);
        try {
            var read = new MimeMessage(null, new ByteArrayInputStream(bytes));
            return read.getSubject() + "\n" + read.getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String header(List<String> message, String name) {
        return message.stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static List<String> data(BufferedReader in) throws IOException {
        var message = new ArrayList<String>();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) message.add(line);
        return message;
    }

    private synchronized void keep(Map<String, Object> mail) throws IOException {
        Files.writeString(spool, JsonMapper.shared().writeValueAsString(mail) + "\n", StandardOpenOption.APPEND);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** How it treats whoever comes. */
    enum Manner {
        GOOD,
        /** Nobody listens. */
        DOWN,
        /** Takes the connection and never says a word. */
        TARPIT,
        /** Says "later" to every recipient. */
        LATER,
        /** Takes the mail and hangs up before saying so. */
        DROP
    }
}
