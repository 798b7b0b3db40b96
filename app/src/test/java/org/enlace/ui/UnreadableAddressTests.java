package org.enlace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UnreadableAddressTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/desk%2f", "/x?a[]=1", "/<>"})
    void isAnsweredInFourLanguagesWithoutNamingTheServer(String address) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("cannot be read", "no se puede leer", "est illisible", "não pode ser lido")
                    .doesNotContainIgnoringCase("tomcat");
        }
    }
}
