package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProofTests {
    private static final int BOUND = 70;
    private final MemoryLog log = new MemoryLog();

    @BeforeEach
    void seventyEntries() {
        for (int at = 0; at < BOUND; at++) {
            log.append(("entry " + at).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyEntryOfEveryTreeIsProvedAndNoOtherInItsPlace() {
        for (int size = 1; size <= BOUND; size++) {
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, log);
                assertThat(proof.proves(log.leaves.get(index), log.root(size))).isTrue();
                assertThat(proof.proves(log.leaves.get((index + 1) % BOUND), log.root(size)))
                        .isFalse();
                if (size < BOUND) {
                    assertThat(proof.proves(log.leaves.get(index), log.root(size + 1)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aProofForOneIndexProvesNoOtherIndex() {
        for (int size = 2; size <= 33; size++) {
            for (int index = 0; index < size; index++) {
                var hashes = InclusionProof.of(index, size, log).hashes();
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        assertThat(new InclusionProof(other, size, hashes)
                                        .proves(log.leaves.get(index), log.root(size)))
                                .as("%d as %d of %d", index, other, size)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aProofLongerShorterOrAlteredIsRefused() {
        for (int size = 1; size <= BOUND; size++) {
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, log);
                for (var wrong : mutilations(proof.hashes())) {
                    assertThat(new InclusionProof(index, size, wrong).proves(log.leaves.get(index), log.root(size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeIsTheBeginningOfEveryLaterOne() {
        for (int to = 0; to <= BOUND; to++) {
            for (int from = 0; from <= to; from++) {
                var proof = ConsistencyProof.of(from, to, log);
                assertThat(proof.proves(log.root(from), log.root(to))).isTrue();
                assertThat(proof.proves(MerkleTree.leaf(new byte[] {1}), log.root(to)))
                        .isFalse();
                if (from > 0) {
                    assertThat(proof.proves(log.root(from), MerkleTree.leaf(new byte[] {1})))
                            .isFalse();
                }
                for (var wrong : mutilations(proof.hashes())) {
                    assertThat(new ConsistencyProof(from, to, wrong).proves(log.root(from), log.root(to)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aRewrittenPastIsNotTheBeginning() {
        var rewritten = new MemoryLog();
        for (int at = 0; at < BOUND; at++) {
            rewritten.append((at == 3 ? "another" : "entry " + at).getBytes(StandardCharsets.UTF_8));
        }
        for (int from = 4; from < BOUND; from++) {
            assertThat(ConsistencyProof.of(from, BOUND, rewritten).proves(log.root(from), rewritten.root(BOUND)))
                    .isFalse();
        }
    }

    @Test
    void theCompactRangeAgreesWithTheTreeAtEverySizeAndTellsItsNodes() {
        var range = new CompactRange();
        var heard = new ArrayList<String>();
        for (int size = 0; size <= BOUND; size++) {
            assertThat(range.root()).isEqualTo(rootByDefinition(log.leaves.subList(0, size)));
            assertThat(new CompactRange(size, log).root()).isEqualTo(range.root());
            if (size == BOUND) {
                break;
            }
            range.append(log.leaves.get(size), (level, index, hash) -> {
                assertThat(hash).isEqualTo(log.node(level, index));
                heard.add(level + "/" + index);
            });
        }
        assertThat(heard).hasSize(35 + 17 + 8 + 4 + 2 + 1).doesNotHaveDuplicates();
    }

    /** RFC 6962 §2.1 as it is written there. */
    private static Hash rootByDefinition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(
                rootByDefinition(leaves.subList(0, split)), rootByDefinition(leaves.subList(split, leaves.size())));
    }

    private static List<List<Hash>> mutilations(List<Hash> hashes) {
        var all = new ArrayList<List<Hash>>();
        var longer = new ArrayList<>(hashes);
        longer.add(MerkleTree.EMPTY_ROOT);
        all.add(longer);
        for (int at = 0; at < hashes.size(); at++) {
            var shorter = new ArrayList<>(hashes);
            shorter.remove(at);
            all.add(shorter);
            var altered = new ArrayList<>(hashes);
            altered.set(at, MerkleTree.EMPTY_ROOT);
            all.add(altered);
        }
        return all;
    }
}
