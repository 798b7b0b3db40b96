package org.enlace.access;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The secret of one-time codes as people take it into their authenticator: as text and as a picture. Shown once. */
public final class CodeSecret {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    CodeSecret(byte[] secret) {
        this.secret = secret;
    }

    /** Base32 without padding, as authenticators take it by hand. */
    public String text() {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : secret) {
            buffer = (buffer << 8) | (next & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        return text.toString();
    }

    /** The address an authenticator reads: {@code otpauth://totp/…}. */
    public String uri(String email) {
        return "otpauth://totp/Enlace:"
                + URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + text()
                + "&issuer=Enlace&algorithm=SHA1&digits=6&period=30";
    }

    /** The same as a picture: SVG without any style, black modules in the colour of the text around it. */
    public String svg(String email) {
        var matrix = matrix(uri(email));
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + matrix.getWidth() + ' ' + matrix.getHeight()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalStateException("an address of 200 characters fits into a QR code", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "the secret of one-time codes";
    }
}
