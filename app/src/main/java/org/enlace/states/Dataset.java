package org.enlace.states;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The folder {@code data/} of the program: comma-separated files, read strictly. */
public class Dataset {

    /** Raise it when rows are to be read anew although no file changed, because reading them means something else now. */
    private static final String READING = "1";

    /** The rows of a file in the order in which they stand there, whatever their shape. */
    public List<DataRow> rows(String name, List<String> columns) {
        var reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new ByteArrayInputStream(bytes(name)), StandardCharsets.UTF_8);
        try (reader) {
            var records = reader.stream().toList();
            if (records.isEmpty() || !records.getFirst().getFields().equals(columns)) {
                throw new BadRow(BadRow.Reason.WRONG_SHAPE, "", header(records));
            }
            return records.stream()
                    .skip(1)
                    .map(record -> new DataRow(record, columns))
                    .toList();
        } catch (CsvParseException malformed) {
            throw new BadRow(BadRow.Reason.NOT_READABLE, "", String.valueOf(malformed.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Changes when any of these files does. */
    String fingerprint(List<String> names) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(READING.getBytes(StandardCharsets.UTF_8));
            for (var name : names) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(MessageDigest.getInstance("SHA-256").digest(bytes(name)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The bytes of a file. A test may hold a folder of its own instead of the program's. */
    protected byte[] bytes(String name) {
        try (InputStream stream = Dataset.class.getResourceAsStream("/data/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the program was built without its data file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String header(List<CsvRecord> records) {
        return records.isEmpty() ? "" : String.join(",", records.getFirst().getFields());
    }
}
