package org.enlace.drafting;

import java.util.UUID;
import org.enlace.documents.HalfWritten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written here is sealed, and so are the names of the files it needs: as long as it is there, all of them stay. */
@Component
class FilesOfDrafts implements HalfWritten {

    private final JdbcClient jdbc;

    FilesOfDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isThere(UUID request, String authority) {
        return jdbc.sql("""
                        select exists (select 1 from drafting.draft where id = :request and authority = :authority)
                            or exists (select 1 from drafting.unsigned_act where request = :request and authority = :authority)
                        """)
                .param("request", request)
                .param("authority", authority)
                .query(Boolean.class)
                .single();
    }
}
