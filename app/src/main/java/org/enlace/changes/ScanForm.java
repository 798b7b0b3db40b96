package org.enlace.changes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file, as a browser without scripts sends it: read up to the file, which is still in the line and goes past in small pieces. The server's own way
 * would write it to the disk before anybody was asked who they are.
 */
final class ScanForm extends HttpServletRequestWrapper {

    private static final int FIELDS = 4;
    private static final int LONGEST_FIELD = 4096;

    private final Map<String, String> fields = new HashMap<>();
    private @Nullable FileItemStream file;

    private ScanForm(HttpServletRequest request) {
        super(request);
    }

    static ScanForm read(HttpServletRequest request) throws IOException {
        var form = new ScanForm(request);
        try {
            form.readToTheFile();
        } catch (FileUploadException unreadable) {
            // A form without its key: whoever guards the forms says no.
            form.fields.clear();
        }
        request.setAttribute(ScanForm.class.getName(), form);
        return form;
    }

    /** The form of this request; one without a file where it was sent in another way. */
    static ScanForm of(HttpServletRequest request) {
        return request.getAttribute(ScanForm.class.getName()) instanceof ScanForm form ? form : new ScanForm(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var field = fields.get(name);
        return field == null ? super.getParameter(name) : field;
    }

    /** As the file was called; empty where none was chosen. */
    String fileName() {
        return file == null ? "" : Objects.requireNonNullElse(file.getName(), "");
    }

    /** The file; closed early, it lets the rest go past, so that the browser hears the answer. */
    InputStream file() throws IOException {
        return file == null ? InputStream.nullInputStream() : file.openStream();
    }

    private void readToTheFile() throws IOException {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        var parts = upload.getItemIterator(new ServletRequestContext((HttpServletRequest) getRequest()));
        while (fields.size() < FIELDS && parts.hasNext()) {
            var part = parts.next();
            if (!part.isFormField()) {
                file = part;
                return;
            }
            try (var typed = part.openStream()) {
                var bytes = typed.readNBytes(LONGEST_FIELD + 1);
                if (bytes.length > LONGEST_FIELD) {
                    return;
                }
                fields.put(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }
}
