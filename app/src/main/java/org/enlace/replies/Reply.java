package org.enlace.replies;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlace.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer to everybody who is not signed in: its bytes, the headers that belong to them, and the hash of both, which changes when and only when what is said does. */
final class Reply {

    private static final List<String> OWN =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LANGUAGE);

    private final Map<String, String> headers;
    private final byte[] bytes;
    private final String etag;

    private Reply(Map<String, String> headers, byte[] bytes, String etag) {
        this.headers = headers;
        this.bytes = bytes;
        this.etag = etag;
    }

    static Reply of(ContentCachingResponseWrapper answer) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : OWN) {
            var value = name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        var bytes = answer.getContentAsByteArray();
        return new Reply(headers, bytes, etag(headers, bytes));
    }

    String etag() {
        return etag;
    }

    /** What it takes of the memory, about. */
    int size() {
        return bytes.length + 512;
    }

    void write(HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Weak: the bytes on the wire may be compressed. */
    private static String etag(Map<String, String> headers, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(headers.toString().getBytes(StandardCharsets.UTF_8));
            var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(bytes));
            return "W/\"" + hash.substring(0, 22) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What an answer depends on, and all of it: the request of somebody without a session says nothing else that pages read. There is no place here for who somebody
     * is, so nothing rendered for a person has a key under which it could lie.
     *
     * @param writes how often anybody wrote before it was rendered
     * @param minute of the epoch: pages show the time to the minute, and facts go by the day
     * @param path with {@code query} as they were sent
     * @param part whether a page asked for a piece of itself
     */
    record Key(long writes, long minute, String path, String query, Language language, boolean part, String accept) {}
}
