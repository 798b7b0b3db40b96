package org.enlace.search;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.enlace.Language;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A thing as it stands in the index. */
record Entry(String kind, Findable thing) {

    String key() {
        return thing.key();
    }

    /** Of all that was said of it, and of how texts are taken apart: the same digest, the same rows. */
    String digest() {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeInt(Analysis.VERSION);
            write(data, thing.path());
            for (var language : Language.values()) {
                write(data, title(language));
                write(data, text(language));
                write(data, note(language));
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SqlParameterSource row() {
        var titles = new TreeSet<String>();
        var words = new TreeSet<String>();
        for (var language : Language.values()) {
            titles.addAll(Analysis.words(title(language), language));
            words.addAll(Analysis.words(text(language), language));
        }
        words.addAll(titles);
        return new MapSqlParameterSource()
                .addValue("kind", kind)
                .addValue("key", key())
                .addValue("path", thing.path())
                .addValue("digest", digest())
                .addValue("length", shortest())
                .addValue("titles", Analysis.vector(titles))
                .addValue("words", Analysis.vector(words));
    }

    Stream<SqlParameterSource> titles() {
        return Arrays.stream(Language.values())
                .map(language -> new MapSqlParameterSource()
                        .addValue("kind", kind)
                        .addValue("key", key())
                        .addValue("language", language.tag())
                        .addValue("title", title(language))
                        .addValue("note", note(language))
                        .addValue("folded", Analysis.folded(title(language))));
    }

    /** Those that somebody may type wrongly. */
    Set<String> words() {
        var words = new TreeSet<String>();
        for (var language : Language.values()) {
            words.addAll(Analysis.plain(title(language)));
            words.addAll(Analysis.plain(text(language)));
        }
        words.removeIf(word -> !Spelling.isForgiving(word));
        return words;
    }

    private int shortest() {
        return Arrays.stream(Language.values())
                .mapToInt(language -> Analysis.folded(title(language)).length())
                .min()
                .orElseThrow();
    }

    private String title(Language language) {
        return thing.title().in(language).text();
    }

    private String text(Language language) {
        return thing.texts().getOrDefault(language, "");
    }

    private String note(Language language) {
        return thing.notes().getOrDefault(language, "");
    }

    private static void write(DataOutputStream data, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }
}
