import com.helger.http.header.HttpHeaderMap;
import com.helger.base.io.iface.IHasInputStream;
import com.helger.collection.commons.CommonsArrayList;
import com.helger.collection.commons.ICommonsList;
import com.helger.httpclient.HttpClientSettings;
import com.helger.mime.CMimeType;
import com.helger.mime.IMimeType;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.attachment.IAS4IncomingAttachmentFactory;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.AS4IncomingMessageMetadata;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4IncomingReceiverConfiguration;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.IAS4ResponseAbstraction;
import com.helger.phase4.incoming.crypto.AS4IncomingSecurityConfiguration;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.mgr.MetaAS4Manager;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.pmode.IPMode;
import com.helger.phase4.model.pmode.IPModeIDProvider;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.PModeReceptionAwareness;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.profile.AS4Profile;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.wss.EWSSVersion;
import com.helger.scope.mgr.ScopeManager;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.util.Timeout;
import org.w3c.dom.Node;

/**
 * The least that AS4 needs: a sender and a receiver on phase4, each in a process of its own, one mebibyte signed and encrypted (RSA-3072, SHA-256, AES-128-GCM,
 * RSA-OAEP) and answered with a signed receipt whose non-repudiation the sender checks. No TLS, no database, duplicates remembered in memory only.
 *
 * <p>{@code As4 receive PORT KEYSTORE} and {@code As4 send PORT KEYSTORE SECONDS}.
 */
public final class As4 {

    private static final String PROFILE = "bench";
    private static final String ACTION = "request";
    private static final char[] PASSWORD = "bench-only".toCharArray();

    private final KeyStore keys;
    private final AS4CryptoFactoryInMemoryKeyStore crypto;

    private As4(String file) throws Exception {
        keys = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        crypto = new AS4CryptoFactoryInMemoryKeyStore(keys, "bench", PASSWORD, keys);
    }

    public static void main(String[] args) throws Exception {
        ScopeManager.onGlobalBegin("bench");
        MetaAS4Manager.getProfileMgr()
                .registerProfile(new AS4Profile(
                        PROFILE, "Benchmark", () -> null, (from, to, address) -> agreed(address), IPModeIDProvider.DEFAULT_DYNAMIC, false, false));
        var as4 = new As4(args[2]);
        var port = Integer.parseInt(args[1]);
        if (args[0].equals("receive")) as4.receive(port);
        else as4.send(port, Duration.ofSeconds(Long.parseLong(args[3])));
    }

    /** What sender and receiver agreed upon beforehand: how to sign, how to encrypt, that receipts come at once. */
    private static PMode agreed(String address) {
        var security = new PModeLegSecurity();
        security.setWSSVersion(EWSSVersion.WSS_111);
        security.setX509SignatureAlgorithm(ECryptoAlgorithmSign.RSA_SHA_256);
        security.setX509SignatureHashFunction(ECryptoAlgorithmSignDigest.DIGEST_SHA_256);
        security.setX509EncryptionAlgorithm(ECryptoAlgorithmCrypt.AES_128_GCM);
        security.setX509EncryptionMinimumStrength(128);
        security.setPModeAuthorize(false);
        security.setSendReceipt(true);
        security.setSendReceiptNonRepudiation(true);
        security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
        var leg = new PModeLeg(
                PModeLegProtocol.createForDefaultSoapVersion(address),
                PModeLegBusinessInformation.create("bench", ACTION, null, null),
                null,
                null,
                security);
        return new PMode(
                "bench",
                PModeParty.createSimple("pry", "sender"),
                PModeParty.createSimple("cri", "receiver"),
                "bench",
                EMEP.ONE_WAY,
                EMEPBinding.PUSH,
                leg,
                null,
                null,
                PModeReceptionAwareness.createDefault());
    }

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    private void receive(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/as4", this::take);
        server.createContext("/figures", exchange -> say(
                exchange, 200, "text/plain", (messages.get() + " " + received.get() + " " + answered.get() + " " + processor()).getBytes()));
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var answer = new Answer();
        var headers = new HttpHeaderMap();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.addHeader(name, value)));
        try (var handler = new AS4RequestHandler(AS4IncomingMessageMetadata.createForRequest())) {
            handler.setCryptoFactory(crypto);
            handler.setIncomingAttachmentFactory(IAS4IncomingAttachmentFactory.DEFAULT_INSTANCE);
            handler.setIncomingSecurityConfiguration(AS4IncomingSecurityConfiguration.createDefaultInstance());
            handler.setIncomingReceiverConfiguration(new AS4IncomingReceiverConfiguration());
            handler.setPModeResolver((id, service, action, from, to, agreement, address) -> agreed(address));
            handler.setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(PROFILE, false));
            handler.setProcessorSupplier(() -> new CommonsArrayList<>(new Processor()));
            handler.handleRequest(new Counted(exchange.getRequestBody(), received), headers, answer);
        } catch (Exception failed) {
            failed.printStackTrace();
            answer.status = 500;
        }
        say(exchange, answer.status, answer.type, answer.content);
    }

    private void say(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (var out = exchange.getResponseBody()) {
            out.write(content);
        }
        answered.addAndGet(content.length);
    }

    private final class Processor implements IAS4IncomingMessageProcessorSPI {

        @Override
        public AS4MessageProcessorResult processAS4UserMessage(
                IAS4IncomingMessageMetadata metadata,
                HttpHeaderMap headers,
                Ebms3UserMessage message,
                IPMode pmode,
                Node payload,
                ICommonsList<WSS4JAttachment> attachments,
                IAS4IncomingMessageState state,
                AS4ErrorList errors) {
            if (!state.isSoapSignatureChecked() || !state.isSoapDecrypted()) return AS4MessageProcessorResult.createFailure();
            try (var in = attachments.getFirstOrNull().getSourceStream()) {
                if (in.readAllBytes().length != 1 << 20) return AS4MessageProcessorResult.createFailure();
            } catch (IOException unreadable) {
                return AS4MessageProcessorResult.createFailure();
            }
            messages.incrementAndGet();
            return AS4MessageProcessorResult.createSuccess();
        }

        @Override
        public AS4SignalMessageProcessorResult processAS4SignalMessage(
                IAS4IncomingMessageMetadata metadata,
                HttpHeaderMap headers,
                Ebms3SignalMessage message,
                IPMode pmode,
                IAS4IncomingMessageState state,
                AS4ErrorList errors) {
            return AS4SignalMessageProcessorResult.createSuccess();
        }

        @Override
        public void processAS4ResponseMessage(
                IAS4IncomingMessageMetadata metadata, IAS4IncomingMessageState state, String id, byte[] bytes, boolean available, AS4ErrorList errors) {}
    }

    private void send(int port, Duration each) throws Exception {
        work(port, 2, each.dividedBy(2)); // warm
        for (int senders : new int[] {1, 4, 16}) {
            var before = figures(port);
            var own = processor();
            var took = work(port, senders, each);
            var after = figures(port);
            took.sort(null);
            var count = after[0] - before[0];
            var spent = (after[3] - before[3] + processor() - own) / count;
            System.out.printf(
                    "| AS4, %d at work | %.1f a second | median %d ms | 95 %% below %d ms | %d ms of processor each, sender and receiver | %d bytes there, %d back |%n",
                    senders,
                    took.size() / (double) each.toSeconds(),
                    took.get(took.size() / 2) / 1_000_000,
                    took.get((int) (took.size() * 0.95)) / 1_000_000,
                    spent,
                    (after[1] - before[1]) / count,
                    (after[2] - before[2]) / count);
        }
    }

    private List<Long> work(int port, int senders, Duration duration) throws Exception {
        var payload = new byte[1 << 20];
        new Random(1).nextBytes(payload);
        var certificate = (X509Certificate) keys.getCertificate("bench");
        Callable<List<Long>> sender = () -> {
            var took = new ArrayList<Long>();
            var until = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < until) {
                var begun = System.nanoTime();
                send(port, payload, certificate);
                took.add(System.nanoTime() - begun);
            }
            return took;
        };
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(senders)) {
            for (var done : threads.invokeAll(Collections.nCopies(senders, sender))) all.addAll(done.get());
        }
        return all;
    }

    private void send(int port, byte[] payload, X509Certificate certificate) {
        var address = "http://127.0.0.1:" + port + "/as4";
        var result = AS4Sender.builderUserMessage()
                .as4ProfileID(PROFILE)
                .pmode(agreed(address))
                .pmodeResolver((id, service, action, from, to, agreement, at) -> agreed(at))
                .incomingProfileSelector(new AS4IncomingProfileSelectorConstant(PROFILE, false))
                .httpClientFactory(new HttpClientSettings().setResponseTimeout(Timeout.ofMinutes(2)))
                .cryptoFactory(crypto)
                .receiverCertificate(certificate)
                .service("bench")
                .action(ACTION)
                .agreementRef("bench")
                .fromPartyID("pry")
                .fromRole("sender")
                .toPartyID("cri")
                .toRole("receiver")
                .endpointURL(address)
                .payload(AS4OutgoingAttachment.builder().data(payload).mimeType(CMimeType.APPLICATION_OCTET_STREAM))
                .sendMessageAndCheckForReceipt(Throwable::printStackTrace);
        if (!result.isSuccess()) throw new IllegalStateException("not sent: " + result);
    }

    /** Milliseconds of processor that this process has used: what else the machine does is not in them. */
    private static long processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static long[] figures(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var text = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/figures")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .split(" ");
            return Arrays.stream(text).mapToLong(Long::parseLong).toArray();
        }
    }

    private static final class Counted extends FilterInputStream {

        private final AtomicLong count;

        Counted(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            if (read >= 0) count.incrementAndGet();
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            if (read > 0) count.addAndGet(read);
            return read;
        }
    }

    private static final class Answer implements IAS4ResponseAbstraction {

        private int status = 200;
        private String type = "application/soap+xml";
        private byte[] content = new byte[0];

        @Override
        public void setContent(byte[] bytes, Charset charset) {
            content = bytes;
        }

        @Override
        public void setContent(HttpHeaderMap headers, IHasInputStream stream) {
            var out = new ByteArrayOutputStream();
            try (var in = stream.getInputStream()) {
                in.transferTo(out);
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
            content = out.toByteArray();
        }

        @Override
        public void setMimeType(IMimeType mime) {
            type = mime.getAsString();
        }

        @Override
        public void setStatus(int code) {
            status = code;
        }
    }
}
