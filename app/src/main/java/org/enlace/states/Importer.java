package org.enlace.states;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.states.ImportLog.RefusedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the dataset in at start, before the first request is answered, when any of its files changed since the last time. One transaction a file: a file is
 * taken wholly, without the rows it refuses, or not at all; refused rows are in the log and in {@link ImportLog}.
 */
@Component
class Importer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final Dataset dataset;
    private final List<DataFile<?>> files;
    private final ImportLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private boolean running;

    Importer(Dataset dataset, List<DataFile<?>> files, ImportLog log, TransactionTemplate transactions, Clock clock) {
        this.dataset = dataset;
        this.files =
                files.stream().sorted(Comparator.comparingInt(DataFile::order)).toList();
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes what changed; does nothing when nothing did. */
    void take() {
        var fingerprint = dataset.fingerprint(files.stream().map(DataFile::name).toList());
        for (var file : files) {
            transactions.executeWithoutResult(transaction -> takeOnce(file, fingerprint));
            file.taken();
        }
    }

    @Override
    public void start() {
        take();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    private <T> void takeOnce(DataFile<T> file, String fingerprint) {
        if (log.lastFingerprint(file.name()).filter(fingerprint::equals).isPresent()) {
            return;
        }
        var refused = new ArrayList<RefusedRow>();
        var facts = new ArrayList<T>();
        try {
            var rows = dataset.rows(file.name(), file.columns());
            read(file, rows, facts, refused);
            file.replace(facts);
        } catch (BadRow unreadable) {
            // The file as a whole: what a former reading brought stays.
            refused.add(refusal(file, 0, unreadable));
        }
        log.record(file.name(), fingerprint, facts.size(), refused, clock.instant());
        LOG.info("{}: {} facts, {} rows refused", file.name(), facts.size(), refused.size());
    }

    private <T> void read(DataFile<T> file, List<DataRow> rows, List<T> facts, List<RefusedRow> refused) {
        var reader = file.reader();
        Map<Object, Long> seen = new HashMap<>();
        for (var row : rows) {
            try {
                row.checkShape();
                var fact = reader.apply(row);
                var before = seen.putIfAbsent(file.key(fact), row.line());
                if (before != null) {
                    throw new BadRow(BadRow.Reason.REPEATED, "", Long.toString(before));
                }
                facts.add(fact);
            } catch (BadRow bad) {
                refused.add(refusal(file, row.line(), bad));
            }
        }
    }

    private static RefusedRow refusal(DataFile<?> file, long line, BadRow bad) {
        LOG.warn("{} line {} refused: {}", file.name(), line, bad.getMessage());
        return new RefusedRow(file.name(), line, bad.reason(), bad.column(), bad.value());
    }
}
